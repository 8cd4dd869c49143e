using System.Globalization;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>An option in one row of a terminal's table.</summary>
public static class OptionSummary
{
    /// <summary>The table's head: the savings say against which option.</summary>
    public static string[] Titles(CaseStudy result) =>
    [
        Words.Of("report.option-summary.option"),
        Words.Of("report.option-summary.hosts"),
        Words.Of("report.option-summary.present", ("currency", result.Inputs.Scenario.Currency.Code)),
        Words.Of("report.option-summary.total"),
        Words.Of("report.option-summary.saving", ("option", result.Baseline.Option.Name)),
        Words.Of("report.option-summary.payback"),
        .. result.TellsAgainstToday ? [Words.Of("report.option-summary.saving", ("option", result.Today!.Option.Name))] : Array.Empty<string>(),
        "",
    ];

    /// <summary>
    /// Name, hosts, present cost, total undiscounted, saving of present value with its share, payback, the saving against today where another is the baseline,
    /// and why there is none, or no rank.
    /// </summary>
    public static string[] Cells(CaseStudy result, OptionCase option)
    {
        var years = result.Inputs.Scenario.HorizonYears;
        var saving = option == result.Baseline ? Words.Of("common.baseline") : Saving(option.Comparison, years);
        return
        [
            option.Option.Name,
            FormattableString.Invariant($"{option.Plan.HostsUsed}"),
            Amount(option, option.PresentCost.Amount),
            Amount(option, option.Costs.Total.Amount),
            saving,
            option.Comparison is null ? ""
                : option.Comparison.PaybackMonth is > 0 and { } month ? FormattableString.Invariant($"{month}")
                : RankingTable.Payback(option.Comparison.Payback),
            .. result.TellsAgainstToday ? [option == result.Today ? "" : Saving(option.AgainstToday, years)] : Array.Empty<string>(),
            Why(option),
        ];
    }

    private static string Amount(OptionCase option, decimal amount) =>
        (option.HasTotal ? "" : $"{Wording.AtLeast} ") + FormattableString.Invariant($"{amount:#,0}");

    private static string Why(OptionCase option) => option switch
    {
        { HasTotal: true, IsRanked: false } => Words.Of("report.option-summary.not-ranked", ("why", UnrankedReasons.Why(option))),
        { WhyNotCompared: { } why } => Sentences.Of(why),
        _ => "",
    };

    private static string Saving(Comparison? against, int years) => against is { } comparison
        ? Words.Of(
            "report.option-summary.of-all-costs-in",
            ("saving", comparison.PresentSaving.Amount.ToString("#,0", CultureInfo.InvariantCulture)),
            ("share", comparison.PresentShare.ToString("0.0%", CultureInfo.InvariantCulture)),
            ("years", years))
        : Words.Of("common.no-answer");
}
