using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting;

namespace CostPlanner.Tests.Reporting;

public sealed class HoleTests
{
    private const string Hole = "XenServer 8 Premium, hosts reused";

    [Fact]
    public void An_option_with_a_hole_is_not_ranked_and_its_total_says_at_least()
    {
        var table = Page.Of(SampleCase.Build()).TablesOf("answer").Single();
        var row = Page.Rows(table, "").Single(each => Page.Text(each, 1) == Hole);

        Assert.Equal("", Page.Text(row, 0));
        Assert.Equal("at least", Page.Before(row, 3));
        Assert.Equal("at least", Page.Before(row, 4));
        Assert.Equal("not ranked", Page.Text(row, 5));
        Assert.DoesNotContain("%", row.Value, StringComparison.Ordinal);
        Assert.Contains("Price missing: XenServer 8 Premium", row.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_percentage_stands_in_any_row_of_money_of_an_option_with_a_hole()
    {
        var page = Page.Of(SampleCase.Build());
        var rows = new[] { "answer", "options", "cash-flow", "claim" }
            .SelectMany(page.TablesOf)
            .SelectMany(table => Page.Rows(table, ""))
            .Where(row => row.Elements().Any(cell => cell.Value.Contains(Hole, StringComparison.Ordinal)))
            .ToList();

        // One row each in the ranking, two tables of options (a third has it in a column), the years, the return, the books, the features; one for each of the three KVM options with reused hosts in the claim.
        Assert.Equal(10, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain("%", row.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hole_is_printed_as_words_and_never_as_a_number()
    {
        var page = Page.Of(SampleCase.Build());
        var (table, column) = page.TableWith("options", Hole);
        var inCategories = Page.Rows(table, "").First();
        var line = page.TablesOf("lines").SelectMany(table => Page.Rows(table, "")).Single(row => Page.Text(row, 1) == "XenServer 8 Premium");

        Assert.Equal("price missing", Page.Text(inCategories, column));
        Assert.Equal("price missing", Page.Text(line, 3));
        Assert.Equal("no amount", Page.Text(line, 4));
    }

    [Fact]
    public void A_sum_of_holes_alone_is_no_0()
    {
        var sample = SampleCase.Build();
        var option = sample.Options.Single(each => each.Option.Name == Hole);
        var bare = option with { Costs = option.Costs with { Lines = [.. option.Costs.Holes] } };
        var (table, column) = Page.Of(sample with { Options = sample.Options.Replace(option, bare) }).TableWith("options", Hole);

        Assert.Equal("price missing", Page.Text(Page.Rows(table, "total").Single(), column));
    }

    [Fact]
    public void The_bar_of_an_option_with_a_hole_is_open_and_labelled()
    {
        var chart = Page.Of(SampleCase.Build()).Section("categories");

        Assert.Contains(chart.Descendants("text"), text => text.Value.StartsWith("at least 1,", StringComparison.Ordinal));
        Assert.Single(chart.Descendants("path"), path => (string?)path.Attribute("class") == "open-end");
    }

    [Fact]
    public void Without_a_price_for_the_baseline_nothing_is_said_to_be_saved()
    {
        var sample = SampleCase.Build();
        var options = sample.Options.Select(option => option with
        {
            Comparison = null,
            WhyNotCompared = "a price of the baseline is missing",
            Costs = option.Option.Id == "vvf" ? option.Costs with { Lines = [.. option.Costs.Lines.Select(Emptied)] } : option.Costs,
        });
        var document = ReportDocument.Of(sample with { Options = [.. options] });

        Assert.Contains("is not known: a price of the baseline is missing", document.Verdict, StringComparison.Ordinal);
        var page = Page.Of(sample with { Options = [.. options] });

        // The one per cent sign is that of the discount rate, in the note.
        var note = "each payment discounted at 6.0\u00a0% a year";
        Assert.DoesNotContain("%", page.Section("answer").Value.Replace(note, "", StringComparison.Ordinal), StringComparison.Ordinal);

        static CostLine Emptied(CostLine line) => line.Category == CostCategory.PlatformLicences ? line with { Hole = "no price", Payments = [], PaidPrice = null, ListPrice = null, Converted = null } : line;
    }
}
