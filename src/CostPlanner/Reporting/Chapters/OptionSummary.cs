using System.Globalization;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters;

/// <summary>An option in one row of a terminal's table.</summary>
public static class OptionSummary
{
    /// <summary>The table's head: the savings say against which option.</summary>
    public static string[] Titles(CaseStudy result) =>
    [
        Words.Of("report.option-summary.option"),
        Words.Of("report.option-summary.hosts"),
        Words.Of("report.option-summary.total", ("currency", result.Inputs.Scenario.Currency.Code)),
        Words.Of("report.option-summary.saving", ("option", result.Baseline.Option.Name)),
        Words.Of("report.option-summary.payback"),
        .. result.TellsAgainstToday ? [Words.Of("report.option-summary.saving", ("option", result.Today!.Option.Name))] : Array.Empty<string>(),
        "",
    ];

    /// <summary>Name, hosts, total, saving with its share, payback, the saving against today where another is the baseline, and why there is none.</summary>
    public static string[] Cells(CaseStudy result, OptionCase option)
    {
        var total = FormattableString.Invariant($"{option.Costs.Total.Amount:#,0}");
        var years = result.Inputs.Scenario.HorizonYears;
        var saving = option == result.Baseline ? Words.Of("common.baseline") : Saving(option.Comparison, years);
        return
        [
            option.Option.Name,
            FormattableString.Invariant($"{option.Plan.HostsUsed}"),
            option.IsRanked ? total : $"{Wording.AtLeast} {total}",
            saving,
            option.Comparison is null ? ""
                : option.Comparison.PaybackMonth is { } month ? FormattableString.Invariant($"{month}")
                : Words.Of("opening.first.never"),
            .. result.TellsAgainstToday ? [option == result.Today ? "" : Saving(option.AgainstToday, years)] : Array.Empty<string>(),
            option.WhyNotCompared is { } why ? Sentences.Of(why) : "",
        ];
    }

    private static string Saving(Comparison? against, int years) => against is { } comparison
        ? Words.Of(
            "report.option-summary.of-all-costs-in",
            ("saving", comparison.Saving.Amount.ToString("#,0", CultureInfo.InvariantCulture)),
            ("share", comparison.Share.ToString("0.0%", CultureInfo.InvariantCulture)),
            ("years", years))
        : Words.Of("common.no-answer");
}
