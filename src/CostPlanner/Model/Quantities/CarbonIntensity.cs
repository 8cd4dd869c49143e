namespace CostPlanner.Model;

/// <summary>Greenhouse gases for each kWh of electricity, in grams of CO2 equivalent per kWh, 0 and above.</summary>
/// <remarks>The default value is electricity without any.</remarks>
public readonly record struct CarbonIntensity
{
    /// <summary>So many grams per kWh; throws below 0.</summary>
    public CarbonIntensity(decimal gramsPerKilowattHour)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gramsPerKilowattHour);
        GramsPerKilowattHour = gramsPerKilowattHour;
    }

    /// <summary>The grams of CO2 equivalent per kWh.</summary>
    public decimal GramsPerKilowattHour { get; }

    /// <summary>What so much electricity causes: kWh × g/kWh.</summary>
    public CarbonMass Of(Energy energy) => CarbonMass.FromGrams(energy.KilowattHours * GramsPerKilowattHour);

    /// <summary>The grams per kWh, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{GramsPerKilowattHour:#,0.#} g/kWh");
}
