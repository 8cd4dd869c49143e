using System.Collections.Immutable;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>What charts of lines share: the frame with its axes, the lines, and their names beside their ends.</summary>
/// <param name="Height">The height of the drawing.</param>
/// <param name="Top">Where the upright axis ends.</param>
/// <param name="Right">Where the level axis ends.</param>
/// <param name="Bottom">Where both begin, from above.</param>
/// <param name="NamesLeft">Where the names begin.</param>
internal sealed record LineFrame(decimal Height, decimal Top, decimal Right, decimal Bottom, decimal NamesLeft)
{
    /// <summary>Where the level axis begins.</summary>
    public const decimal Left = 44;

    /// <summary>The size of text.</summary>
    public const decimal Text = 9.5m;

    private const decimal LineHeight = 10.5m;
    private const decimal NameGap = 4;

    /// <summary>High, with room for the names and totals of many options.</summary>
    public static LineFrame OfOptions { get; } = new(356, 22, 432, 312, 450);

    /// <summary>Where the name of the first line may stand.</summary>
    public decimal NamesTop { get; init; } = 9;

    /// <summary>Opens the figure; <see cref="AmountRows.Close"/> closes it.</summary>
    public void Open(Markup to, string caption, string spoken) => AmountRows.Open(to, caption, spoken, Height);

    /// <summary>Where something lies on the level axis.</summary>
    /// <param name="at">How far it is from the beginning.</param>
    /// <param name="most">How far the end is; 0 for an axis of one place.</param>
    public decimal X(decimal at, decimal most) => Left + ((Right - Left) * at / Math.Max(1, most));

    /// <summary>Where an amount lies on the upright axis; one below 0 at its beginning, one beyond its end there.</summary>
    public decimal Y(AxisScale scale, decimal amount) => Bottom - ((Bottom - Top) * Math.Clamp(amount, 0, scale.Top) / scale.Top);

    /// <summary>The upright axis: level lines with their labels.</summary>
    public void Amounts(Markup to, AxisScale scale, Func<decimal, string> label)
    {
        foreach (var mark in scale.Marks)
        {
            var y = Y(scale, mark);
            AmountRows.Line(to, Left, y, Right, y, mark == 0 ? "axis" : "grid");
            AmountRows.Say(to, Left - 6, y + 3, label(mark), "chart-small end");
        }
    }

    /// <summary>A mark on the level axis.</summary>
    public void Mark(Markup to, decimal x) => AmountRows.Line(to, x, Bottom, x, Bottom + 4, "axis");

    /// <summary>The label of a mark.</summary>
    public void Label(Markup to, decimal x, string text) => AmountRows.Say(to, x, Bottom + 15, text, "chart-small middle");

    /// <summary>What the level axis is, below it, and what the upright one is counted in, above it; nothing where that is empty.</summary>
    public void Titles(Markup to, string along, string unit)
    {
        AmountRows.Say(to, (Left + Right) / 2, Bottom + 31, along, "chart-small middle");
        if (unit.Length > 0)
        {
            AmountRows.Say(to, 0, 9, unit, "chart-small");
        }
    }

    /// <summary>A line through points.</summary>
    public static void Line(Markup to, IEnumerable<(decimal X, decimal Y)> points, Stroke stroke) => to.Empty(
        "polyline", ("points", Points(points)), ("class", "series"),
        ("stroke", stroke.Colour), ("stroke-width", Markup.Number(stroke.Thickness)), ("stroke-dasharray", stroke.Dashes));

    /// <summary>Points as SVG writes them.</summary>
    public static string Points(IEnumerable<(decimal X, decimal Y)> points) =>
        string.Join(' ', points.Select(point => $"{Markup.Number(point.X)},{Markup.Number(point.Y)}"));

    /// <summary>The names of the lines, each with a figure below it, moved apart until none covers another.</summary>
    public void Names(Markup to, ImmutableArray<LineName> lines)
    {
        var room = Height / Math.Max(1, lines.Length);
        var texts = lines.Select(line => ChartText.Wrap(line.Text, AmountRows.Width - NamesLeft - 26, Text, room >= (3 * LineHeight) + NameGap ? 2 : 1))
            .ToList();
        var distance = Math.Min(room, ((texts.Select(text => text.Length).DefaultIfEmpty(1).Max() + 1) * LineHeight) + NameGap);
        var heights = LabelColumn.Spread([.. lines.Select(line => line.End)], distance, NamesTop, Height - distance + LineHeight);
        foreach (var (index, line) in lines.Index())
        {
            Leader(to, line, heights[index] - 3);
            foreach (var (row, text) in texts[index].Index())
            {
                AmountRows.Say(to, NamesLeft + 23, heights[index] + (row * LineHeight), text, line.IsStrong ? "chart-text chart-strong" : "chart-text");
            }

            AmountRows.Say(to, NamesLeft + 23, heights[index] + (texts[index].Length * LineHeight), line.Figure, "chart-small");
        }
    }

    private void Leader(Markup to, LineName line, decimal y)
    {
        to.Empty("polyline", ("points", Points([(Right + 2, line.End), (NamesLeft - 4, y)])), ("class", "leader"));
        to.Empty(
            "line", ("x1", Markup.Number(NamesLeft)), ("x2", Markup.Number(NamesLeft + 18)), ("y1", Markup.Number(y)), ("y2", Markup.Number(y)),
            ("stroke", line.Stroke.Colour), ("stroke-width", Markup.Number(line.Stroke.Thickness)), ("stroke-dasharray", line.Stroke.Dashes));
    }
}

/// <summary>The name of a line beside its end.</summary>
/// <param name="Text">The name.</param>
/// <param name="Figure">What stands below it.</param>
/// <param name="End">How high the line ends.</param>
/// <param name="Stroke">How the line is drawn.</param>
/// <param name="IsStrong">Whether the name stands out.</param>
internal readonly record struct LineName(string Text, string Figure, decimal End, Stroke Stroke, bool IsStrong = false);
