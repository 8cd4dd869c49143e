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
            Words.Of("cash-flows.books.expense-in-the", ("currency", scenario.Currency.Code)),
            option => option.CashFlow.ExpenseByYear,
            new Column(Words.Of("cash-flows.books.left-in-the-books"), true),
            option => CostCell.Of(option.CashFlow.Books.LeftAtEnd.Amount, option.HasTotal),
            Words.Of(
                "cash-flows.books.servers-are-written",
                ("host-life", Printed.Number(life.Of(AssumptionIds.HostLife))),
                ("licence-life", Printed.Number(life.Of(AssumptionIds.LicenceLife)))));
        if (scenario.TaxRate is { } tax)
        {
            yield return ByYear(
                result,
                Words.Of("cash-flows.books.payments-after-tax", ("tax", Printed.Percent(tax.Value)), ("currency", scenario.Currency.Code)),
                option => option.CashFlow.AfterTaxByYear ?? [],
                new Column(Words.Of("common.present-cost"), true),
                option => CostCell.Of(option.CashFlow.PresentAfterTax?.Amount ?? 0, option.HasTotal),
                Words.Of("cash-flows.books.payments-less-the"));
        }
    }

    private static Table ByYear(
        CaseStudy result, string caption, Func<OptionCase, ImmutableArray<Money>> years, Column last, Func<OptionCase, Cell> lastOf, string note) => new()
        {
            Caption = caption,
            Columns =
        [
            new Column(Words.Of("common.option"), Width: 26),
            .. Enumerable.Range(1, result.Inputs.Scenario.HorizonYears).Select(year => new Column(Words.Of("cash-flows.books.year", ("year", year)), true)),
            new Column(Words.Of("common.total"), true),
            last,
        ],
            Rows =
        [
            .. result.Options.Select(option => new Row(
            [
                new Cell(option.Option.Name),
                .. years(option).Select(year => CostCell.Of(year.Amount, option.HasTotal)),
                CostCell.Of(years(option).Sum(year => year.Amount), option.HasTotal, Tone.Strong),
                lastOf(option),
            ])),
        ],
            Note = note,
            IsKept = result.Options.Length <= OptionsChapter.Few,
            IsDense = result.Inputs.Scenario.HorizonYears > 4,
        };
}
