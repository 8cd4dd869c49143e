using System.Diagnostics;
using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Reporting.Pdf;

/// <summary>One run of a browser that prints a page, in a profile of its own that is deleted afterwards.</summary>
internal static class BrowserRun
{
    private const int LinesQuoted = 4;

    // A browser talks much, and what it said last is what counts.
    private static readonly ProgramSetting Setting = new() { MostKept = 16 << 20, ForLastWords = TimeSpan.FromSeconds(2) };

    /// <summary>Prints a page; null when the PDF was written, else what went wrong, with the browser's last words.</summary>
    public static string? Print(string program, string htmlPath, string pdfPath, TimeSpan patience, CancellationToken calledOff)
    {
        var profile = Directory.CreateTempSubdirectory("costplanner-browser-");
        try
        {
            var run = ProgramRun.Of(program, Arguments(htmlPath, pdfPath, profile.FullName), patience, Setting, calledOff);
            return run switch
            {
                { Refused: { } refused } => $"The browser {program} could not be started: {refused}",
                { TimedOut: true } => FormattableString.Invariant(
                    $"The browser {program} did not finish within {patience.TotalSeconds:0} seconds and was ended"),
                { ExitCode: not 0 } => FormattableString.Invariant($"The browser {program} ended with code {run.ExitCode}{LastWords(run)}"),
                _ when !File.Exists(pdfPath) => $"The browser {program} wrote no PDF{LastWords(run)}",
                _ => null,
            };
        }
        finally
        {
            Delete(profile);
        }
    }

    /// <summary>
    /// No name and no address is resolved, and whatever is asked for goes to a proxy that is none, the machine itself included: neither the page nor the
    /// browser's own background work reaches a network. Measured by the browser's net log: without these it asks its makers for names in spite of
    /// --disable-background-networking.
    /// </summary>
    private static readonly string[] WithoutNetwork =
    [
        "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=http://no-network.invalid:1", "--proxy-bypass-list=<-loopback>",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-domain-reliability",
        "--disable-client-side-phishing-detection",
        "--disable-default-apps", "--disable-extensions", "--no-pings",
    ];

    private static List<string> Arguments(string htmlPath, string pdfPath, string profile)
    {
        List<string> arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", .. WithoutNetwork,
            "--no-pdf-header-footer", "--generate-pdf-document-outline", "--export-tagged-pdf",
            $"--user-data-dir={profile}", $"--print-to-pdf={Path.GetFullPath(pdfPath)}",
        ];
        if (Environment.UserName == "root")
        {
            // Chromium's sandbox refuses to run as root, which is the usual user in a container.
            arguments.Add("--no-sandbox");
        }

        arguments.Add(new Uri(Path.GetFullPath(htmlPath)).AbsoluteUri);
        return arguments;
    }

    private static string LastWords(ProgramRun run)
    {
        var lines = run.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : ": " + string.Join(" | ", lines.TakeLast(LinesQuoted));
    }

    private static void Delete(DirectoryInfo profile)
    {
        try
        {
            profile.Delete(recursive: true);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            // A process of the browser may still be writing; what stays behind lies among temporary files.
            Debug.WriteLine(trouble.Message);
        }
    }
}
