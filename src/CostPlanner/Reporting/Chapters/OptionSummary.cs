using System.Globalization;
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
            ? Words.Of(
                "report.option-summary.of-all-costs-in",
                ("saving", comparison.Saving.Amount.ToString("#,0", CultureInfo.InvariantCulture)),
                ("share", comparison.Share.ToString("0.0%", CultureInfo.InvariantCulture)),
                ("years", years))
            : option == result.Baseline ? Words.Of("common.baseline") : Words.Of("common.no-answer");
        return
        [
            option.Option.Name,
            FormattableString.Invariant($"{option.Plan.HostsUsed}"),
            option.IsRanked ? total : $"{Wording.AtLeast} {total}",
            saving,
            option.Comparison is null ? ""
                : option.Comparison.PaybackMonth is { } month ? FormattableString.Invariant($"{month}")
                : Words.Of("opening.first.never"),
            option.WhyNotCompared is { } why ? Sentences.Of(why) : "",
        ];
    }
}
