using System.Collections.Immutable;
using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>What the money is spent on, as bars.</summary>
internal static class CategoriesChapter
{
    public static Section Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var categories = OptionsChapter.CategoriesOf(result);
        var chart = new StackedBars(
            Words.Of("costs.categories.cost-by-category-over", ("years", scenario.HorizonYears)),
            scenario.Currency.Code,
            [.. categories.Select(Wording.Of)],
            [.. result.Options.Select(option => BarOf(option, categories))]);
        return new Section(ReportOutline.Categories, Words.Of("costs.categories.cost-by-category"), Lead(result, categories), [chart]);
    }

    private static StackedBar BarOf(OptionCase option, ImmutableArray<CostCategory> categories)
    {
        var total = Printed.Whole(option.Costs.Total.Amount);
        return new StackedBar(
            option.Option.Name,
            [.. categories.Select(category => option.Costs.TotalOf(category).Amount)],
            option.HasTotal ? total : $"{Wording.AtLeast} {total}",
            option switch
            {
                { HasTotal: true } => null,
                { Costs.IsComplete: false } => Words.Of("common.price-missing"),
                _ => Words.Of("costs.categories.vms-without-a-place"),
            });
    }

    private static string Lead(CaseStudy result, ImmutableArray<CostCategory> categories)
    {
        var baseline = result.Baseline;
        if (!baseline.Costs.IsComplete || baseline.Costs.Total.Amount <= 0)
        {
            return Words.Of("costs.categories.lead");
        }

        var largest = categories.MaxBy(category => baseline.Costs.TotalOf(category).Amount);
        var share = baseline.Costs.TotalOf(largest) / baseline.Costs.Total;
        var years = result.Inputs.Scenario.HorizonYears;
        return Words.Of(
            "costs.categories.lead-the-largest-part",
            ("option", baseline.Option.Name),
            ("largest", Wording.Of(largest).ToLowerInvariant()),
            ("share", Printed.Percent(share)),
            ("years", Wording.AllCosts(years)));
    }
}
