using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>A share of a whole as a small bar; the figure stands beside it as text.</summary>
internal static class ShareBarSvg
{
    private const decimal Width = 60;
    private const decimal Height = 4;

    public static void Write(Markup to, decimal share)
    {
        var filled = Math.Clamp(share, 0, 1) * Width;
        to.Open("svg", ("class", "share"), ("viewBox", $"0 0 {Markup.Number(Width)} {Markup.Number(Height)}"), ("aria-hidden", "true"));
        to.Empty("rect", ("width", Markup.Number(Width)), ("height", Markup.Number(Height)), ("class", "share-whole"));
        to.Empty("rect", ("width", Markup.Number(filled)), ("height", Markup.Number(Height)), ("class", "share-used"));
        to.Close();
    }
}
