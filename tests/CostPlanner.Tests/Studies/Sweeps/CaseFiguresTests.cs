using CostPlanner.Studies;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Reporting;

namespace CostPlanner.Tests.Studies.Sweeps;

/// <summary>What is a lower bound among the figures of an option, and what is exact.</summary>
public sealed class CaseFiguresTests
{
    private const string Licences = "cost.platform-licences";

    private static readonly CaseStudy Sample = SampleCase.Build();

    private static OptionCase Hole => Sample.Options.Single(option => !option.IsRanked);

    [Fact]
    public void Only_sums_that_hold_a_line_without_an_amount_are_lower_bounds()
    {
        var figures = Of(Hole);
        Assert.Equal(["total", "present"], figures.AtLeast);
        Assert.All(Enum.GetValues<CostCategory>().Index().Skip(1), each => Assert.Equal(Hole.Costs.TotalOf(each.Item).Rounded(2).Amount, Value(figures, each.Index)));
    }

    [Fact]
    public void A_category_of_holes_alone_has_no_answer_and_is_no_0() => Assert.Null(Value(Of(Hole), 0));

    // One line has an amount and one has not: at least the one.
    [Fact]
    public void A_category_with_a_hole_among_its_lines_is_at_least_the_others()
    {
        var known = Sample.Options.First(option => option.IsRanked).Costs.Lines.First(line => line.Category == CostCategory.PlatformLicences);
        var figures = Of(Hole with { Costs = Hole.Costs with { Lines = Hole.Costs.Lines.Add(known) } });
        Assert.Equal(["total", "present", Licences], figures.AtLeast);
        Assert.Equal(known.Amount(Hole.Costs.Currency)!.Value.Rounded(2).Amount, Value(figures, 0));
    }

    [Fact]
    public void An_option_with_every_price_is_exact() => Assert.Empty(Of(Sample.Options.First(option => option.IsRanked)).AtLeast);

    private static OptionFigures Of(OptionCase option) => CaseFigures.Of((Sample with { Options = [option] }).Case)[0];

    /// <summary>The figure of a category by its place; platform licences are the first.</summary>
    private static decimal? Value(OptionFigures figures, int category) =>
        figures.Values[CaseFigures.Measures(Sample.Inputs.Scenario).Select(measure => measure.Name).ToList().IndexOf(Licences) + category];
}
