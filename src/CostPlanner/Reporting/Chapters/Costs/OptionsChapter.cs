using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>The options side by side: what each costs by category, and in money of today.</summary>
internal static class OptionsChapter
{
    /// <summary>So many options fit on a page twice; more run over to the next.</summary>
    public const int Few = 10;

    public static Section Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var lead = $"Every option carries the same VMs under the same rules for {Wording.Years(scenario.HorizonYears)}; "
            + $"each figure is the sum of the lines in {ReportOutline.Reference(result, ReportOutline.Lines)}, in whole {scenario.Currency.Code}.";
        return new Section(ReportOutline.Options, "Options side by side", lead, [ByCategory(result), InMoneyOfToday(result), EnergyTable.Of(result)]);
    }

    /// <summary>The categories on which any option spends, or would if its price were known.</summary>
    public static ImmutableArray<CostCategory> CategoriesOf(CaseStudy result) =>
    [
        .. Enum.GetValues<CostCategory>().Where(category => result.Options.Any(option => option.Costs.Lines.Any(line =>
            line.Category == category && (line.IsHole || line.Payments.Any(payment => payment.Amount.Amount != 0))))),
    ];

    private static Table ByCategory(CaseStudy result)
    {
        var categories = CategoriesOf(result);
        var scenario = result.Inputs.Scenario;
        return new Table
        {
            Caption = $"Cost by category over {Wording.Years(scenario.HorizonYears)}, {scenario.Currency.Code}",
            Columns =
            [
                new Column("Option", Width: 20),
                .. categories.Select(category => new Column(Wording.Of(category), true)),
                new Column("Total", true),
            ],
            Rows = [.. result.Options.Select(option => RowOf(option, categories))],
            IsDense = true,
            IsKept = result.Options.Length <= Few,
        };
    }

    private static Row RowOf(OptionCase option, ImmutableArray<CostCategory> categories) => new(
    [
        new Cell(option.Option.Name),
        .. categories.Select(category => CostCell.Of(option.Costs, category)),
        CostCell.Total(option, Tone.Strong),
    ]);

    private static Table InMoneyOfToday(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var rate = Printed.Percent(result.Assumptions.Of(AssumptionIds.DiscountRate));
        return new Table
        {
            Caption = $"Total, present cost and cost of a unit, {scenario.Currency.Code}",
            Columns =
            [
                new Column("Option", Width: 28), new Column("Total", true), new Column("Present cost", true), new Column("Present saving", true),
                new Column("Per VM and month", true), new Column("Per GiB and month", true), new Column("Per vCPU and month", true),
            ],
            Rows = [.. result.Options.Select(option => Present(option, result))],
            Note = $"Present cost: each month's payments discounted at {rate} per year. Per VM, GiB and vCPU: total ÷ running VMs, their configured memory, "
                + "their vCPUs ÷ months.",
            IsKept = result.Options.Length <= Few,
        };
    }

    private static Row Present(OptionCase option, CaseStudy result)
    {
        var isBaseline = option.Option.Id == result.Baseline.Option.Id;
        var units = option.UnitCosts;
        var isComplete = option.IsRanked;
        return new Row(
        [
            new Cell(option.Option.Name),
            CostCell.Total(option),
            CostCell.Of(option.PresentCost.Amount, isComplete),
            option.Comparison is { } comparison && option.IsRanked
                ? new Cell(Printed.Whole(comparison.PresentSaving.Amount))
                : isBaseline ? new Cell("baseline", Tone.Quiet) : Cell.Missing("not known"),
            Each(units.PerVm),
            Each(units.PerGiB),
            Each(units.PerVCpu),
        ]);

        Cell Each(Money? cost) => cost is { } amount
            ? new Cell(Printed.Fixed(amount.Amount, 2)) { Before = isComplete ? null : Wording.AtLeast }
            : Cell.Missing(Sentences.Of(units.WhyNone!));
    }
}
