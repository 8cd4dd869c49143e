namespace CostPlanner.Reporting.Html;

/// <summary>The style on paper: A4, running header, page numbers, and what must not be torn apart.</summary>
internal static class PrintStyle
{
    /// <summary>The style, with the texts of the running header as strings of CSS.</summary>
    public static string Of(string title, string day) => $$"""
        @page {
          size: A4 portrait;
          margin: 22mm 16mm 19mm;
          @top-left { content: {{title}}; {{Margin}} width: 70%; text-align: left; }
          @top-right { content: {{day}}; {{Margin}} text-align: right; }
          @bottom-right { content: counter(page) " / " counter(pages); {{Margin}} text-align: right; }
        }
        @page :first { @top-left { content: none; } @top-right { content: none; } margin-top: 16mm; }
        @media print {
          main { max-width: none; padding: 0; }
          section { margin-top: 26pt; }
          .contents { display: none; }
          section.front { margin-top: 0; }
          .front .verdict { margin-bottom: 12pt; }
          .front .key-figures { margin-bottom: 12pt; }
          .front td { padding-top: 1.8pt; padding-bottom: 1.8pt; }
          .front .notice { margin: 10pt 0 0; break-inside: avoid; }
          section.page { break-before: page; margin-top: 0; }
          .opening, .legend, caption, h3, thead { break-after: avoid; }
          .opening { break-inside: avoid; }
          tr, figure, .notice li, .key-figures, .facts, .kept { break-inside: avoid; }
          tr.group { break-after: avoid; }
          tr.subtotal, tr.total { break-before: avoid; }
          thead { display: table-header-group; }
          .table { overflow: visible; }
          .table-note { break-before: avoid; }
          p { orphans: 3; widows: 3; }
        }

        """;

    private const string Margin =
        "font-family: Roboto, \"Open Sans\", \"Liberation Sans\", \"DejaVu Sans\", Arial, sans-serif; font-size: 7.5pt; color: #5d6972; font-variant-numeric: "
            + "tabular-nums;";
}
