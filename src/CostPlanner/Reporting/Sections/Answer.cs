using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Sections;

/// <summary>The answer in plain words: one or two sentences.</summary>
internal static class Answer
{
    public static string Of(BusinessCase result)
    {
        if (result.Cheapest is not { } cheapest)
        {
            return "No option can be ranked: each one lacks a price, or a place for some VM. What is missing stands below.";
        }

        var baseline = result.Baseline;
        var years = Wording.Years(result.Inputs.Scenario.HorizonYears);
        var cost = Printed.Amount(cheapest.Costs.Total);
        var hosts = Hosts(cheapest);
        if (cheapest.Option.Id == baseline.Option.Id)
        {
            return $"Staying with {baseline.Option.Name} is the cheapest of {Printed.Count(Ranked(result), "option")} that can be ranked: "
                + $"{cost} over {years}, {hosts}.";
        }

        if (cheapest.Comparison is not { } comparison)
        {
            return $"{cheapest.Option.Name} is the cheapest option that can be ranked: {cost} over {years}, {hosts}. "
                + $"What it saves against {baseline.Option.Name} is not known: {cheapest.WhyNotCompared ?? "the baseline has no full price"}.";
        }

        return $"Over {years}, {cheapest.Option.Name} costs {cost}: {Printed.Amount(comparison.Saving)} less than {baseline.Option.Name}, "
            + $"or {Printed.Percent(comparison.Share)} of all costs, {hosts}. {Payback(comparison.PaybackMonth)}";
    }

    private static int Ranked(BusinessCase result) => result.Options.Count(option => option.IsRanked);

    private static string Hosts(OptionCase option)
    {
        var (today, used) = (option.Plan.HostsToday, option.Plan.HostsUsed);
        return used == today
            ? $"on {Printed.Count(used, "host")}, as many as today"
            : $"on {Printed.Count(used, "host")} instead of {Printed.Whole(today)}";
    }

    private static string Payback(int? month) => month switch
    {
        null => "It never pays back within the horizon.",
        0 => "It costs no more from the first month.",
        { } months => $"It pays back after {Printed.Count(months, "month")}.",
    };
}
