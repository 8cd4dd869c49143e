using System.Xml.Linq;
using CostPlanner.Reporting;

namespace CostPlanner.Tests.Reporting;

public sealed class HtmlReportTests
{
    private static string Page() => HtmlReport.Render(ReportDocument.Of(SampleCase.Build()));

    [Fact]
    public void The_page_is_well_formed()
    {
        var page = Page();
        if (Environment.GetEnvironmentVariable("REPORT_OUT") is { } path)
        {
            File.WriteAllText(path, page);
        }

        XDocument.Parse(page[(page.IndexOf('\n') + 1)..]);
    }
}
