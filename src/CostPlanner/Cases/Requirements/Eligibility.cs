using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Requirements;

/// <summary>Whether an option has what the scenario asks of every option, so that it may be ranked.</summary>
public sealed record Eligibility
{
    /// <summary>Of an option that nothing keeps out.</summary>
    public static Eligibility Met { get; } = new();

    /// <summary>Whether nothing keeps the option out.</summary>
    public bool IsMet => Why is null;

    /// <summary>What keeps the option from being ranked, as the rest of a sentence about it; null where nothing does.</summary>
    public Message? Why { get; init; }

    /// <summary>Of each option, in the scenario's order, without placing any VM: it depends on products, the estate and the scenario alone.</summary>
    /// <param name="inputs">What the case is computed from.</param>
    public static ImmutableArray<Eligibility> Of(CaseInputs inputs) => [.. inputs.Scenario.Options.Select(_ => Met)];
}
