using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Requirements;

/// <summary>The features that every option must have to be ranked.</summary>
public static class RequiredFeatures
{
    /// <summary>
    /// Those that the scenario names; where it names none those that the estate uses today, and those of which that is not known. A feature that the
    /// matrix does not list is not required by an estate: no option could be held to it.
    /// </summary>
    /// <param name="inputs">What the case is computed from.</param>
    public static ImmutableArray<Requirement> Of(CaseInputs inputs) => inputs.Scenario.Requires is { } named
        ? [.. named.Distinct(StringComparer.Ordinal).Select(feature => new Requirement(feature, RequirementFrom.Scenario))]
        : [.. OfEstate(inputs.Inventory).Where(requirement => inputs.Features.Features.Any(feature => feature.Name == requirement.Feature))];

    /// <summary>What an estate uses today, and what it may use.</summary>
    public static ImmutableArray<Requirement> OfEstate(Inventory inventory) =>
    [
        .. Used(FeaturesInUse.HighAvailability, FeaturesInUse.OfHighAvailability(inventory)),
        .. Used(FeaturesInUse.LiveMigration, FeaturesInUse.OfLiveMigration(inventory)),
    ];

    /// <summary>One finding where a requirement rests on what is not known.</summary>
    public static IEnumerable<Finding> Findings(CaseInputs inputs)
    {
        ImmutableArray<string> open = [.. Of(inputs).Where(requirement => !requirement.IsKnown).Select(requirement => requirement.Feature)];
        return open.IsEmpty ? [] :
        [
            new Finding(
                Severity.Warning,
                "requirement-not-known",
                Message.Of("requirement-not-known", ("features", Message.List(open.Select(Words)))),
                new SourcePlace(inputs.Scenario.InventoryFile),
                Message.Of("requirement-not-known.done"),
                Message.Of("requirement-not-known.mend", ("features", Message.List(open)))),
        ];
    }

    /// <summary>A feature as it stands in a sentence: "live migration".</summary>
    internal static Message Words(string feature) => feature.Replace('-', ' ');

    private static IEnumerable<Requirement> Used(string feature, FeatureState state) => state switch
    {
        FeatureState.Yes => [new Requirement(feature, RequirementFrom.Estate)],
        FeatureState.Unknown => [new Requirement(feature, RequirementFrom.NotKnown)],
        _ => [],
    };
}
