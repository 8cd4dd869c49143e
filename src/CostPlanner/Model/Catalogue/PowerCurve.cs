namespace CostPlanner.Model;

/// <summary>What a CPU draws at a load, as a share of its thermal design power; between the loads given it is linear.</summary>
/// <param name="AtRest">At no load.</param>
/// <param name="AtTenth">At 10 % load.</param>
/// <param name="AtHalf">At 50 % load.</param>
/// <param name="AtFull">At full load; a CPU may draw a little more than its thermal design power.</param>
public sealed record PowerCurve(decimal AtRest, decimal AtTenth, decimal AtHalf, decimal AtFull)
{
    private const decimal Tenth = 0.1m;
    private const decimal Half = 0.5m;

    /// <summary>The share drawn at that load.</summary>
    public decimal At(Fraction load) => load.Value switch
    {
        <= Tenth => Between(0, AtRest, Tenth, AtTenth, load.Value),
        <= Half => Between(Tenth, AtTenth, Half, AtHalf, load.Value),
        _ => Between(Half, AtHalf, 1, AtFull, load.Value),
    };

    private static decimal Between(decimal from, decimal low, decimal to, decimal high, decimal load) => low + ((high - low) * (load - from) / (to - from));
}
