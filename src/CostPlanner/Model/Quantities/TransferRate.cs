namespace CostPlanner.Model;

/// <summary>How fast data are copied.</summary>
public readonly record struct TransferRate
{
    private const decimal BitsPerMegabit = 1_000_000m;
    private const int BitsPerByte = 8;

    /// <summary>A rate; throws unless above 0.</summary>
    public TransferRate(decimal megabitsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(megabitsPerSecond);
        MegabitsPerSecond = megabitsPerSecond;
    }

    /// <summary>Million bits per second.</summary>
    public decimal MegabitsPerSecond { get; }

    /// <summary>Hours that so much data take. 500 GB of 1,024 MB at 620 Mbit/s: 110 minutes, as kubev2v's migration planner reckons.</summary>
    public decimal HoursFor(ByteSize size) => size.Bytes * (decimal)BitsPerByte / (MegabitsPerSecond * BitsPerMegabit) / Duration.SecondsPerHour;
}
