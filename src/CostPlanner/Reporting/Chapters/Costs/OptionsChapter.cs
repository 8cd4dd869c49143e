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

    /// <summary>So many options stand side by side, each in a column of its own, with room between their figures.</summary>
    private const int MostColumns = 6;

    private const int CategoryWidth = 20;

    public static Section Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var lead = Words.Of(
            "costs.options.lead",
            ("years", scenario.HorizonYears),
            ("reference", ReportOutline.Reference(result, ReportOutline.Lines) ?? ""),
            ("currency", scenario.Currency.Code));
        return new Section(
            ReportOutline.Options,
            Words.Of("costs.options.options-side-by-side"),
            lead,
            [new Paragraph(RequirementWords.Of(result)), .. ByCategory(result), InMoneyOfToday(result), EnergyTable.Of(result)]);
    }

    /// <summary>The categories on which any option spends, or would if its price were known.</summary>
    public static ImmutableArray<CostCategory> CategoriesOf(CaseStudy result) => CategoriesOf(result.Options);

    private static ImmutableArray<CostCategory> CategoriesOf(ImmutableArray<OptionCase> options) =>
    [
        .. Enum.GetValues<CostCategory>().Where(category => options.Any(option => option.Costs.Lines.Any(line =>
            line.Category == category && (line.IsHole || line.Payments.Any(payment => payment.Amount.Amount != 0))))),
    ];

    /// <summary>Categories line by line, an option in each column; where there are many, those that stay and those that leave apart.</summary>
    private static IEnumerable<Table> ByCategory(CaseStudy result)
    {
        var today = result.Inputs.Inventory.Platform;
        return result.Options.Length <= MostColumns
            ? [ByCategory(result, result.Options, "")]
            : Part(option => option.Option.Platform == today, Words.Of("costs.options.that-stay"))
                .Concat(Part(option => option.Option.Platform != today, Words.Of("costs.options.that-leave")));

        IEnumerable<Table> Part(Func<OptionCase, bool> belongs, string which) =>
            result.Options.Where(belongs).Chunk(MostColumns).Select(part => ByCategory(result, [.. part], which));
    }

    private static Table ByCategory(CaseStudy result, ImmutableArray<OptionCase> options, string which)
    {
        var scenario = result.Inputs.Scenario;
        return new Table
        {
            Caption = Words.Of(
                "costs.options.cost-by-category-over", ("years", scenario.HorizonYears), ("currency", scenario.Currency.Code), ("which", which)),
            Columns = [new Column(Words.Of("common.category"), Width: CategoryWidth), .. options.Select(option => new Column(option.Option.Name, true))],
            Rows =
            [
                .. CategoriesOf(options).Select(category => new Row(
                    [new Cell(Wording.Of(category)), .. options.Select(option => CostCell.Of(option.Costs, category))])),
                new Row([new Cell(Words.Of("common.total"), Tone.Strong), .. options.Select(option => CostCell.Total(option, Tone.Strong))], RowKind.Total),
            ],
            IsKept = true,
        };
    }

    private static Table InMoneyOfToday(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var rate = Printed.Percent(result.Assumptions.Of(AssumptionIds.DiscountRate));
        return new Table
        {
            Caption = Words.Of("costs.options.caption", ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column(Words.Of("common.option"), Width: 28),
                new Column(Words.Of("common.total"), true),
                new Column(Words.Of("common.present-cost"), true),
                new Column(Words.Of("costs.options.present-saving", ("option", result.Baseline.Option.Name)), true),
                new Column(Words.Of("costs.options.per-vm-and-month"), true),
                new Column(Words.Of("costs.options.per-gib-and-month"), true),
                new Column(Words.Of("costs.options.per-vcpu-and-month"), true),
            ],
            Rows = [.. result.Options.Select(option => Present(option, result))],
            Note = Words.Of("costs.options.note", ("rate", rate)),
            IsKept = result.Options.Length <= Few,
        };
    }

    private static Row Present(OptionCase option, CaseStudy result)
    {
        var isBaseline = option.Option.Id == result.Baseline.Option.Id;
        var units = option.UnitCosts;
        var isComplete = option.HasTotal;
        return new Row(
        [
            new Cell(option.Option.Name),
            CostCell.Total(option),
            CostCell.Of(option.PresentCost.Amount, isComplete),
            option.Comparison is { } comparison && option.HasTotal
                ? new Cell(Printed.Whole(comparison.PresentSaving.Amount))
                : isBaseline ? new Cell(Words.Of("common.baseline"), Tone.Quiet) : Cell.Missing(Words.Of("common.not-known")),
            Each(units.PerVm),
            Each(units.PerGiB),
            Each(units.PerVCpu),
        ]);

        Cell Each(Money? cost) => cost is { } amount
            ? new Cell(Printed.Fixed(amount.Amount, 2)) { Before = isComplete ? null : Wording.AtLeast }
            : Cell.Missing(Sentences.Of(units.WhyNone!));
    }
}
