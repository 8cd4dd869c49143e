namespace CostPlanner.Model;

/// <summary>What a value of an assumption can mean at all; outside there is a mistake, not an opinion.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
public sealed record AssumptionBounds(decimal Low, decimal High)
{
    /// <summary>How often demand may be multiplied by growth over a horizon; beyond, sizes could no longer be counted.</summary>
    public const decimal MostGrowth = 1000m;

    /// <summary>Whether the value can mean anything.</summary>
    public bool Hold(decimal value) => Low <= value && value <= High;

    /// <summary>The bounds as a part of a message: "from 0 to 1".</summary>
    public Message Said => Message.Of("bounds", ("low", Low), ("high", High));

    /// <summary>The bounds for whoever debugs.</summary>
    public override string ToString() => FormattableString.Invariant($"from {Low} to {High}");
}
