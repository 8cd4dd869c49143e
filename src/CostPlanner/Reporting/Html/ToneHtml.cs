using CostPlanner.Reporting.Document;

namespace CostPlanner.Reporting.Html;

/// <summary>The style sheet's name for a tone.</summary>
internal static class ToneHtml
{
    /// <summary>Whether the tone is a box around the text, and not a way to write it.</summary>
    public static bool IsChip(Tone tone) => tone is Tone.Marked or Tone.MarkedMore or Tone.Outlined;

    public static string? ClassOf(Tone tone) => tone switch
    {
        Tone.Normal => null,
        Tone.Strong => "strong",
        Tone.Quiet => "quiet",
        Tone.Missing => "missing",
        Tone.Marked => "marked",
        Tone.MarkedMore => "more",
        Tone.Outlined => "outlined",
        Tone.Placeholder => "placeholder",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "no such tone"),
    };
}
