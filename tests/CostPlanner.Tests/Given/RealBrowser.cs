using CostPlanner.Reporting.Pdf;

namespace CostPlanner.Tests.Given;

/// <summary>The browser of this machine that prints reports; a test that asks for it is skipped, visibly, where it or a font is missing.</summary>
internal static class RealBrowser
{
    /// <summary>Its path.</summary>
    public static string OrSkip()
    {
        var ready = PdfPrinter.Check(null);
        Assert.SkipWhen(ready.Missing is not null, $"{ready.Missing}: {PdfOutcome.InstallCommand}");
        return ready.Browser!;
    }
}
