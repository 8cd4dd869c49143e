using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.CashFlows;

/// <summary>What the books show year by year, beside the cash; after tax where the scenario gives a rate.</summary>
internal static class BooksTable
{
    public static IEnumerable<Table> Of(CaseStudy result)
    {
        var (scenario, life) = (result.Inputs.Scenario, result.Assumptions);
        yield return ByYear(
            result,
            $"Expense in the books by year, {scenario.Currency.Code}",
            option => option.CashFlow.ExpenseByYear,
            new Column("Left in the books", true),
            option => CostCell.Of(option.CashFlow.Books.LeftAtEnd.Amount, option.IsRanked),
            $"Servers are written off in equal parts over {Printed.Number(life.Of(AssumptionIds.HostLife))} years, perpetual licences over "
                + $"{Printed.Number(life.Of(AssumptionIds.LicenceLife))}; all else is an expense when paid. "
                + "What servers might fetch at the end of the horizon is in the cash and not in the books.");
        if (scenario.TaxRate is { } tax)
        {
            yield return ByYear(
                result,
                $"Payments after tax of {Printed.Percent(tax.Value)} by year, {scenario.Currency.Code}",
                option => option.CashFlow.AfterTaxByYear ?? [],
                new Column("Present cost", true),
                option => CostCell.Of(option.CashFlow.PresentAfterTax?.Amount ?? 0, option.IsRanked),
                "Payments less the tax that the expense in the books saves, given profit enough to set it against.");
        }
    }

    private static Table ByYear(
        CaseStudy result, string caption, Func<OptionCase, ImmutableArray<Money>> years, Column last, Func<OptionCase, Cell> lastOf, string note) => new()
        {
            Caption = caption,
            Columns =
        [
            new Column("Option", Width: 26),
            .. Enumerable.Range(1, result.Inputs.Scenario.HorizonYears).Select(year => new Column(FormattableString.Invariant($"Year {year}"), true)),
            new Column("Total", true),
            last,
        ],
            Rows =
        [
            .. result.Options.Select(option => new Row(
            [
                new Cell(option.Option.Name),
                .. years(option).Select(year => CostCell.Of(year.Amount, option.IsRanked)),
                CostCell.Of(years(option).Sum(year => year.Amount), option.IsRanked, Tone.Strong),
                lastOf(option),
            ])),
        ],
            Note = note,
            IsKept = result.Options.Length <= OptionsChapter.Few,
            IsDense = result.Inputs.Scenario.HorizonYears > 4,
        };
}
