using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>Assumptions as keys: "growth" for all options, "proxmox.migration-per-vm" for one.</summary>
/// <remarks>A value for all options leaves an option its own, as in a scenario.</remarks>
internal static class AssumptionKeys
{
    /// <summary>Where a value that a key set comes from.</summary>
    internal static Provenance From(string key) => new(Message.Of("source.changed"), "", Grade.A, key);

    /// <summary>The key of an assumption for all options, or null where there is none of that id.</summary>
    public static CaseKey? Of(CaseInputs inputs, string id)
    {
        if (!inputs.Assumptions.Knows(id))
        {
            return null;
        }

        var assumption = inputs.Assumptions[id];
        return new NumberSetting(
            id,
            assumption.Label,
            assumption.Unit,
            KnownAssumptions.Of(id).Bounds,
            given => ForAll(given, id),
            (given, value) => Sound(given with { Scenario = given.Scenario with { Assumptions = Set(given.Scenario.Assumptions, id, value, id) } }),
            MovesVms(inputs, id),
            UsualValues.Of(assumption, ForAll(inputs, id)));
    }

    /// <summary>Whether single options may have their own value: not of the rate at which all are made comparable.</summary>
    public static bool MayDiffer(string id) => id != AssumptionIds.DiscountRate;

    /// <summary>The key of an assumption for one option, or null where there is none of that id.</summary>
    public static CaseKey? Of(CaseInputs inputs, string option, string id)
    {
        if (!MayDiffer(id) || !inputs.Assumptions.Knows(id))
        {
            return null;
        }

        var name = $"{option}.{id}";
        var assumption = inputs.Assumptions[id];
        return new NumberSetting(
            name,
            Message.Of("key.of-option", ("label", assumption.Label), ("option", Option(inputs.Scenario).Name)),
            assumption.Unit,
            KnownAssumptions.Of(id).Bounds,
            Now,
            (given, value) => Sound(given with
            {
                Scenario = given.Scenario with
                {
                    Options = [
                        .. given.Scenario.Options.Select(each => each.Id == option ? each with { Assumptions = Set(each.Assumptions, id, value, name) } : each),
                    ],
                },
            }),
            MovesVms(inputs, id),
            UsualValues.Of(assumption, Now(inputs)!.Value));

        decimal? Now(CaseInputs given) => Option(given.Scenario).Assumptions.FirstOrDefault(each => each.Id == id)?.Value ?? ForAll(given, id);

        ScenarioOption Option(Scenario scenario) => scenario.Options.First(each => each.Id == option);
    }

    /// <summary>The case, unless its demand grows beyond what can be counted: then <see cref="CaseKeyException"/>.</summary>
    internal static CaseInputs Sound(CaseInputs inputs)
    {
        var values = inputs.Scenario.Options.SelectMany(option => option.Assumptions).Concat(inputs.Scenario.Assumptions)
            .Where(each => each.Id == AssumptionIds.Growth).Select(each => each.Value);
        return values.Any(value => Math.Pow(1 + (double)value, inputs.Scenario.HorizonYears) > (double)AssumptionBounds.MostGrowth)
            ? throw new CaseKeyException(
                Message.Of("key.growth-too-large", ("years", inputs.Scenario.HorizonYears), ("times", AssumptionBounds.MostGrowth)))
            : inputs;
    }

    /// <summary>Where the cheapest hosts are looked for, everything that costs moves VMs.</summary>
    internal static bool PricesMoveVms(CaseInputs inputs) => inputs.Scenario.Placement.Objective == Objective.LeastCost;

    private static decimal ForAll(CaseInputs inputs, string id) =>
        inputs.Scenario.Assumptions.LastOrDefault(each => each.Id == id)?.Value ?? inputs.Assumptions.Of(id);

    private static bool MovesVms(CaseInputs inputs, string id) => KnownAssumptions.Of(id).MovesVms || PricesMoveVms(inputs);

    private static ImmutableArray<AssumptionOverride> Set(ImmutableArray<AssumptionOverride> values, string id, decimal value, string key) =>
        [.. values.Where(each => each.Id != id), new AssumptionOverride(id, value, From(key))];
}
