namespace CostPlanner.Model;

/// <summary>A rate of CPU cycles: the speed of a core, or what all virtual CPUs of a VM may use at once. Above 0.</summary>
/// <remarks>The default value is 0 MHz, which nothing has.</remarks>
public readonly record struct Frequency
{
    /// <summary>So many MHz; throws unless above 0.</summary>
    public Frequency(decimal megahertz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(megahertz, 0m);
        MHz = megahertz;
    }

    /// <summary>The rate in MHz.</summary>
    public decimal MHz { get; }

    /// <summary>The rate shared evenly by so many, 1 and above.</summary>
    public Frequency Each(int sharers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sharers, 1);
        return new Frequency(MHz / sharers);
    }

    /// <summary>The rate in MHz, as text of the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{MHz:0.##} MHz");
}
