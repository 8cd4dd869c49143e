using System.Diagnostics;
using System.Text;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Pdf;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Pdf;

/// <summary>One class, so that what changes the environment runs alone.</summary>
public sealed class PdfPrinterTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("costplanner-report-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    [Needs(Tool.Chromium)]
    public void The_folder_holds_page_result_and_pdf()
    {
        RealBrowser.OrSkip();
        var outcome = ReportFolder.Write(SampleCase.Build(), Path.Combine(folder.FullName, "new", "folder"), null, TestContext.Current.CancellationToken);
        Assert.True(outcome.Pdf.IsWritten, outcome.Pdf.Missing);

        Assert.Equal(["report.html", "report.pdf", "result.json"], Directory.GetFiles(Path.GetDirectoryName(outcome.Files[0])!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        var pdf = Encoding.Latin1.GetString(File.ReadAllBytes(outcome.Files[2]));
        Assert.Contains("/Outlines", pdf, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile", pdf, StringComparison.Ordinal);
        Assert.Contains("/Lang (en)", pdf, StringComparison.Ordinal);
    }

    [Fact]
    [Needs(Tool.Chromium)]
    public void The_pdf_is_A4_tagged_searchable_and_carries_its_fonts()
    {
        SkipWithout("pdfinfo", "pdftotext", "pdffonts");
        RealBrowser.OrSkip();
        var outcome = ReportFolder.Write(SampleCase.Build(), folder.FullName, null, TestContext.Current.CancellationToken);
        Assert.True(outcome.Pdf.IsWritten, outcome.Pdf.Missing);
        var pdf = Path.Combine(folder.FullName, "report.pdf");

        var info = Run("pdfinfo", pdf);
        Assert.Matches(@"Tagged:\s+yes", info);
        Assert.Contains("(A4)", info, StringComparison.Ordinal);
        Assert.Matches(@"Title:\s+Leave vSphere\? Northwind Logistics", info);
        Assert.Matches(@"Pages:\s+\d\d\n", info);
        // Two lines of head, then a line for each font: name, type, encoding, embedded, ...
        var fonts = Run("pdffonts", pdf).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();
        Assert.NotEmpty(fonts);
        Assert.All(fonts, font => Assert.Matches(@"\byes (yes|no)\s+(yes|no)\s+\d+", font));
        var text = Run("pdftotext", "-layout", pdf, "-");
        Assert.Contains("XenServer 8 Premium", text, StringComparison.Ordinal);
        Assert.Contains("[prod] <web>&db", text, StringComparison.Ordinal);
        Assert.Contains("As of 1 July 2026", text, StringComparison.Ordinal);
        Assert.Matches(@"\b2 / \d\d\b", text);
    }

    [Fact]
    public void Without_a_browser_page_and_result_are_written_and_the_command_is_named()
    {
        var stale = Path.Combine(folder.FullName, "report.pdf");
        File.WriteAllText(stale, "of a run before");

        var outcome = ReportFolder.Write(SampleCase.Build(), folder.FullName, "/nowhere/chromium", TestContext.Current.CancellationToken);

        Assert.False(outcome.Pdf.IsWritten);
        Assert.Contains("/nowhere/chromium", outcome.Pdf.Missing, StringComparison.Ordinal);
        Assert.StartsWith("apt-get install -y chromium fonts-", outcome.Pdf.Command, StringComparison.Ordinal);
        Assert.Equal(["report.html", "result.json"], Directory.GetFiles(folder.FullName).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_font_nothing_is_printed_and_the_command_is_named()
    {
        SkipWithout("fc-list");
        var browser = StandIn("exit 0");
        var empty = Path.Combine(folder.FullName, "fonts.conf");
        File.WriteAllText(empty, "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig></fontconfig>");
        Environment.SetEnvironmentVariable("FONTCONFIG_FILE", empty);
        try
        {
            var outcome = PdfPrinter.Print(PageFile(), Path.Combine(folder.FullName, "report.pdf"), browser, TestContext.Current.CancellationToken);

            Assert.Contains("No font is installed", outcome.Missing, StringComparison.Ordinal);
            Assert.StartsWith("apt-get install", outcome.Command, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("FONTCONFIG_FILE", null);
        }
    }

    [Fact]
    public void A_browser_that_fails_is_quoted_without_a_stack_trace()
    {
        var outcome = Print(StandIn("echo first >&2; echo 'cannot open display' >&2; exit 7"));

        Assert.False(outcome.IsWritten);
        Assert.Contains("ended with code 7: first | cannot open display", outcome.Missing, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Missing, StringComparison.Ordinal);
        Assert.Null(outcome.Command);
    }

    [Fact]
    public void A_browser_that_ends_well_and_writes_nothing_is_no_success()
    {
        var outcome = Print(StandIn("exit 0"));

        Assert.Contains("wrote no PDF", outcome.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_browser_that_writes_a_pdf_without_fonts_is_no_success()
    {
        var outcome = Print(Copier(PdfFileTests.Pdf("BT /F1 12 Tf (Words) Tj ET")));

        Assert.Contains("no usable font", outcome.Missing, StringComparison.Ordinal);
        Assert.StartsWith("apt-get install", outcome.Command, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "report.pdf")));
    }

    [Fact]
    public void A_browser_that_writes_a_pdf_without_text_is_no_success()
    {
        var outcome = Print(Copier(PdfFileTests.Pdf("0 0 10 10 re f", "/FontFile 9 0 R")));

        Assert.Contains("has no text", outcome.Missing, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_pdf_with_text_and_a_font_counts() => Assert.True(Print(Copier(PdfFileTests.Pdf("BT /F1 12 Tf (Words) Tj ET", "/FontFile 9 0 R"))).IsWritten);

    [Fact]
    public void A_browser_that_writes_nine_tenths_of_a_pdf_is_no_success()
    {
        var whole = PdfFileTests.Pdf("BT /F1 12 Tf (Words) Tj ET", "/FontFile 9 0 R");
        var outcome = Print(Copier(whole[..(whole.Length * 9 / 10)]));

        Assert.Contains("its PDF is not whole", outcome.Missing, StringComparison.Ordinal);
        Assert.Null(outcome.Command);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "report.pdf")));
    }

    [Fact]
    public void A_browser_that_hangs_is_ended_with_its_children()
    {
        var pids = Path.Combine(folder.FullName, "pids");
        var browser = StandIn($"sleep 300 & echo $! > '{pids}'; wait");
        var watch = Stopwatch.StartNew();

        var outcome = PdfPrinter.Print(PageFile(), Path.Combine(folder.FullName, "report.pdf"), browser, TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);

        Assert.Contains("did not finish within 2 seconds", outcome.Missing, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
        Assert.False(Runs(File.ReadAllText(pids).Trim()));
    }

    [Fact]
    public void A_file_that_is_no_program_is_refused_in_words()
    {
        var text = Path.Combine(folder.FullName, "browser.txt");
        File.WriteAllText(text, "not a program");

        Assert.Contains("could not be started", Print(text).Missing, StringComparison.Ordinal);
    }

    private PdfOutcome Print(string browser) => PdfPrinter.Print(PageFile(), Path.Combine(folder.FullName, "report.pdf"), browser);

    private string PageFile()
    {
        var page = Path.Combine(folder.FullName, "page.html");
        File.WriteAllText(page, "<!DOCTYPE html><title>x</title><p>x");
        return page;
    }

    /// <summary>A stand-in for a browser that "prints" those bytes.</summary>
    private string Copier(byte[] pdf)
    {
        var source = Path.Combine(folder.FullName, "source");
        File.WriteAllBytes(source, pdf);
        return StandIn($"for a in \"$@\"; do case \"$a\" in --print-to-pdf=*) cp '{source}' \"${{a#--print-to-pdf=}}\";; esac; done");
    }

    private string StandIn(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the stand-in for a browser is a shell script");
        var path = Path.Combine(folder.FullName, "stand-in");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>Whether a process runs; one that has ended and waits to be collected does not.</summary>
    private static bool Runs(string pid)
    {
        var status = $"/proc/{pid}/stat";
        return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
    }

    private static void SkipWithout(params string[] programs)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (var program in programs)
        {
            Assert.SkipUnless(folders.Any(each => File.Exists(Path.Combine(each, program))), $"{program} is not installed: apt-get install -y poppler-utils fontconfig");
        }
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
