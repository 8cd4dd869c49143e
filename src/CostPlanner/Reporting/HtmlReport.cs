using CostPlanner.Reporting.Html;
using CostPlanner.Reporting.Html.Elements;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting;

/// <summary>The report as one HTML page that needs nothing else: styles and charts inside, no script, no network.</summary>
/// <remarks>The page is well-formed XML too. Printed by a browser it is the PDF: A4, running header, page numbers, bookmarks from headings.</remarks>
public static class HtmlReport
{
    /// <summary>The page. The same document gives the same page.</summary>
    public static string Render(ReportDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var to = new Markup();
        to.Raw("<!DOCTYPE html>\n");
        to.Open("html", ("lang", "en")).Line();
        Head(to, document);
        to.Open("body").Line();
        to.Open("main").Line();
        FrontPage(to, document);
        foreach (var section in document.Sections)
        {
            SectionHtml.Write(to, section);
        }

        to.CloseLine();
        to.CloseLine();
        to.CloseLine();
        return to.ToString();
    }

    private static void Head(Markup to, ReportDocument document)
    {
        to.Open("head").Line();
        to.Empty("meta", ("charset", "utf-8")).Line();
        to.Empty("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")).Line();
        to.Element("title", document.Title).Line();
        to.Open("style").Raw(Stylesheet.Of(document.Title, Printed.Day(document.AsOf))).CloseLine();
        to.CloseLine();
    }

    private static void FrontPage(Markup to, ReportDocument document)
    {
        to.Open("section", ("class", "front"), ("id", "answer")).Line();
        to.Element("p", document.Kind, ("class", "eyebrow")).Line();
        to.Element("h1", document.Title).Line();
        to.Element("p", document.Context, ("class", "context")).Line();
        to.Element("p", document.Verdict, ("class", "verdict")).Line();
        foreach (var block in document.FrontPage)
        {
            BlockHtml.Write(to, block);
        }

        Contents(to, document);
        to.CloseLine();
    }

    private static void Contents(Markup to, ReportDocument document)
    {
        to.Open("nav", ("class", "contents")).Element("span", Words.Of("report.html-report.in-this-report"));
        foreach (var section in document.Sections)
        {
            to.Text(" ").Element("a", $"{section.Number}\u00a0{section.Title.Replace(' ', '\u00a0')}", ("href", $"#{section.Id}"));
        }

        to.CloseLine();
    }
}
