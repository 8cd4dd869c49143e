using CostPlanner.Benchmarking.Files;

namespace CostPlanner.Reporting.Pdf;

/// <summary>Prints the page to PDF by a browser of the Chromium family that is installed on this machine.</summary>
public static class PdfPrinter
{
    /// <summary>How long a browser may take; then it is ended with all that it started.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    /// <summary>
    /// Prints a page. The browser is the one given, else the one named by COSTPLANNER_BROWSER, else chromium, google-chrome or
    /// microsoft-edge on the path. What is missing is part of the outcome; nothing is thrown for it.
    /// </summary>
    /// <param name="htmlPath">The page.</param>
    /// <param name="pdfPath">The PDF to write; a file of that name is replaced, and is gone when printing fails.</param>
    /// <param name="browser">A browser's path, or its name on the path; null to look for one.</param>
    /// <param name="calledOff">Ends the browser with all that it started; then OperationCanceledException is thrown and no PDF is left.</param>
    public static PdfOutcome Print(string htmlPath, string pdfPath, string? browser, CancellationToken calledOff = default) =>
        Print(htmlPath, pdfPath, browser, Patience, calledOff);

    /// <summary>Prints a page as above; a browser that takes longer than the patience is ended with all that it started.</summary>
    public static PdfOutcome Print(string htmlPath, string pdfPath, string? browser, TimeSpan patience, CancellationToken calledOff = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(htmlPath);
        ArgumentException.ThrowIfNullOrWhiteSpace(pdfPath);
        File.Delete(pdfPath);
        var ready = Check(browser);
        return ready.Missing is { } missing ? PdfOutcome.Lacks(missing) : Written(htmlPath, pdfPath, ready.Browser!, patience, calledOff);
    }

    /// <summary>Whether a page could be printed, without printing one.</summary>
    public static PdfReadiness Check(string? browser)
    {
        var program = Browser.Find(browser);
        var hasFont = Fonts.AnyInstalled();
        var missing = program is null ? Browser.WhyNone(browser)
            : hasFont ? null
            : "No font is installed on this machine: the PDF would have no text";
        return new PdfReadiness(program, hasFont, missing);
    }

    private static PdfOutcome Written(string htmlPath, string pdfPath, string program, TimeSpan patience, CancellationToken calledOff)
    {
        return AtomicFile.Make(pdfPath, draft => Outcome(program, htmlPath, draft, patience, calledOff) is var outcome && outcome.IsWritten
            ? (true, outcome)
            : (false, FullDisk(pdfPath) ?? outcome));
    }

    /// <summary>What the browser made of it; a PDF counts only when it is whole and shows text.</summary>
    private static PdfOutcome Outcome(string program, string htmlPath, string draft, TimeSpan patience, CancellationToken calledOff)
    {
        if (BrowserRun.Print(program, htmlPath, draft, patience, calledOff) is { } trouble)
        {
            return PdfOutcome.Failed(trouble);
        }

        var pdf = File.ReadAllBytes(draft);
        if (PdfFile.Flaw(pdf) is { } flaw)
        {
            return PdfOutcome.Failed($"The browser {program} said that all went well, but its PDF is not whole: {flaw}");
        }

        return Fonts.AreEmbeddedIn(pdf) && PdfFile.HasText(pdf)
            ? PdfOutcome.Written
            : PdfOutcome.Lacks("The browser found no usable font: the PDF that it wrote has no text");
    }

    /// <summary>A browser does not say that a disk is full: neither that of the report nor that of its own profile.</summary>
    private static PdfOutcome? FullDisk(string pdfPath) =>
        new[] { Path.GetDirectoryName(Path.GetFullPath(pdfPath))!, Path.GetTempPath() }.FirstOrDefault(AtomicFile.IsFull) is { } folder
            ? PdfOutcome.Failed($"The disk of the folder '{folder}' is full")
            : null;
}
