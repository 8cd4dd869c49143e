using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>What an option pays by category and year.</summary>
internal static class CategoryYearsTable
{
    public static Table Of(OptionCase option, CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var costs = option.Costs;
        var categories = costs.Lines.Select(line => line.Category).Distinct().Order().ToList();
        return new Table
        {
            Caption = Words.Of("costs.category-years.caption", ("option", option.Option.Name), ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column(Words.Of("common.category"), Width: 20),
                .. Enumerable.Range(1, scenario.HorizonYears).Select(year => new Column(Words.Of("costs.category-years.year", ("year", year)), true)),
                new Column(Words.Of("common.total"), true),
            ],
            Rows =
            [
                .. categories.Select(category => new Row(
                [
                    new Cell(Wording.Of(category)),
                    .. costs.ByYear(category).Select(year => Amount(costs, category, year.Amount)),
                    CostCell.Of(costs, category),
                ])),
                new Row(
                    [
                        new Cell(Words.Of("common.all")),
                        .. costs.ByYear().Select(year => CostCell.Of(year.Amount, option.HasTotal)),
                        CostCell.Total(option, Tone.Strong),
                    ],
                    RowKind.Total),
            ],
            IsKept = true,
            IsDense = scenario.HorizonYears > 5,
        };
    }

    private static Cell Amount(CostSheet costs, CostCategory category, decimal amount) => amount == 0
        ? new Cell("–", Tone.Quiet)
        : CostCell.Of(amount, !costs.Lines.Any(line => line.Category == category && line.IsHole));
}
