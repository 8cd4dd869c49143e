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
        Caption = Words.Of("assumptions.method.how-it-was-computed"),
        Columns = [new Column(Words.Of("assumptions.method.term"), Width: 20), new Column(Words.Of("assumptions.method.what-it-means-here"))],
        Rows =
        [
            Term(Words.Of("assumptions.method.placement"), Words.Of("assumptions.method.rows")),
            Term(
                Words.Of("assumptions.method.lower-bound"),
                Words.Of("assumptions.method.rows-no-plan-with")),
            Term(Words.Of("assumptions.method.failure-of-hosts"), failover),
            Term(Words.Of("assumptions.method.cost-line"), Words.Of("assumptions.method.rows-quantity-price-converted")),
            Term(Words.Of("common.saving"), Words.Of("assumptions.method.rows-what-an-option")),
            Term(Words.Of("common.payback"), Words.Of("assumptions.method.rows-months-until-an")),
            Term(Words.Of("common.present-cost"), Words.Of("assumptions.method.rows-each-month-s", ("rate", rate))),
            Term(Words.Of("assumptions.method.at-least"), Words.Of("assumptions.method.rows-a-price-is")),
        ],
    };

    private static Row Term(string term, string meaning) => new([new Cell(term, Tone.Strong), new Cell(meaning)]);

    private static string Single(CaseStudy result) => result.Options.Any(option => option.Plan.Clusters.Any(PoolWords.HasNone))
        ? Words.Of("assumptions.method.single")
        : "";

    private static string FailoverOf(int failover) => failover switch
    {
        0 => Words.Of("assumptions.method.failover"),
        1 => Words.Of("assumptions.method.failover-each-host-of"),
        _ => Words.Of("assumptions.method.failover-each-pair-of"),
    };
}
