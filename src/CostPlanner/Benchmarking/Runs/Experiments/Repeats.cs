using CostPlanner.Benchmarking.Statistics;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>How many replicates an experiment makes: the least in any case, then more up to the most while an interval is too wide.</summary>
public sealed record Repeats
{
    /// <summary>Where the number adapts itself, so many are expected.</summary>
    private const int ExpectedOfAdaptive = 8;

    private Repeats(int least, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(least);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, least);
        (Least, Most) = (least, most);
    }

    /// <summary>By the stop rule: 5 to 15.</summary>
    public static Repeats Adaptive { get; } = new(StopRule.Least, StopRule.Most);

    /// <summary>The least replicates, 1 or more.</summary>
    public int Least { get; }

    /// <summary>The most replicates.</summary>
    public int Most { get; }

    /// <summary>How many are expected; for the predicted end.</summary>
    public int Expected => Least == Most ? Least : Math.Clamp(ExpectedOfAdaptive, Least, Most);

    /// <summary>So many, whatever they say.</summary>
    public static Repeats Fixed(int count) => new(count, count);

    /// <summary>Whether another is wanted.</summary>
    /// <param name="made">How many were made that count.</param>
    /// <param name="verdicts">What the stop rule says of each figure.</param>
    public bool WantMore(int made, IEnumerable<StopVerdict> verdicts) => made < Least || (made < Most && verdicts.Contains(StopVerdict.GoOn));
}
