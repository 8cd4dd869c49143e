using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html;

/// <summary>A section as HTML.</summary>
internal static class SectionHtml
{
    public static void Write(Markup to, Section section)
    {
        to.Open("section", ("id", section.Id), ("class", section.StartsPage ? "page" : null)).Line();
        to.Open("div", ("class", "opening"));
        to.Open("h2").Element("span", section.Number, ("class", "number")).Text(" " + section.Title).CloseLine();
        to.Element("p", section.Lead, ("class", "lead")).CloseLine();
        foreach (var block in section.Blocks)
        {
            BlockHtml.Write(to, block);
        }

        to.CloseLine();
    }
}
