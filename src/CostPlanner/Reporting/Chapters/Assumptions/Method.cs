using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Hosts;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>How the report came about, in a short glossary.</summary>
internal static class Method
{
    public static Table Of(CaseStudy result) =>
        Of(FailoverOf(result.Inputs.Scenario.Failover) + Single(result), Printed.Percent(result.Assumptions.Of(AssumptionIds.DiscountRate)));

    private static Table Of(string failover, string rate) => new()
    {
        Caption = "How it was computed",
        Columns = [new Column("Term", Width: 20), new Column("What it means here")],
        Rows =
        [
            Term("Placement", "Every running VM is put by name on a host of its cluster, so that CPU, memory and storage inside hosts suffice "
                + "and VMs that must not share a host do not. The search is not exact; the lower bound says how far from the best it can be."),
            Term(
                "Lower bound",
                "No plan with the hosts offered can do with fewer, whatever the placement; where existing hosts do not suffice, no plan that buys as few new "
                    + "ones. Where plan and bound agree, the plan is proven the fewest."),
            Term("Failure of hosts", failover),
            Term("Cost line", "Quantity × price, converted at the rate of its day, booked in the month in which it is paid, in whole units of the currency."),
            Term("Saving", "What an option costs less than the baseline. A percentage is printed only with what it counts and over which term."),
            Term("Payback", "Months until an option has cost no more than the baseline and stays so to the end of the horizon."),
            Term("Present cost", $"Each month's payments divided by (1 + {rate}) to the power of the years passed."),
            Term("At least", "A price is missing. The sum holds what is known, the option is not ranked, and no percentage is formed of it."),
        ],
    };

    private static Row Term(string term, string meaning) => new([new Cell(term, Tone.Strong), new Cell(meaning)]);

    private static string Single(CaseStudy result) => result.Options.Any(option => option.Plan.Clusters.Any(PoolWords.HasNone))
        ? " A host that stands alone, and a cluster of one host, have no failover today: none is planned unless the scenario says so."
        : "";

    private static string FailoverOf(int failover) => failover switch
    {
        0 => "The scenario provides for no failure of a host.",
        1 => "Each host of a cluster is taken away in turn, and its VMs are placed again on the rest: N+1 is shown, not assumed.",
        _ => "Each pair of hosts of a cluster is taken away in turn, and their VMs are placed again on the rest: N+2 is shown, not assumed.",
    };
}
