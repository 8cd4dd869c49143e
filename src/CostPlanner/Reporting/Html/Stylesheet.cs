using System.Text;

namespace CostPlanner.Reporting.Html;

/// <summary>The style of the page, on screen and on paper.</summary>
internal static class Stylesheet
{
    /// <summary>The style sheet, with the running header of a report of that title and day.</summary>
    public static string Of(string title, string day) => "\n" + Screen + Tables + Charts + PrintStyle.Of(Quoted(title), Quoted("As of " + day));

    /// <summary>A text as a string of CSS; no character of it can end the string, or the style element.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or '-' or ':' or ';')
            {
                quoted.Append(rune.ToString());
            }
            else
            {
                quoted.Append(FormattableString.Invariant($"\\{rune.Value:x} "));
            }
        }

        return quoted.Append('"').ToString();
    }

    private const string Screen = """
        :root { --ink: #1c2329; --quiet: #5d6972; --rule: #d5dade; --accent: #0f5a78; --warn: #9a4a12; }
        * { box-sizing: border-box; }
        html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        body { margin: 0; color: var(--ink); background: #fff; font-family: Roboto, "Open Sans", "Liberation Sans", "DejaVu Sans", Arial, sans-serif;
          font-size: 9.5pt; line-height: 1.45; font-variant-numeric: tabular-nums; overflow-wrap: break-word; }
        main { max-width: 1000px; margin: 0 auto; padding: 32px 28px 64px; }
        section { margin-top: 34pt; }
        h1 { font-size: 20pt; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 4pt; }
        h2 { font-size: 14pt; line-height: 1.25; font-weight: 650; margin: 0 0 3pt; }
        h2 .number { color: var(--accent); margin-right: 4pt; }
        h3 { font-size: 10.5pt; font-weight: 650; margin: 16pt 0 4pt; }
        p { margin: 0 0 8pt; max-width: 46em; }
        a { color: inherit; text-decoration: none; }
        td a, .contents a { color: var(--accent); }
        .eyebrow { color: var(--accent); font-size: 8pt; font-weight: 600; letter-spacing: 0.06em; text-transform: uppercase; margin: 0 0 6pt; }
        .context { color: var(--quiet); font-size: 8.5pt; margin: 0 0 14pt; }
        .verdict { font-size: 12.5pt; line-height: 1.45; max-width: none; margin: 0 0 16pt; }
        .lead { color: var(--quiet); font-size: 10pt; margin: 0 0 10pt; max-width: 50em; }
        .opening { border-top: 1.5pt solid var(--accent); padding-top: 8pt; }
        .quiet { color: var(--quiet); }
        .strong { font-weight: 600; }
        .key-figures { display: grid; grid-template-columns: 0.74fr 1.4fr 0.74fr; gap: 18pt; margin: 0 0 18pt; }
        .key-figures > div { border-top: 1.5pt solid var(--accent); padding-top: 6pt; }
        .key-figures p { margin: 0; }
        .key-figures .label { color: var(--quiet); font-size: 8pt; }
        .key-figures .value { font-size: 17pt; line-height: 1.3; font-weight: 600; letter-spacing: -0.015em; margin: 1pt 0 2pt; }
        .key-figures .note { font-size: 8pt; line-height: 1.4; }
        .notice { border-left: 2pt solid var(--warn); padding: 1pt 0 1pt 10pt; margin: 14pt 0 12pt; }
        .notice h3 { margin: 0 0 3pt; font-size: 9pt; color: var(--warn); }
        .notice ul { margin: 0; padding-left: 12pt; font-size: 8.5pt; }
        .notice li { margin: 0 0 2pt; }
        .contents { font-size: 8pt; color: var(--quiet); margin-top: 12pt; line-height: 1.8; }
        .contents span { margin-right: 6pt; }
        .contents a { margin-right: 8pt; }
        .facts { display: grid; grid-template-columns: 1fr 1fr; column-gap: 28pt; margin: 0 0 12pt; }
        .facts > div { display: flex; justify-content: space-between; gap: 12pt; border-bottom: 0.5pt solid var(--rule); padding: 3pt 0; }
        .facts dt { color: var(--quiet); }
        .facts dd { margin: 0; font-weight: 600; white-space: nowrap; }
        @media screen and (max-width: 640px) {
          .key-figures, .facts { grid-template-columns: 1fr; }
          main { padding: 20px 16px 48px; }
        }

        """;

    private const string Tables = """
        .table { margin: 14pt 0 16pt; overflow-x: auto; }
        table { width: 100%; border-collapse: collapse; font-size: 8.5pt; line-height: 1.35; }
        caption { text-align: left; font-weight: 600; font-size: 9pt; padding: 0 0 4pt; }
        th, td { text-align: left; vertical-align: top; padding: 3.2pt 5pt; }
        th:first-child, td:first-child { padding-left: 0; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--quiet); font-size: 7.5pt; font-weight: 500; vertical-align: bottom; border-bottom: 0.8pt solid var(--ink); }
        tbody td { border-bottom: 0.5pt solid var(--rule); }
        th.figure, td.figure { text-align: right; }
        td.figure { white-space: nowrap; }
        td.figure.missing, td.figure.missing .below { white-space: normal; }
        .dense { font-size: 7.2pt; }
        .dense thead th { font-size: 6.6pt; }
        .dense th, .dense td { padding: 2.4pt 2.5pt; }
        tr.group th { font-weight: 600; color: var(--accent); padding-top: 10pt; border-bottom: 0.5pt solid var(--rule); }
        tr.subtotal td { font-weight: 600; }
        tr.total td { font-weight: 600; border-top: 0.8pt solid var(--ink); border-bottom: 0.8pt solid var(--ink); }
        .before { display: block; color: var(--warn); font-size: 0.86em; font-weight: 500; }
        .below { display: block; color: var(--quiet); font-size: 7.4pt; font-weight: 400; white-space: normal; }
        .missing { color: var(--warn); font-style: italic; font-weight: 500; }
        .missing a { color: inherit; }
        .placeholder::after { content: " M"; color: var(--warn); font-size: 0.8em; font-weight: 700; }
        thead tr:not(:last-child) th { border-bottom: 0; padding-bottom: 0; }
        thead tr:not(:last-child) th[rowspan] { border-bottom: 0.8pt solid var(--ink); padding-bottom: 3.2pt; }
        th.over { text-align: center; color: var(--ink); font-weight: 600; }
        .dense thead th.over { padding: 0 4pt 0 0; }
        .dense td.under { padding-left: 0; padding-right: 4pt; }
        .dense thead tr:last-child th.figure:not([rowspan]) { padding-left: 0; padding-right: 4pt; }
        .chip { display: inline-block; min-width: 25pt; padding: 0 3pt; margin: 0 -3pt 0 0; border: 0.7pt solid transparent; border-radius: 2pt; line-height: 1.25; text-align: right; }
        .chip.marked { background: #cfe3ea; border-color: #cfe3ea; font-weight: 600; }
        .chip.more { background: var(--accent); border-color: var(--accent); color: #fff; font-weight: 600; }
        .chip.outlined { border-color: #8fb4c2; color: var(--quiet); }
        sup { font-size: 0.72em; line-height: 0; color: var(--warn); margin-left: 0.5pt; }
        .legend { font-size: 7.5pt; color: var(--quiet); margin: 14pt 0 -6pt; max-width: none; }
        .legend > span { margin-right: 11pt; white-space: nowrap; }
        .legend .chip { margin: 0 2pt 0 0; min-width: 0; }
        ul { margin: 0 0 8pt; padding-left: 12pt; max-width: 50em; }
        li { margin: 0 0 2pt; }
        .table-note { color: var(--quiet); font-size: 7.5pt; margin: 4pt 0 0; max-width: none; }
        .share { display: inline-block; width: 32pt; height: 4.5pt; margin-right: 5pt; vertical-align: 0; }
        .share-whole { fill: #e4e8eb; }
        .share-used { fill: var(--accent); }

        """;

    private const string Charts = """
        figure { margin: 12pt 0 16pt; }
        figcaption { font-weight: 600; font-size: 9pt; padding: 0 0 6pt; }
        .chart { display: block; width: 100%; height: auto; overflow: visible; font-variant-numeric: tabular-nums; }
        .chart text { fill: var(--ink); }
        .chart-text { font-size: 9.5px; }
        .chart-small { font-size: 8.5px; }
        .chart text.chart-small { fill: var(--quiet); }
        .chart text.on-light { fill: var(--ink); }
        .paper { fill: #fff; }
        .chart text.on-dark { fill: #fff; }
        .chart-strong { font-weight: 600; }
        .middle { text-anchor: middle; }
        .end { text-anchor: end; }
        .axis { stroke: var(--ink); stroke-width: 0.8; }
        .grid { stroke: var(--rule); stroke-width: 0.6; }
        .series { fill: none; stroke-linejoin: round; }
        .leader { fill: none; stroke: #b3bbc1; stroke-width: 0.6; }
        .mark { fill: #fff; stroke-width: 1.8; }
        .open-end { fill: none; stroke: #8a949b; stroke-width: 0.8; }

        """;
}
