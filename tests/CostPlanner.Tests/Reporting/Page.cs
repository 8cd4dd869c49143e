using System.Globalization;
using System.Xml.Linq;
using CostPlanner.Reporting;
using CostPlanner.Studies;

namespace CostPlanner.Tests.Reporting;

/// <summary>The page as a reader sees it: tables with their rows and the text of their cells.</summary>
internal sealed class Page(string html)
{
    private readonly XDocument document = XDocument.Parse(html[(html.IndexOf('\n', StringComparison.Ordinal) + 1)..]);

    public static Page Of(CaseStudy result) => new(HtmlReport.Render(ReportDocument.Of(result)));

    public IEnumerable<XElement> Elements(string name) => document.Descendants(name);

    public IEnumerable<XElement> TablesOf(string section) => Section(section).Descendants("table");

    public XElement Section(string id) => document.Descendants("section").First(each => (string?)each.Attribute("id") == id);

    /// <summary>The rows of a table's body that are of a kind: "" for plain, "group", "subtotal", "total".</summary>
    public static IEnumerable<XElement> Rows(XElement table, string kind) =>
        table.Element("tbody")!.Elements("tr").Where(row => ((string?)row.Attribute("class") ?? "") == kind);

    /// <summary>The column of a table under a title; null where it has none.</summary>
    public static int? Column(XElement table, string title) => table.Element("thead")!.Elements("tr").Last().Elements()
        .Index().Where(each => each.Item.Value == title).Select(each => (int?)each.Index).FirstOrDefault();

    /// <summary>The table of a section that has a column under that title, and the column.</summary>
    public (XElement Table, int Column) TableWith(string section, string title) =>
        TablesOf(section).Select(table => (table, Column(table, title) ?? -1)).First(each => each.Item2 >= 0);

    /// <summary>The text of a cell without what stands before and below it.</summary>
    public static string Text(XElement row, int column) => string.Concat(
        row.Elements().ElementAt(column).Nodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "a" } link => link.Value,
            XElement chip when IsChip(chip) => chip.Value,
            _ => "",
        })).Trim();

    /// <summary>The class of the box around a cell's text, or null where there is none.</summary>
    public static string? Chip(XElement row, int column) => (string?)row.Elements().ElementAt(column).Elements().SingleOrDefault(IsChip)?.Attribute("class");

    /// <summary>What stands before a cell's text, or empty.</summary>
    public static string Before(XElement row, int column) => string.Concat(
        row.Elements().ElementAt(column).Elements("span").Where(span => (string?)span.Attribute("class") == "before").Select(span => span.Value));

    /// <summary>A printed figure as a number; null where words stand instead.</summary>
    public static decimal? Figure(XElement row, int column) => decimal.TryParse(
        Text(row, column).Replace('\u2212', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var value)
        ? value
        : null;

    private static bool IsChip(XElement element) => ((string?)element.Attribute("class"))?.StartsWith("chip ", StringComparison.Ordinal) == true;
}
