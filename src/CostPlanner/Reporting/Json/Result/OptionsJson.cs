using System.Text.Json;
using CostPlanner.Cases.Requirements;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Returns;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The options: totals, comparison, hosts, lines and plan.</summary>
internal static class OptionsJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        var names = new VmNames(result.Inputs.Inventory);
        to.WriteStartArray("options");
        foreach (var option in result.Options)
        {
            to.WriteStartObject();
            to.WriteString("id", option.Option.Id);
            to.WriteString("name", option.Option.Name);
            to.WriteString("platform", Fields.Word(option.Option.Platform));
            to.WriteString("hostPolicy", Fields.Word(option.Option.Hosts));
            to.WriteBoolean("complete", option.Costs.IsComplete);
            to.WriteBoolean("planHolds", option.Plan.Holds);
            to.WriteBoolean("ranked", option.IsRanked);
            Eligible(to, option.Eligibility);
            Totals(to, option);
            Compared(to, option, result.Inputs.Scenario.HorizonYears);
            FootprintJson.Write(to, result.FootprintOf(option));
            Hosts(to, option.Plan);
            TimelineJson.Write(to, option);
            AlternativesJson.Write(to, option.Alternatives);
            CashFlowJson.Write(to, option.CashFlow);
            GuestLicencesJson.Write(to, result.GuestBillsOf(option));
            to.Number("guestLicencesThatMayBeOwned", result.GuestLicencesThatMayBeOwned(option)?.Amount);
            LinesJson.Write(to, option.Costs);
            ClustersJson.Write(to, option.Plan, names);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Eligible(Utf8JsonWriter to, Eligibility eligibility)
    {
        to.Texts("lacks", eligibility.Lacks);
        to.Texts("unknown", eligibility.Unknown);
        to.Texts("has", eligibility.OwnWord);
        if (eligibility.IsSupported is { } supported)
        {
            to.WriteBoolean("supported", supported);
        }
        else
        {
            to.WriteNull("supported");
        }

        to.Message("whyNotEligibleData", "whyNotEligible", eligibility.Why);
    }

    private static void Totals(Utf8JsonWriter to, OptionCase option)
    {
        var costs = option.Costs;
        to.Number("total", costs.Total.Amount);
        to.WriteBoolean("atLeast", !option.HasTotal);
        to.Number("presentCost", option.PresentCost.Amount);
        to.Number("savedByConfinement", option.SavedByConfinement?.Amount);
        var units = option.UnitCosts;
        to.WriteStartObject("unitCosts");
        to.Number("vmMonth", units.PerVm?.Amount);
        to.Number("gibMonth", units.PerGiB?.Amount);
        to.Number("vCpuMonth", units.PerVCpu?.Amount);
        to.Message("whyNoneData", "whyNone", units.WhyNone);
        to.WriteEndObject();
        to.WriteStartObject("byCategory");
        foreach (var category in costs.Lines.Select(line => line.Category).Distinct().Order())
        {
            var lines = costs.Lines.Where(line => line.Category == category).ToList();
            to.WriteStartObject(Fields.Word(category));
            to.Number("amount", lines.All(line => line.IsHole) ? null : costs.TotalOf(category).Amount);
            to.WriteBoolean("atLeast", lines.Any(line => line.IsHole));
            to.Amounts("byYear", costs.ByYear(category));
            to.WriteEndObject();
        }

        to.WriteEndObject();
        to.Amounts("byYear", costs.ByYear());
    }

    private static void Compared(Utf8JsonWriter to, OptionCase option, int years)
    {
        Compared(to, "comparison", option.HasTotal ? option.Comparison : null, years);
        to.Message("whyNotComparedData", "whyNotCompared", option.WhyNotCompared);
        Compared(to, "againstToday", option.HasTotal ? option.AgainstToday : null, years);
        to.Message("whyNotAgainstTodayData", "whyNotAgainstToday", option.WhyNotAgainstToday);
    }

    /// <summary>A comparison, or null: a percentage never stands for an option without a total.</summary>
    private static void Compared(Utf8JsonWriter to, string name, Comparison? against, int years)
    {
        if (against is { } comparison)
        {
            to.WriteStartObject(name);
            to.Number("saving", comparison.Saving.Amount);
            to.Number("share", comparison.Share);
            to.WriteString("scope", Fields.Word(ClaimScope.Everything));
            to.WriteNumber("years", years);
            to.Number("presentSaving", comparison.PresentSaving.Amount);
            to.Number("presentShare", comparison.PresentShare);
            to.Number("paybackMonth", comparison.PaybackMonth);
            to.Message("whyNoPaybackData", "whyNoPayback", comparison.Payback.Words);
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull(name);
        }
    }

    private static void Hosts(Utf8JsonWriter to, EstatePlan plan)
    {
        to.WriteStartObject("hosts");
        to.Number("today", plan.HostsToday);
        to.WriteNumber("used", plan.HostsUsed);
        to.WriteNumber("bought", plan.HostsBought);
        to.WriteNumber("lowerBound", plan.LowerBound);
        to.WriteEndObject();
    }
}
