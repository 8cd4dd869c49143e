using System.Xml.Linq;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies;

namespace CostPlanner.Tests.Reporting.Chapters.Licences;

/// <summary>Licences of guests, the options side by side.</summary>
public sealed class GuestLicencesTableTests
{
    private static readonly CaseStudy Sample = SampleCase.Build();

    // The sample has nine options: they stand in rows.
    [Fact]
    public void Many_options_stand_in_rows_with_the_sum_of_their_lines()
    {
        var rows = Page.Rows(TableOf(Sample), "").ToList();
        Assert.Equal(Sample.Options.Select(option => option.Option.Name), rows.Select(row => Page.Text(row, 0)));
        Assert.Equal(Sample.Options.Select(WindowsOf), rows.Select(row => Page.Figure(row, 1)));
        Assert.Contains("its guests may run on", Sentence(Sample), StringComparison.Ordinal);
    }

    [Fact]
    public void Few_options_stand_in_columns()
    {
        var few = Sample with { Options = [.. Sample.Options.Take(3)] };
        var row = Assert.Single(Page.Rows(TableOf(few), ""));
        Assert.Equal(Confinement.Windows, Page.Text(row, 0));
        Assert.Equal(few.Options.Select(WindowsOf), Enumerable.Range(1, 3).Select(column => Page.Figure(row, column)));
    }

    [Fact]
    public void Where_all_options_pay_the_same_the_report_says_so()
    {
        var first = Sample.Options[0];
        var same = Sample with { Options = [first, first with { Option = first.Option with { Id = "again", Name = "Again" } }] };
        Assert.Contains("costs the same in every option.", Sentence(same), StringComparison.Ordinal);
    }

    [Fact]
    public void A_platform_that_contains_them_is_named()
    {
        var contained = WithLine(line => line with { IsContained = true, PaidPrice = Money.Zero(Currency.Euro), Payments = [] });
        Assert.Equal("in the platform", Page.Text(Page.Rows(TableOf(contained), "").First(), 1));
        Assert.Contains($"costs 0 to {WindowsOf(Sample.Options[1]):#,0}: the platform contains it in “{Sample.Options[0].Option.Name}”.", Sentence(contained), StringComparison.Ordinal);
        Assert.Contains("\"inPlatform\": true", ResultJson.Render(contained), StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_is_missing_is_said_and_never_a_zero()
    {
        var hole = WithLine(line => line with { Hole = "no price", Payments = [] });
        Assert.Equal("price missing", Page.Text(Page.Rows(TableOf(hole), "").First(), 1));
        Assert.Contains("costs the same in every option whose price is known.", Sentence(hole), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_licences_of_guests_there_is_no_table()
    {
        var none = Sample with { Options = [.. Sample.Options.Select(option => option with { Costs = option.Costs with { Lines = [.. option.Costs.Lines.Select(line => line with { Guests = null })] } })] };
        Assert.Single(Page.Of(none).TablesOf("licences"));
    }

    // Six options, the first with another line for Windows; they stand in rows.
    private static CaseStudy WithLine(Func<CostLine, CostLine> change)
    {
        var first = Sample.Options[0];
        var changed = first with { Costs = first.Costs with { Lines = [.. first.Costs.Lines.Select(line => line.Guests is null ? line : change(line))] } };
        return Sample with
        {
            Options = [changed, Sample.Options[1], Sample.Options[3], Sample.Options[5], Sample.Options[6], first with { Option = first.Option with { Id = "again", Name = "Again" } }],
        };
    }

    private static decimal? WindowsOf(OptionCase option) => option.Costs.Lines.Where(line => line.Guests == Confinement.Windows).Sum(line => line.Amount(Currency.Euro)!.Value.Amount);

    private static XElement TableOf(CaseStudy result) => Page.Of(result).TablesOf("licences").First();

    private static string Sentence(CaseStudy result) =>
        Page.Of(result).Section("licences").Descendants("p").Select(paragraph => paragraph.Value).First(text => text.StartsWith(Confinement.Windows, StringComparison.Ordinal));
}
