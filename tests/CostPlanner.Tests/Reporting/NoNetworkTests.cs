using System.Text.Json;
using System.Text.RegularExpressions;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Pdf;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting;

/// <summary>Printing reaches no network: neither what a page asks for nor what the browser does beside it. Its own log of the network says so.</summary>
public sealed class NoNetworkTests : IDisposable
{
    // What goes out, of all that the log can hold. A socket that is only connected for UDP sends nothing: that asks the machine for its route.
    private static readonly string[] Sent =
    [
        "TCP_CONNECT_ATTEMPT", "SSL_CONNECT", "SSL_HANDSHAKE_MESSAGE_SENT", "SOCKET_BYTES_SENT", "SSL_SOCKET_BYTES_SENT", "UDP_BYTES_SENT", "DNS_TRANSACTION", "DNS_TRANSACTION_QUERY",
        "HTTP_TRANSACTION_SEND_REQUEST", "HTTP_TRANSACTION_SEND_REQUEST_HEADERS", "HTTP_TRANSACTION_HTTP2_SEND_REQUEST_HEADERS", "HTTP_TRANSACTION_QUIC_SEND_REQUEST_HEADERS",
        "QUIC_SESSION_PACKET_SENT", "WEBSOCKET_STREAM",
    ];

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [Needs(Tool.Chromium)]
    public void A_page_with_planted_images_styles_frames_and_scripts_is_printed_and_nothing_is_sent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "the browser is started through a shell script");
        var browser = RealBrowser.OrSkip();
        var log = folder.At("net.json");
        var page = folder.Write("page.html", """
            <!DOCTYPE html><title>x</title><p>Words
            <img src="http://192.0.2.7/a.png"><img src="https://example.com/b.png"><img src="http://127.0.0.1:8/c.png"><img src="http://localhost:8/d.png">
            <link rel="stylesheet" href="https://[2001:db8::1]/x.css"><link rel="dns-prefetch" href="//example.org"><link rel="preconnect" href="https://example.net">
            <iframe src="http://example.com/"></iframe><style>@import url(https://example.com/y.css);</style><script>fetch('https://example.com/z'); new WebSocket('ws://example.com/');</script>
            """);

        var outcome = PdfPrinter.Print(page, folder.At("page.pdf"), Logging(browser, log), TestContext.Current.CancellationToken);

        Assert.True(outcome.IsWritten, outcome.Missing);
        var kinds = Kinds(File.ReadAllText(log));
        Assert.Contains("URL_REQUEST_START_JOB", kinds); // The log is of this run: what the page asks for was asked for.
        Assert.DoesNotContain(kinds, kind => Sent.Contains(kind, StringComparer.Ordinal));
    }

    [Fact]
    public void The_report_itself_asks_for_nothing_outside_of_it()
    {
        var page = HtmlReport.Render(ReportDocument.Of(SampleCase.Build()));

        Assert.DoesNotMatch(new Regex("<(img|link|script|iframe|object|embed|base|audio|video|source)\\b|@import|url\\((?!['\"]?(#|data:))|http-equiv", RegexOptions.IgnoreCase), page);
    }

    /// <summary>The browser, told to log what it does on the network.</summary>
    private string Logging(string browser, string log)
    {
        var path = folder.Write("browser", $"#!/bin/sh\nexec '{browser}' '--log-net-log={log}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    /// <summary>The kinds of events in a log; one that was cut off when the browser ended is ended here.</summary>
    private static HashSet<string> Kinds(string log)
    {
        using var document = Parsed(log);
        var names = document.RootElement.GetProperty("constants").GetProperty("logEventTypes").EnumerateObject().ToDictionary(each => each.Value.GetInt32(), each => each.Name);
        return [.. document.RootElement.GetProperty("events").EnumerateArray().Select(each => names[each.GetProperty("type").GetInt32()])];
    }

    private static JsonDocument Parsed(string log)
    {
        try
        {
            return JsonDocument.Parse(log);
        }
        catch (JsonException)
        {
            return JsonDocument.Parse(log.TrimEnd().TrimEnd(',') + "]}");
        }
    }
}
