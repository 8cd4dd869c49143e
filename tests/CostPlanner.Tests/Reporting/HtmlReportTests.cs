using System.Text.RegularExpressions;
using CostPlanner.Reporting;

namespace CostPlanner.Tests.Reporting;

public sealed class HtmlReportTests
{
    private const int Amount = 4;

    [Fact]
    public void The_page_needs_no_script_and_no_network()
    {
        var html = HtmlReport.Render(ReportDocument.Of(SampleCase.Build()));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(new Regex("(src|href)=\"(?!#)", RegexOptions.IgnoreCase), html);
        Assert.DoesNotMatch(new Regex(@"url\(|@import|<link|<img|<iframe", RegexOptions.IgnoreCase), html);
    }

    [Fact]
    public void The_page_says_its_language_and_title_and_has_one_first_heading()
    {
        var page = Page.Of(SampleCase.Build());

        Assert.Equal("en", (string?)page.Elements("html").Single().Attribute("lang"));
        Assert.Equal("Leave vSphere? Northwind Logistics", page.Elements("title").Single().Value);
        Assert.Single(page.Elements("h1"));
        Assert.Equal(11, page.Elements("h2").Count());
    }

    [Fact]
    public void Names_with_markup_are_printed_as_they_are()
    {
        var html = HtmlReport.Render(ReportDocument.Of(SampleCase.Build()));

        Assert.DoesNotContain("<web>", html, StringComparison.Ordinal);
        Assert.Contains("[prod] &lt;web&gt;&amp;db &quot;01&quot;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_cannot_end_the_style_sheet_or_a_string_in_it()
    {
        var sample = SampleCase.Build();
        var scenario = sample.Inputs.Scenario with { Title = "</style><b>\"; } \\ body { display: none } \u0001" };
        var html = HtmlReport.Render(ReportDocument.Of(sample with { Inputs = sample.Inputs with { Scenario = scenario } }));
        var style = html[html.IndexOf("<style>", StringComparison.Ordinal)..html.IndexOf("</style>", StringComparison.Ordinal)];

        Assert.Single(Regex.Matches(html, "</style>"));
        Assert.Contains("@bottom-right", style, StringComparison.Ordinal);
        Assert.DoesNotContain("body { display: none }", style, StringComparison.Ordinal);
        _ = new Page(html);
    }

    [Fact]
    public void The_same_case_gives_the_same_page() => Assert.Equal(
        HtmlReport.Render(ReportDocument.Of(SampleCase.Build())), HtmlReport.Render(ReportDocument.Of(SampleCase.Build())));

    // 200 g/kWh: a fifth of the kWh in kg, in tonnes with one decimal.
    [Fact]
    public void Energy_and_CO2e_stand_for_every_option_with_the_factor_and_its_year()
    {
        var sample = SampleCase.Build();
        var section = Page.Of(sample).TablesOf("options").Last();
        var rows = Page.Rows(section, "").ToList();

        Assert.Equal(sample.Options.Select(option => option.Option.Name), rows.Select(row => Page.Text(row, 0)));
        Assert.All(rows, row => Assert.Equal(decimal.Round(Page.Figure(row, 2)!.Value / 5000, 1, MidpointRounding.AwayFromZero), Page.Figure(row, 3)));
        var note = HtmlReport.Render(ReportDocument.Of(sample));
        Assert.Contains("kWh × 200 g/kWh, EU in 2024", note, StringComparison.Ordinal);
        Assert.DoesNotContain("thermal design power", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_lines_add_up_to_the_printed_subtotals_and_totals()
    {
        var sample = SampleCase.Build();
        var tables = Page.Of(sample).TablesOf("lines").Where((_, index) => index % 2 == 0).ToList();

        Assert.Equal(sample.Options.Length, tables.Count);
        foreach (var (table, option) in tables.Zip(sample.Options))
        {
            var lines = Page.Rows(table, "").ToList();
            Assert.Equal(option.Costs.Lines.Length, lines.Count);
            var total = Page.Figure(Page.Rows(table, "total").Single(), Amount);
            Assert.Equal(option.Costs.Total.Amount, total);
            Assert.Equal(total, lines.Sum(line => Page.Figure(line, Amount) ?? 0));
        }
    }

    [Fact]
    public void Categories_and_years_add_up_to_the_same_totals_on_every_table()
    {
        var sample = SampleCase.Build();
        var page = Page.Of(sample);
        var byYear = page.TablesOf("cash-flow").First();
        var byBoth = page.TablesOf("lines").Where((_, index) => index % 2 == 1).ToList();
        var ranking = page.TablesOf("answer").Single();

        // Under the lines of each option its categories by year: every row and every column adds up.
        Assert.All(byBoth.Zip(sample.Options), each =>
        {
            var total = Page.Rows(each.First, "total").Single();
            var last = total.Elements().Count() - 1;
            Assert.Equal(each.Second.Costs.Total.Amount, Page.Figure(total, last));
            Assert.All(Enumerable.Range(1, last), column => Assert.Equal(Page.Figure(total, column) ?? 0, Page.Rows(each.First, "").Sum(row => Page.Figure(row, column) ?? 0)));
        });

        foreach (var (row, option) in Page.Rows(byYear, "").Zip(sample.Options))
        {
            var last = row.Elements().Count() - 1;
            Assert.Equal(option.Option.Name, Page.Text(row, 0));
            Assert.Equal(option.Costs.Total.Amount, Page.Figure(row, last));
            Assert.Equal(option.Costs.Total.Amount, Enumerable.Range(1, last - 1).Sum(column => Page.Figure(row, column) ?? 0));

            // Categories stand line by line, each option in a column.
            var (table, at) = page.TableWith("options", option.Option.Name);
            Assert.Equal(option.Costs.Total.Amount, Page.Figure(Page.Rows(table, "total").Single(), at));
            Assert.Equal(option.Costs.Total.Amount, Page.Rows(table, "").Sum(each => Page.Figure(each, at) ?? 0));
        }

        var totals = Page.Rows(ranking, "").ToDictionary(row => Page.Text(row, 1), row => Page.Figure(row, 4));
        Assert.All(sample.Options, option => Assert.Equal(option.Costs.Total.Amount, totals[option.Option.Name]));
    }

    [Fact]
    public void Every_link_leads_to_an_anchor_and_no_anchor_stands_twice()
    {
        var page = Page.Of(SampleCase.Build());
        var anchors = page.Elements("html").Single().DescendantsAndSelf().Select(each => (string?)each.Attribute("id")).OfType<string>().ToList();

        Assert.Equal(anchors.Count, anchors.Distinct().Count());
        Assert.All(page.Elements("a"), link => Assert.Contains(((string?)link.Attribute("href"))![1..], anchors));
    }

    [Fact]
    public void Every_assumption_can_be_reached()
    {
        var sample = SampleCase.Build();
        var html = HtmlReport.Render(ReportDocument.Of(sample));

        Assert.Equal(42, sample.Assumptions.All.Length);
        Assert.All(sample.Assumptions.All, each => Assert.Contains($"id=\"assumption-{each.Id}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public void Labels_at_the_ends_of_lines_do_not_cover_each_other()
    {
        var labels = Page.Of(SampleCase.Build()).Section("cash-flow").Descendants("text")
            .Where(text => (decimal)text.Attribute("x")! > 460)
            .Select(text => (decimal)text.Attribute("y")!)
            .Order()
            .ToList();

        // Letters of 9.5 units need at least as much from one baseline to the next.
        Assert.True(labels.Count >= 2 * 9);
        Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 9.5m, $"{pair.First} and {pair.Second}"));
    }
}
