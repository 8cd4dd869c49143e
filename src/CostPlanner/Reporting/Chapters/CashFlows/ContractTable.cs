using CostPlanner.Pricing.Timelines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.CashFlows;

/// <summary>What is owed for the platform of today, and until when.</summary>
internal static class ContractTable
{
    /// <summary>The table; none without a contract.</summary>
    public static IEnumerable<Table> Of(CaseStudy result)
    {
        if (result.Contract is not { } course)
        {
            yield break;
        }

        var contract = course.Contract;
        yield return new Table
        {
            Caption = Words.Of("cash-flows.contract.today-s-contract", ("contract", contract.Name)),
            Columns = [new Column("", Width: 34), new Column("")],
            Rows =
            [
                Row(
                    Words.Of("cash-flows.contract.what-it-is"),
                    contract.IsPerpetual ? Words.Of("cash-flows.contract.rows") : Words.Of("cash-flows.contract.rows-a-subscription-which")),
                Row(Words.Of("cash-flows.contract.a-year-of-it"), contract.PerYear is { } perYear ? Printed.Price(perYear) : Words.Of("common.not-known")),
                Row(Words.Of("cash-flows.contract.ends"), contract.Ends is { } end ? Printed.Day(end) : Words.Of("common.not-known")),
                Row(Words.Of("cash-flows.contract.notice"), Notice(course)),
                Row(
                    Words.Of("cash-flows.contract.covers"),
                    course.Ends == 0
                        ? Words.Of("cash-flows.contract.rows-no-month-of")
                        : Words.Of("cash-flows.contract.rows-the-first-of", ("ends", course.Ends))),
                Row(
                    Words.Of("cash-flows.contract.rows-owed-until-then"),
                    course.Owed.IsEmpty ? Words.Of("cash-flows.contract.rows-nothing-more-it") : string.Join("; ", course.Owed.Select(Owed))),
                .. contract.PaidOnce is { } once ? [Row(Words.Of("cash-flows.contract.rows-paid-for-the"), Words.Of(
                    "cash-flows.contract.rows-sunk-and-in",
                    ("once", Printed.Price(once))))] : Array.Empty<Row>(),
            ],
            IsKept = true,
        };
    }

    private static Row Row(string what, string value) => new([new Cell(what), new Cell(value)]);

    private static string Owed((int Month, decimal Years) each) =>
        Words.Of(
            "cash-flows.contract.in-month",
            ("years", each.Years == 1 ? Words.Of("cash-flows.contract.a-year") : Words.Of("cash-flows.contract.years", ("years", Printed.Number(each.Years)))),
            ("month", Printed.Whole(each.Month + 1)));

    private static string Notice(ContractTerm course) => course switch
    {
        { NoticeBy: null } => Words.Of("common.none-needed"),
        { IsProlonged: true, NoticeBy: { } day } => Words.Of(
            "cash-flows.contract.notice-was-due-on",
            ("day", Printed.Day(day)),
            ("renewal-months", course.Contract.RenewalMonths)),
        { NoticeBy: { } day } => Words.Of(
            "cash-flows.contract.notice-due-on-or",
            ("day", Printed.Day(day)),
            ("renewal-months", course.Contract.RenewalMonths)),
    };
}
