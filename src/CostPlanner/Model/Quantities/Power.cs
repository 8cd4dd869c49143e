namespace CostPlanner.Model;

/// <summary>Electrical power drawn, in watts, 0 and above.</summary>
/// <remarks>The default value is no power.</remarks>
public readonly record struct Power
{
    /// <summary>So many watts; throws below 0.</summary>
    public Power(decimal watts)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(watts);
        Watts = watts;
    }

    /// <summary>The power in watts.</summary>
    public decimal Watts { get; }

    /// <summary>What is used when the power is drawn for one year of 8,760 hours.</summary>
    public Energy ForOneYear => new(Watts * Duration.HoursPerYear / Energy.WattHoursPerKilowattHour);

    /// <summary>The sum of two powers.</summary>
    public static Power operator +(Power left, Power right) => new(left.Watts + right.Watts);

    /// <summary>The power so many times.</summary>
    public static Power operator *(Power power, decimal factor) => new(power.Watts * factor);

    /// <summary>The watts, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Watts:0.#} W");
}
