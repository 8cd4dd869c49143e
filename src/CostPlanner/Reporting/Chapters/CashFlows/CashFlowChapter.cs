using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.CashFlows;

/// <summary>When the money leaves: cumulated month by month as lines, and year by year as a table.</summary>
internal static class CashFlowChapter
{
    public static Section Of(CaseStudy result)
    {
        var unit = result.Inputs.Scenario.Currency.Code;
        var chart = new MonthlyLines(
            Words.Of("cash-flows.chart"),
            unit,
            [.. result.Options.Select(option => LineOf(option, result))]);
        return new Section(
            ReportOutline.CashFlow,
            Words.Of("cash-flows.cash-flow"),
            Lead(result),
            [
                chart,
                ByYear(result),
                ReturnTable.Of(result),
                .. BooksTable.Of(result),
                .. ContractTable.Of(result),
                .. MoveTable.Of(result),
                .. AlternativesTable.Of(result),
            ]);
    }

    private static string Lead(CaseStudy result) => result.Cheapest switch
    {
        { Comparison.PaybackMonth: { } month and > 0 } cheapest =>
            Words.Of("cash-flows.lead", ("option", cheapest.Option.Name), ("option-2", result.Baseline.Option.Name), ("month", Printed.Whole(month))),
        { Comparison.PaybackMonth: 0 } cheapest =>
            Words.Of("cash-flows.lead-has-cost-no", ("option", cheapest.Option.Name), ("option-2", result.Baseline.Option.Name)),
        _ => Words.Of("cash-flows.lead-a-line-shows"),
    };

    private static MonthlyLine LineOf(OptionCase option, CaseStudy result)
    {
        var sum = 0m;
        var values = option.Costs.ByMonth().Select(month => sum += month.Amount);
        var total = Printed.Whole(option.Costs.Total.Amount);
        var role = RoleOf(option, result);
        return new MonthlyLine(
            option.Option.Name,
            option.HasTotal ? total : $"{Wording.AtLeast} {total}",
            [.. values],
            role,
            role == LineRole.Cheapest && option.Comparison?.PaybackMonth is > 0 and { } month ? month : null);
    }

    private static LineRole RoleOf(OptionCase option, CaseStudy result) => option switch
    {
        { HasTotal: false } => LineRole.AtLeast,
        _ when option.Option.Id == result.Baseline.Option.Id => LineRole.Baseline,
        _ when option.Option.Id == result.Cheapest?.Option.Id => LineRole.Cheapest,
        _ => LineRole.Other,
    };

    private static Table ByYear(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var years = Enumerable.Range(1, scenario.HorizonYears);
        return new Table
        {
            Caption = Words.Of("cash-flows.payments-by-year", ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column(Words.Of("common.option"), Width: 30),
                .. years.Select(year => new Column(Words.Of("cash-flows.year", ("year", year)), true)),
                new Column(Words.Of("common.total"), true),
            ],
            Rows = [.. result.Options.Select(RowOf)],
            Note = Words.Of(
                "cash-flows.note-a-year-has",
                ("months-per-year", Duration.MonthsPerYear),
                ("as-of", Printed.Day(scenario.AsOf)),
                ("all", result.Options.All(option => option.HasTotal) ? "" : Words.Of("cash-flows.note"))),
            IsKept = result.Options.Length <= OptionsChapter.Few,
            IsDense = scenario.HorizonYears > 5,
        };
    }

    private static Row RowOf(OptionCase option) => new(
    [
        new Cell(option.Option.Name),
        .. option.Costs.ByYear().Select(year => CostCell.Of(year.Amount, option.HasTotal)),
        CostCell.Total(option, Tone.Strong),
    ]);
}
