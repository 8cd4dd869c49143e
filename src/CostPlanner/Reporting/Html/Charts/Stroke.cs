using System.Collections.Immutable;
using CostPlanner.Reporting.Document.Charts;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>How a line is drawn: colour, thickness and dashes, so that lines stay apart without colour.</summary>
/// <param name="Colour">The colour.</param>
/// <param name="Thickness">The thickness.</param>
/// <param name="Dashes">The dashes, or null for a line without gaps.</param>
internal sealed record Stroke(string Colour, decimal Thickness, string? Dashes)
{
    private static readonly ImmutableArray<(string Colour, string? Dashes)> Others =
    [
        ("#d98e2b", null), ("#2f8f83", null), ("#6d4a7c", "7 2"), ("#b5533c", null), ("#5b8db8", "7 2"),
        ("#7a7f36", null), ("#2f8f83", "9 2 2 2"), ("#d98e2b", "9 2 2 2"), ("#6d4a7c", null),
    ];

    /// <summary>The strokes of the lines of a chart, by their roles.</summary>
    public static ImmutableArray<Stroke> Of(IEnumerable<LineRole> roles)
    {
        var others = 0;
        return [.. roles.Select(role => Of(role, role == LineRole.Other ? others++ : 0))];
    }

    /// <summary>The stroke of a line by its role, and by its place among the lines of role Other.</summary>
    public static Stroke Of(LineRole role, int place) => role switch
    {
        LineRole.Baseline => new Stroke("#1c2329", 2.4m, null),
        LineRole.Cheapest => new Stroke("#0f5a78", 2.4m, null),
        LineRole.AtLeast => new Stroke("#8a949b", 1.3m, "2 3"),
        _ => new Stroke(Others[place % Others.Length].Colour, 1.3m, Others[place % Others.Length].Dashes),
    };
}
