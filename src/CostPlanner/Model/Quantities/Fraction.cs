namespace CostPlanner.Model;

/// <summary>A share of a whole, from 0 to 1 inclusive: a utilisation, a load, a part of a core.</summary>
/// <remarks>The default value is 0.</remarks>
public readonly record struct Fraction
{
    /// <summary>A share; throws outside 0 to 1.</summary>
    public Fraction(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1m);
        Value = value;
    }

    /// <summary>The share, 0 to 1.</summary>
    public decimal Value { get; }

    /// <summary>The share as per cent, in text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Value:0.#%}");
}
