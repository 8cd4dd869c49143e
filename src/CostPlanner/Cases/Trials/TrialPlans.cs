using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;

namespace CostPlanner.Cases.Trials;

/// <summary>The options of trials with their hosts over time, VMs placed once for all trials that are the same to placement.</summary>
/// <remarks>
/// On a grid, plans are those of the prices at the point, since a plan that is shared may not depend on whose trial made it. Without a grid, all values
/// that may move VMs are placed for themselves, and the plans are those of the case with these values.
/// </remarks>
internal sealed class TrialPlans
{
    /// <summary>What no scale of scarcity holds where VMs are sized by what they used.</summary>
    private static readonly ImmutableArray<string> OfRanged = [AssumptionIds.CpuHeadroom, AssumptionIds.MemoryHeadroom, AssumptionIds.CpuOvercommit];

    private readonly ImmutableArray<ReusedPlans> onGrid = [];
    private readonly ConcurrentDictionary<string, Lazy<ImmutableArray<PlacedOption>>> exact = new(StringComparer.Ordinal);

    /// <summary>Plans of a case.</summary>
    /// <param name="inputs">The case at the point.</param>
    /// <param name="step">The grid's step as a share; 0 for no grid.</param>
    public TrialPlans(CaseInputs inputs, double step)
    {
        if (step == 0)
        {
            return;
        }

        var placed = PlacedOption.All(inputs, inputs.Assumptions.With(inputs.Scenario.Assumptions));
        var measured = PlacedOption.Measured(inputs);
        var alike = placed.GroupBy(option => Likeness(inputs, option.Option)).ToDictionary(group => group.Key, group => Reused(group.First()));
        onGrid = [.. placed.Select(option => alike[Likeness(inputs, option.Option)])];

        ReusedPlans Reused(PlacedOption option)
        {
            var terms = PlacedOption.Terms(inputs, option.Option, option.Assumptions, measured);
            return new ReusedPlans(
                inputs.Inventory,
                assumptions => EstateDemand.Of(
                    inputs.Inventory, inputs.Scenario, option.Option.Platform, assumptions, measured, terms.Reference, years: 0, option.Option),
                terms,
                option.Stages,
                measured is null ? [] : OfRanged,
                step,
                inputs.Cache);
        }
    }

    /// <summary>How many plans were made so far: on a grid for each step and platform, else for each combination of values.</summary>
    public int Count => exact.Count + onGrid.Distinct().Sum(plans => plans.Count);

    /// <summary>Some options of a trial.</summary>
    /// <param name="trial">The case with the drawn values.</param>
    /// <param name="options">The options, by their places; without a grid the same ones every time.</param>
    /// <param name="moving">Those of the values that may move VMs, as text.</param>
    public ImmutableArray<PlacedOption> Of(CaseInputs trial, ImmutableArray<int> options, Func<string> moving)
    {
        var assumptions = trial.Assumptions.With(trial.Scenario.Assumptions);
        var stages = onGrid.IsEmpty ? Exact(trial, assumptions, options, moving()) : OnGrid(trial.Scenario, assumptions);
        return [.. options.Select(i => (Option: trial.Scenario.Options[i], At: i))
            .Select(each => new PlacedOption(each.Option, assumptions.With(each.Option.Assumptions), stages(each.Option, each.At)))];
    }

    private Func<ScenarioOption, int, ImmutableArray<HostSpan>> Exact(
        CaseInputs trial, AssumptionSet assumptions, ImmutableArray<int> options, string moving)
    {
        var placed = exact.GetOrAdd(moving, _ => new Lazy<ImmutableArray<PlacedOption>>(
            () => PlacedOption.Of(trial, assumptions, [.. options.Select(each => trial.Scenario.Options[each])]))).Value;
        return (_, i) => placed[options.IndexOf(i)].Stages;
    }

    /// <summary>Options that are placed alike have the same hosts within a trial, too, unless something was drawn for one of them alone.</summary>
    private Func<ScenarioOption, int, ImmutableArray<HostSpan>> OnGrid(Scenario scenario, AssumptionSet assumptions)
    {
        var known = new Dictionary<(ReusedPlans, AssumptionSet), ImmutableArray<HostSpan>>();
        return (option, i) =>
        {
            var own = assumptions.With(option.Assumptions);
            return known.TryGetValue((onGrid[i], own), out var found)
                ? found
                : known[(onGrid[i], own)] = onGrid[i].Course(own, scenario.HorizonYears, PlacedOption.ReplacedFrom(scenario));
        };
    }

    /// <summary>What is the same of options that are placed alike.</summary>
    private static (PlatformFamily, HostPolicy, string, string) Likeness(CaseInputs inputs, ScenarioOption option) => (
        option.Platform,
        option.Hosts,
        inputs.Scenario.Placement.Objective == Objective.LeastCost || !option.Assumptions.IsEmpty ? option.Id : "",
        EstateDemand.RolesNeeded(inputs.Inventory, inputs.Scenario, option));
}
