namespace CostPlanner.Reporting.Html.Charts;

/// <summary>How a run is drawn beside another: apart in lightness and in dashes too, so that they are told apart without colour.</summary>
/// <param name="Ink">The colour of lines, dots and values.</param>
/// <param name="Ground">The colour of the area of an interval.</param>
/// <param name="Dashes">The dashes of lines, or null for lines without gaps.</param>
/// <param name="DotFill">The inside of dots.</param>
internal sealed record RunStroke(string Ink, string Ground, string? Dashes, string DotFill)
{
    private static readonly RunStroke First = new("#0f5a78", "#cfe3ea", null, "#0f5a78");
    private static readonly RunStroke Second = new("#b8651b", "#f8e6c6", "6 3", "#ffffff");

    /// <summary>The stroke of the first run, or of the second.</summary>
    public static RunStroke Of(int run) => run == 0 ? First : Second;
}
