using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Model;
using CostPlanner.Pricing.Claims;

namespace CostPlanner.Studies.Claims;

/// <summary>The claim of 2013, put to the options of a scenario over every term of it.</summary>
internal static class ClaimStudy
{
    /// <summary>
    /// Platforms are compared as if each were set up anew, everything as the scenario has it. Where hosts change over time, a term beyond the horizon is
    /// placed again to its own end.
    /// </summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="placed">The options on the hosts of the scenario's horizon.</param>
    /// <param name="assumptions">The scenario's assumptions.</param>
    public static ClaimAnswer Of(CaseInputs inputs, ImmutableArray<PlacedOption> placed, AssumptionSet assumptions)
    {
        var scenario = inputs.Scenario;
        placed = [.. placed.Where(each => !each.Option.IsToday)];
        var terms = ClaimTerms.Years.Select(Term).ToImmutableSortedDictionary(term => term.Inputs.Scenario.HorizonYears, term => term);
        var asked = inputs.Features.Features.Select(feature => feature.Name);
        return Claim.Answer(
            [.. placed.Select((each, index) => new ClaimCandidate(
                each.Option.Id,
                each.Option.Name,
                each.Option.Platform,
                each.Option.Hosts,
                each.Plan.Holds && !each.Demand.Running.IsEmpty && each.Plan.HostsNotDescribed == 0,
                inputs.Features.Of(each.Option.Licences),
                ClaimTerms.Years.ToImmutableSortedDictionary(years => years, years => terms[years].CostsOf(index))))],
            [.. scenario.ClaimFeatures.IsEmpty ? asked : asked.Where(name => scenario.ClaimFeatures.Contains(name))],
            assumptions);

        ClaimTerm Term(int years)
        {
            var term = inputs with { Scenario = scenario with { HorizonYears = years } };
            var changes = scenario.HostsReplacedOn is not null || placed.Any(each => each.Assumptions.Of(AssumptionIds.Growth) != 0);
            return new ClaimTerm(
                term, years > scenario.HorizonYears && changes ? [.. PlacedOption.All(term, assumptions).Where(each => !each.Option.IsToday)] : placed);
        }
    }

    /// <summary>All options over one term.</summary>
    private sealed record ClaimTerm(CaseInputs Inputs, ImmutableArray<PlacedOption> Placed)
    {
        public ClaimCosts CostsOf(int index)
        {
            var option = Placed[index];
            var anew = Inputs with { Scenario = Inputs.Scenario with { IsGreenfield = true, Contract = null } };
            return new ClaimCosts(
                option.Costs(anew),
                option.Costs(Inputs)) { PlanHolds = option.Plan.Holds && !option.Demand.Running.IsEmpty && option.Plan.HostsNotDescribed == 0 };
        }
    }
}
