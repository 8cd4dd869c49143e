namespace CostPlanner.Model;

/// <summary>Who says that a feature is required.</summary>
public enum RequirementFrom
{
    /// <summary>The scenario names it.</summary>
    Scenario,

    /// <summary>The estate uses it today.</summary>
    Estate,

    /// <summary>Whether the estate uses it is not known, which counts as if it did.</summary>
    NotKnown,
}

/// <summary>A feature that every option must have to be ranked.</summary>
/// <param name="Feature">Its id in the matrix of features: "live-migration".</param>
/// <param name="From">Who says so.</param>
public sealed record Requirement(string Feature, RequirementFrom From)
{
    /// <summary>Whether it rests on what is known, and not on what nobody knows.</summary>
    public bool IsKnown => From != RequirementFrom.NotKnown;
}
