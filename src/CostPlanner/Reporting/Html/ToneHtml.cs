using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Html;

/// <summary>The style sheet's name for a tone.</summary>
internal static class ToneHtml
{
    public static string? ClassOf(Tone tone) => tone switch
    {
        Tone.Normal => null,
        Tone.Strong => "strong",
        Tone.Quiet => "quiet",
        Tone.Missing => "missing",
        Tone.Marked => "marked",
        Tone.MarkedMore => "marked more",
        Tone.Outlined => "outlined",
        Tone.OutlinedMore => "outlined more",
        Tone.Placeholder => "placeholder",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "no such tone"),
    };
}
