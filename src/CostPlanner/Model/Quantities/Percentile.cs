namespace CostPlanner.Model;

/// <summary>A percentile: the share of samples, in per cent, that are not above a figure. From 1 to 99.9.</summary>
/// <remarks>The default value is none, and no sizing uses it.</remarks>
public readonly record struct Percentile
{
    /// <summary>The least percentile.</summary>
    public const decimal Least = 1m;

    /// <summary>The greatest percentile; above it is the peak.</summary>
    public const decimal Greatest = 99.9m;

    private const decimal Whole = 100m;

    /// <summary>A percentile; throws outside 1 to 99.9.</summary>
    public Percentile(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, Least);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Greatest);
        Value = value;
    }

    /// <summary>The one that most published rules size CPU by.</summary>
    public static Percentile P95 { get; } = new(95m);

    /// <summary>The percentile in per cent: 95.</summary>
    public decimal Value { get; }

    /// <summary>The percentile as a share: 0.95.</summary>
    public decimal Share => Value / Whole;

    /// <summary>"p95", "p99.9".</summary>
    public override string ToString() => FormattableString.Invariant($"p{Value:0.#########}");
}

/// <summary>How a percentile is taken from samples that do not hit it.</summary>
public enum PercentileMethod
{
    /// <summary>The sample of rank ⌈p ÷ 100 × n⌉, counted from 1: always one that was measured.</summary>
    NearestRank,

    /// <summary>Between the two samples around rank (n − 1) × p ÷ 100, counted from 0.</summary>
    Interpolated,
}
