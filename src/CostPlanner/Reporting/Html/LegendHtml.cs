using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html;

/// <summary>A legend as HTML: samples as they look in the table, each with its meaning.</summary>
internal static class LegendHtml
{
    public static void Write(Markup to, Legend legend)
    {
        to.Open("p", ("class", "legend"));
        foreach (var entry in legend.Entries)
        {
            to.Open("span");
            to.Element("span", entry.Sample.Text, ("class", $"chip {ToneHtml.ClassOf(entry.Sample.Tone)}".TrimEnd()));
            to.Text(" " + entry.Meaning);
            to.Close().Text(" ");
        }

        to.CloseLine();
    }
}
