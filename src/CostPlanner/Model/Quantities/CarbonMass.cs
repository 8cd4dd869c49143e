namespace CostPlanner.Model;

/// <summary>Greenhouse gases as the mass of CO2 that warms as much (CO2e), in kg, 0 and above.</summary>
/// <remarks>The default value is none.</remarks>
public readonly record struct CarbonMass
{
    private const decimal GramsPerKilogram = 1000m;
    private const decimal KilogramsPerTonne = 1000m;

    /// <summary>So many kg; throws below 0.</summary>
    public CarbonMass(decimal kilograms)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(kilograms);
        Kilograms = kilograms;
    }

    /// <summary>The mass in kg.</summary>
    public decimal Kilograms { get; }

    /// <summary>The mass in tonnes of 1,000 kg.</summary>
    public decimal Tonnes => Kilograms / KilogramsPerTonne;

    /// <summary>So many grams; throws below 0.</summary>
    public static CarbonMass FromGrams(decimal grams) => new(grams / GramsPerKilogram);

    /// <summary>The sum of two masses.</summary>
    public static CarbonMass operator +(CarbonMass left, CarbonMass right) => new(left.Kilograms + right.Kilograms);

    /// <summary>The kg, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Kilograms:#,0.#} kg");
}
