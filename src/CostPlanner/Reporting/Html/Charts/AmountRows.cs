using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>What charts of rows on one axis share: the frame, labels to the left, the axis below.</summary>
internal static class AmountRows
{
    /// <summary>The width of a chart.</summary>
    public const decimal Width = 680;

    /// <summary>Where the axis begins.</summary>
    public const decimal Left = 190;

    /// <summary>Where it ends.</summary>
    public const decimal Right = 652;

    private const decimal Text = 9.5m;
    private const decimal LineHeight = 10.5m;
    private const decimal Small = 8.5m;
    private const decimal Ascent = 7.5m;

    /// <summary>Opens a figure with its drawing.</summary>
    public static void Open(Markup to, string caption, string spoken, decimal height)
    {
        to.Open("figure");
        to.Element("figcaption", caption).Line();
        to.Open("svg", ("class", "chart"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(height)}"), ("role", "img"), ("aria-label", spoken));
    }

    /// <summary>Closes it.</summary>
    public static void Close(Markup to)
    {
        to.CloseLine();
        to.CloseLine();
    }

    /// <summary>Where an amount lies.</summary>
    public static decimal X(SpanScale scale, decimal amount) => Left + (scale.Share(amount) * (Right - Left));

    /// <summary>Lines at the round amounts, labelled below.</summary>
    public static void Axis(Markup to, SpanScale scale, decimal top, decimal bottom)
    {
        foreach (var mark in scale.Marks)
        {
            Line(to, X(scale, mark), top - 4, X(scale, mark), bottom, mark == 0 ? "axis" : "grid");
            Say(to, X(scale, mark), bottom + 13, scale.Label(mark), "chart-small middle");
        }
    }

    /// <summary>A label in at most two lines, and below it one that is quieter.</summary>
    public static void Label(Markup to, string label, string below, decimal top)
    {
        var lines = ChartText.Wrap(label, Left - 14, Text, 2);
        foreach (var (index, line) in lines.Index())
        {
            Say(to, Left - 10, top + 8 + (index * LineHeight), line, "chart-text end");
        }

        if (below.Length > 0)
        {
            Say(to, Left - 10, top + 8 + (lines.Length * LineHeight), below, "chart-small end");
        }
    }

    /// <summary>Text.</summary>
    public static void Say(Markup to, decimal x, decimal y, string text, string classes) =>
        to.Element("text", text, ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("class", classes));

    /// <summary>Small text on paper, so that no line of the axis runs through it.</summary>
    public static void SayOnPaper(Markup to, decimal x, decimal y, string text, bool isAtEnd)
    {
        var width = ChartText.Width(text, Small);
        to.Empty(
            "rect",
            ("x", Markup.Number(isAtEnd ? x - width : x)), ("y", Markup.Number(y - Ascent)),
            ("width", Markup.Number(width)), ("height", Markup.Number(Small + 1)), ("class", "paper"));
        Say(to, x, y, text, isAtEnd ? "chart-small end" : "chart-small");
    }

    /// <summary>A line.</summary>
    public static void Line(Markup to, decimal x1, decimal y1, decimal x2, decimal y2, string style) => to.Empty(
        "line", ("x1", Markup.Number(x1)), ("y1", Markup.Number(y1)), ("x2", Markup.Number(x2)), ("y2", Markup.Number(y2)), ("class", style));
}
