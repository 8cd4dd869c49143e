using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Opening;

/// <summary>The answer in plain words, in a few sentences.</summary>
internal static class Verdict
{
    /// <summary>The cheapest option; where that stays on the platform of today, also the cheapest that leaves it.</summary>
    public static string Of(CaseStudy result) => Cheapest(result) + Leaving(result);

    private static string Cheapest(CaseStudy result)
    {
        if (result.Cheapest is not { } cheapest)
        {
            return "No option can be ranked: each one lacks a price, or a place for some VM. What is missing stands below.";
        }

        var baseline = result.Baseline;
        var years = Wording.Years(result.Inputs.Scenario.HorizonYears);
        var cost = Printed.Amount(cheapest.Costs.Total);
        if (cheapest.Option.Id == baseline.Option.Id)
        {
            return $"Of {Printed.Count(Ranked(result), "option")} that can be ranked, the baseline is the cheapest over {years}: "
                + $"{Quoted(cheapest)} costs {cost}. It needs {Hosts(cheapest)}.";
        }

        if (cheapest.Comparison is not { } comparison)
        {
            return $"Cheapest over {years}, of the options that can be ranked: {Quoted(cheapest)} costs {cost}. It needs {Hosts(cheapest)}. "
                + $"What it saves against {Quoted(baseline)} is not known: {WhyNotCompared(cheapest)}.";
        }

        return $"Cheapest over {years}: {Quoted(cheapest)} costs {cost}. That is {Printed.Amount(comparison.Saving)}, or "
            + $"{Printed.Percent(comparison.Share)} of all costs, less than {Quoted(baseline)}. "
            + $"It needs {Hosts(cheapest)}{LikeBaseline(result, cheapest)}, and {Payback(comparison.PaybackMonth)}.";
    }

    private static string Leaving(CaseStudy result)
    {
        var today = result.Inputs.Inventory.Platform;
        if (result.Cheapest?.Option.Platform != today
            || result.Options.Where(
                option => option.IsRanked
                    && option.Option.Platform != today).MinBy(option => option.Costs.Total.Amount) is not { Comparison: { } comparison } leaving)
        {
            return "";
        }

        var years = result.Inputs.Scenario.HorizonYears;
        var than = comparison.Saving.Amount < 0
            ? $"{Printed.Amount(comparison.Saving * -1)} ({Printed.Percent(-comparison.Share)} {Wording.AllCosts(years)}) more than {Quoted(result.Baseline)}"
            : $"{Printed.Amount(comparison.Saving)} ({Printed.Percent(comparison.Share)} {Wording.AllCosts(years)}) less than {Quoted(result.Baseline)}";
        return $" The cheapest way to leave {Wording.Of(today)} is {Quoted(leaving)}: {Printed.Amount(leaving.Costs.Total)}, {than}, and it "
            + $"{Payback(comparison.PaybackMonth)}.";
    }

    /// <summary>Why an option that is ranked has no saving.</summary>
    public static string WhyNotCompared(OptionCase option) => option.WhyNotCompared is { } why ? Sentences.Of(why) : "the baseline has no full price";

    private static int Ranked(CaseStudy result) => result.Options.Count(option => option.IsRanked);

    private static string Quoted(OptionCase option) => $"“{option.Option.Name}”";

    private static string Hosts(OptionCase option)
    {
        var (today, used) = (option.Plan.HostsToday, option.Plan.HostsUsed);
        return today is not { } count
            ? $"{Printed.Count(used, "host")} (how many there are today is not known)"
            : used == count
            ? $"{Printed.Count(used, "host")}, as many as today"
            : $"{Printed.Count(used, "host")} instead of {Printed.Whole(count)}";
    }

    private static string LikeBaseline(CaseStudy result, OptionCase option) =>
        option.Plan.HostsUsed == result.Baseline.Plan.HostsUsed && option.Plan.HostsUsed != option.Plan.HostsToday ? ", as the baseline does" : "";

    private static string Payback(int? month) => month switch
    {
        null => "never pays back within the horizon",
        0 => "costs no more from the first month",
        { } months => $"pays back after {Printed.Count(months, "month")}",
    };
}
