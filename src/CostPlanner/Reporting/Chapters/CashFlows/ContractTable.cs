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
            Caption = $"Today's contract: {contract.Name}",
            Columns = [new Column("", Width: 34), new Column("")],
            Rows =
            [
                Row("What it is", contract.IsPerpetual ? "support of licences that are owned" : "a subscription, which ends with it"),
                Row("A year of it", Printed.Price(contract.PerYear)),
                Row("Ends", Printed.Day(contract.Ends)),
                Row("Notice", Notice(course)),
                Row("Covers", course.Ends == 0 ? "no month of the horizon" : $"the first {Printed.Count(course.Ends, "month")} of the horizon"),
                Row("Owed until then, in every option", course.Owed.IsEmpty ? "nothing more: it is paid" : string.Join("; ", course.Owed.Select(Owed))),
                .. contract.PaidOnce is { } once ? [Row("Paid for the licences before", $"{Printed.Price(once)}: sunk, and in no total")] : Array.Empty<Row>(),
            ],
            IsKept = true,
        };
    }

    private static Row Row(string what, string value) => new([new Cell(what), new Cell(value)]);

    private static string Owed((int Month, decimal Years) each) =>
        $"{(each.Years == 1 ? "a year" : $"{Printed.Number(each.Years)} years")} in month {Printed.Whole(each.Month + 1)}";

    private static string Notice(ContractTerm course) => course switch
    {
        { NoticeBy: null } => "none needed",
        { IsProlonged: true, NoticeBy: { } day } => $"was due on {Printed.Day(day)}: it runs on for {Printed.Count(course.Contract.RenewalMonths, "month")}",
        { NoticeBy: { } day } => $"due on {Printed.Day(day)}, or it runs on for {Printed.Count(course.Contract.RenewalMonths, "month")}; every option gives "
            + "it in time",
    };
}
