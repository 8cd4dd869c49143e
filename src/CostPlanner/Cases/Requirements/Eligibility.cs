using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Cases.Requirements;

/// <summary>Whether an option has what the scenario asks of every option, so that it may be ranked.</summary>
/// <remarks>
/// The estate as it is meets what it is itself the reason for: it runs. What the scenario names is decided by the products of its contract. A feature that no
/// source gives to an option's products, or denies them, is not met: what is not known may never make an option look better.
/// </remarks>
public sealed record Eligibility
{
    /// <summary>Of an option that nothing keeps out.</summary>
    public static Eligibility Met { get; } = new();

    /// <summary>Ids of the required features that it lacks.</summary>
    public ImmutableArray<string> Lacks { get; init; } = [];

    /// <summary>Ids of the required features of which no source says whether it has them.</summary>
    public ImmutableArray<string> Unknown { get; init; } = [];

    /// <summary>Ids of the features that it has by the user's word, where its products do not.</summary>
    public ImmutableArray<string> OwnWord { get; init; } = [];

    /// <summary>Whether a vendor supports its platform; null where that is not known.</summary>
    public bool? IsSupported { get; init; }

    /// <summary>What keeps the option from being ranked, as the rest of a sentence about it; null where nothing does.</summary>
    public Message? Why { get; init; }

    /// <summary>Whether nothing keeps the option out.</summary>
    public bool IsMet => Why is null;

    /// <summary>Of each option, in the scenario's order, without placing any VM: it depends on products, the estate and the scenario alone.</summary>
    /// <param name="inputs">What the case is computed from.</param>
    public static ImmutableArray<Eligibility> Of(CaseInputs inputs)
    {
        var required = RequiredFeatures.Of(inputs);
        return [.. inputs.Scenario.Options.Select(option => Of(inputs, option, required))];
    }

    /// <summary>A finding for each option that is kept out.</summary>
    /// <param name="inputs">What the case was computed from.</param>
    /// <param name="options">The options, each with whether it is eligible.</param>
    public static IEnumerable<Finding> Findings(CaseInputs inputs, IEnumerable<(ScenarioOption Option, Eligibility Eligibility)> options) =>
    [
        .. RequiredFeatures.Findings(inputs),
        .. options.Where(each => !each.Eligibility.IsMet).Select(each => new Finding(
            Severity.Warning,
            "requirement-unmet",
            Message.Of("requirement-unmet", ("option", each.Option.Name), ("why", each.Eligibility.Why!)),
            each.Option.Place,
            Message.Of("requirement-unmet.done"),
            each.Eligibility is { Lacks.IsEmpty: true, Unknown.IsEmpty: true }
                ? Message.Of("requirement-unmet.support")
                : Message.Of("requirement-unmet.mend", ("option", each.Option.Id)))),
    ];

    private static Eligibility Of(CaseInputs inputs, ScenarioOption option, ImmutableArray<Requirement> required)
    {
        var (products, own) = (inputs.Features.Of(option.Licences), option.Has.ToHashSet(StringComparer.Ordinal));
        ImmutableArray<string> asked =
        [
            .. required.Where(requirement => !own.Contains(requirement.Feature) && !(option.IsToday && requirement.From != RequirementFrom.Scenario))
                .Select(requirement => requirement.Feature),
        ];
        ImmutableArray<string> lacks = [.. asked.Where(feature => products.Of(feature) == FeatureState.No)];
        ImmutableArray<string> unknown = [.. asked.Where(feature => products.Of(feature) == FeatureState.Unknown)];
        var supported = IsSupportedBy(inputs, option);
        return new Eligibility
        {
            Lacks = lacks,
            Unknown = unknown,
            OwnWord = [.. option.Has.Distinct(StringComparer.Ordinal).Where(feature => products.Of(feature) != FeatureState.Yes)],
            IsSupported = supported,
            Why = Clauses.Of(
                lacks.IsEmpty ? null : Message.Of("eligibility.lacks", ("features", Named(lacks))),
                unknown.IsEmpty ? null : Message.Of("eligibility.unknown", ("features", Named(unknown))),
                inputs.Scenario.Support == SupportNeed.Required && supported == false ? Message.Of("eligibility.unsupported") : null),
        };
    }

    private static MessageValue Named(ImmutableArray<string> features) => Message.List(features.Select(RequiredFeatures.Words));

    private static bool? IsSupportedBy(CaseInputs inputs, ScenarioOption option) => option.IsToday
        ? inputs.Scenario.Contract switch
        {
            null or { IsPerpetual: true, PerYear: null } => null,
            { IsPerpetual: true, PerYear: { } support } => support.Amount > 0,
            _ => OfProducts(inputs, option) is not false,
        }
        : OfProducts(inputs, option) ?? false;

    /// <summary>Whether one of the products that are a platform is supported; null where none is a platform with a row on the day.</summary>
    private static bool? OfProducts(CaseInputs inputs, ScenarioOption option) =>
        option.Licences.Where(inputs.Prices.Knows)
            .Select(product => inputs.Prices.Find(product, inputs.Scenario.AsOf) ?? inputs.Prices.RowsOf(product).MaxBy(row => row.ValidFrom)!)
            .Where(row => row.IsPlatform)
            .Select(row => row.IsSupported)
            .ToList() is { Count: > 0 } rows
            ? rows.Contains(true)
            : null;
}
