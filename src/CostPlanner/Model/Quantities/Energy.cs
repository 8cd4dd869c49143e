namespace CostPlanner.Model;

/// <summary>Electrical energy, in kWh, 0 and above.</summary>
/// <remarks>The default value is no energy.</remarks>
public readonly record struct Energy
{
    /// <summary>Watt-hours in a kWh.</summary>
    public const decimal WattHoursPerKilowattHour = 1000m;

    /// <summary>So many kWh; throws below 0.</summary>
    public Energy(decimal kilowattHours)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kilowattHours);
        KilowattHours = kilowattHours;
    }

    /// <summary>The energy in kWh.</summary>
    public decimal KilowattHours { get; }

    /// <summary>The sum of two energies.</summary>
    public static Energy operator +(Energy left, Energy right) => new(left.KilowattHours + right.KilowattHours);

    /// <summary>The energy so many times.</summary>
    public static Energy operator *(Energy energy, decimal factor) => new(energy.KilowattHours * factor);

    /// <summary>The kWh, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{KilowattHours:#,0.#} kWh");
}
