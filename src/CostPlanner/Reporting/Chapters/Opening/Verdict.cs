using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Opening;

/// <summary>The answer in plain words, in a few sentences.</summary>
internal static class Verdict
{
    /// <summary>The cheapest option; where that stays on the platform of today, also the cheapest that leaves it.</summary>
    public static string Of(CaseStudy result) => Cheapest(result) + AgainstToday(result) + Leaving(result);

    private static string Cheapest(CaseStudy result)
    {
        if (result.Cheapest is not { } cheapest)
        {
            return Words.Of("opening.verdict.cheapest");
        }

        var baseline = result.Baseline;
        var years = Wording.Years(result.Inputs.Scenario.HorizonYears);
        var (present, cost) = (Printed.Amount(cheapest.PresentCost), Printed.Amount(cheapest.Costs.Total));
        if (cheapest.Option.Id == baseline.Option.Id)
        {
            return Words.Of(
                "opening.verdict.cheapest-of-that-can",
                ("ranked", Ranked(result)),
                ("years", years),
                ("quoted", Quoted(cheapest)),
                ("present", present),
                ("cost", cost),
                ("hosts", Hosts(cheapest)));
        }

        if (cheapest.Comparison is not { } comparison)
        {
            return Words.Of(
                "opening.verdict.cheapest-cheapest-over-of",
                ("years", years),
                ("quoted", Quoted(cheapest)),
                ("present", present),
                ("cost", cost),
                ("hosts", Hosts(cheapest)),
                ("quoted-2", Quoted(baseline)),
                ("why-not-compared", WhyNotCompared(cheapest)));
        }

        return Words.Of(
            "opening.verdict.cheapest-cheapest-over-costs",
            ("years", years),
            ("quoted", Quoted(cheapest)),
            ("present", present),
            ("cost", cost),
            ("than", Than(comparison, result)),
            ("hosts", Hosts(cheapest)),
            ("like-baseline", LikeBaseline(result, cheapest)),
            ("payback", Payback(comparison.Payback)));
    }

    /// <summary>What the cheapest saves against the estate as it is, where another option is the baseline.</summary>
    private static string AgainstToday(CaseStudy result)
    {
        if (!result.TellsAgainstToday || result.Cheapest?.AgainstToday is not { } against)
        {
            return "";
        }

        var isMore = against.PresentSaving.Amount < 0;
        return Words.Of(
            isMore ? "opening.verdict.against-today-more" : "opening.verdict.against-today",
            ("quoted", Quoted(result.Today!)),
            ("saving", Printed.Amount(isMore ? against.PresentSaving * -1 : against.PresentSaving)),
            ("share", Printed.Percent(isMore ? -against.PresentShare : against.PresentShare)));
    }

    private static string Leaving(CaseStudy result)
    {
        var today = result.Inputs.Inventory.Platform;
        if (result.Cheapest?.Option.Platform != today
            || result.Ranking.FirstOrDefault(option => option.Option.Platform != today) is not { Comparison: { } comparison } leaving)
        {
            return "";
        }

        return Words.Of(
            "opening.verdict.leaving",
            ("today", Wording.Of(today)),
            ("quoted", Quoted(leaving)),
            ("present", Printed.Amount(leaving.PresentCost)),
            ("total", Printed.Amount(leaving.Costs.Total)),
            ("than", Than(comparison, result)),
            ("payback", Payback(comparison.Payback)));
    }

    /// <summary>How much less, or more, of present value than the baseline.</summary>
    private static string Than(Comparison comparison, CaseStudy result) => comparison.PresentSaving.Amount < 0
        ? Words.Of(
            "opening.verdict.more-than",
            ("saving", Printed.Amount(comparison.PresentSaving * -1)),
            ("share", Printed.Percent(-comparison.PresentShare)),
            ("quoted", Quoted(result.Baseline)))
        : Words.Of(
            "opening.verdict.less-than",
            ("saving", Printed.Amount(comparison.PresentSaving)),
            ("share", Printed.Percent(comparison.PresentShare)),
            ("quoted", Quoted(result.Baseline)));

    /// <summary>Why an option that is ranked has no saving.</summary>
    public static string WhyNotCompared(OptionCase option) =>
        option.WhyNotCompared is { } why ? Sentences.Of(why) : Words.Of("opening.verdict.why-not-compared");

    private static int Ranked(CaseStudy result) => result.Ranking.Count();

    private static string Quoted(OptionCase option) => $"“{option.Option.Name}”";

    private static string Hosts(OptionCase option)
    {
        var (today, used) = (option.Plan.HostsToday, option.Plan.HostsUsed);
        return today is not { } count
            ? Words.Of("opening.verdict.hosts", ("used", used))
            : used == count
            ? Words.Of("opening.verdict.as-many-as-today", ("used", used))
            : Words.Of("opening.verdict.instead-of", ("used", used), ("count", Printed.Whole(count)));
    }

    private static string LikeBaseline(CaseStudy result, OptionCase option) =>
        option.Plan.HostsUsed == result.Baseline.Plan.HostsUsed && option.Plan.HostsUsed != option.Plan.HostsToday
            ? Words.Of("opening.verdict.as-the-baseline-does")
            : "";

    private static string Payback(Payback payback) => payback switch
    {
        { Words: { } none } => Sentences.Of(none),
        { IsAtOnce: true } => Words.Of("opening.verdict.payback-costs-no-more"),
        { Month: { } months } => Words.Of("opening.verdict.pays-back-after", ("months", months)),
        _ => throw new ArgumentOutOfRangeException(nameof(payback), payback, "neither a month nor a reason"),
    };
}
