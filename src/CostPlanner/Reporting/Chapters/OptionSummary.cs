using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters;

/// <summary>An option in one row of a terminal's table.</summary>
public static class OptionSummary
{
    /// <summary>Name, hosts, total, saving with its share, payback, and what keeps it from being ranked.</summary>
    public static string[] Cells(CaseStudy result, OptionCase option)
    {
        var total = FormattableString.Invariant($"{option.Costs.Total.Amount:#,0}");
        var years = result.Inputs.Scenario.HorizonYears;
        var saving = option.Comparison is { } comparison
            ? FormattableString.Invariant($"{comparison.Saving.Amount:#,0} ({comparison.Share:0.0%} of all costs in {years} {(years == 1 ? "year" : "years")})")
            : option == result.Baseline ? "baseline" : "no answer";
        return
        [
            option.Option.Name,
            FormattableString.Invariant($"{option.Plan.HostsUsed}"),
            option.IsRanked ? total : "at least " + total,
            saving,
            option.Comparison is null ? "" : option.Comparison.PaybackMonth is { } month ? FormattableString.Invariant($"{month}") : "never",
            option.WhyNotCompared is { } why ? Sentences.Of(why) : "",
        ];
    }
}
