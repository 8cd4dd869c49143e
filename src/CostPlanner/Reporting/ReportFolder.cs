using System.Collections.Immutable;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Reporting.Pdf;
using CostPlanner.Studies;

namespace CostPlanner.Reporting;

/// <summary>What was written of a report.</summary>
/// <param name="Files">The files written, in order.</param>
/// <param name="Pdf">Whether the PDF is among them, and if not, what is missing.</param>
public sealed record ReportOutcome(ImmutableArray<string> Files, PdfOutcome Pdf);

/// <summary>Writes a report to a folder: report.html and result.json always, report.pdf where a browser and a font are installed.</summary>
public static class ReportFolder
{
    /// <summary>The page's name.</summary>
    public const string HtmlName = "report.html";

    /// <summary>The result's name.</summary>
    public const string JsonName = "result.json";

    /// <summary>The PDF's name.</summary>
    public const string PdfName = "report.pdf";

    /// <summary>Writes the report as it is.</summary>
    public static ReportOutcome Write(CaseStudy result, string folder, string? browser, CancellationToken calledOff = default) =>
        Write(result, folder, browser, null, calledOff);

    /// <summary>
    /// Writes the report, and creates the folder. Each file appears whole or not at all; a PDF of a run before is
    /// removed when none can be printed, since it would not belong to the page beside it. Throws IOException or
    /// UnauthorizedAccessException where the folder cannot be written to.
    /// </summary>
    /// <param name="result">The case.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="browser">What prints the PDF; null for the usual ones.</param>
    /// <param name="hide">What every text passes before the first file is written, and may refuse it; null for as it is.</param>
    /// <param name="calledOff">Cancelled when the person calls the work off.</param>
    public static ReportOutcome Write(CaseStudy result, string folder, string? browser, Func<string, string>? hide, CancellationToken calledOff = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var (page, figures) = (HtmlReport.Render(ReportDocument.Of(result)), ResultJson.Render(result));
        (page, figures) = hide is null ? (page, figures) : (hide(page), hide(figures));
        Directory.CreateDirectory(folder);
        var html = Path.Combine(folder, HtmlName);
        var json = Path.Combine(folder, JsonName);
        var pdf = Path.Combine(folder, PdfName);
        AtomicFile.Write(html, page);
        AtomicFile.Write(json, figures);
        var outcome = PdfPrinter.Print(html, pdf, browser, calledOff);
        return new ReportOutcome(outcome.IsWritten ? [html, json, pdf] : [html, json], outcome);
    }
}
