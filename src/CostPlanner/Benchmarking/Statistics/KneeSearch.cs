using System.Collections.Immutable;

namespace CostPlanner.Benchmarking.Statistics;

/// <summary>One trial of the search: so many guests, and whether they passed.</summary>
/// <param name="Guests">How many guests were booted together.</param>
/// <param name="Passed">Whether none of the limits was broken.</param>
public readonly record struct KneeTrial(int Guests, bool Passed);

/// <summary>What the search came to.</summary>
/// <param name="Passes">The largest number of guests tried that passed in every replicate; 0 where not even one guest did.</param>
/// <param name="Fails">The smallest number above it that failed in every replicate; null where none was met up to the most that may run.</param>
/// <param name="Replicates">How many replicates stand behind each end.</param>
public readonly record struct Knee(int Passes, int? Fails, int Replicates);

/// <summary>
/// Looks for the number of guests that a host can carry: gallops 1, 2, 4, 8 … to the first that fails, bisects, and then makes full replicates of the
/// largest that passed and of the next. Where those disagree among themselves, it steps down, or up, until all agree: by 3 % of large numbers, as single
/// steps through the band in which hundreds of guests pass now and then would take longer than all else of a run.
/// </summary>
/// <remarks>
/// It knows no clock and no guest: it is asked for the next number and told how the trial went, so that a run can be resumed and the search be tested.
/// </remarks>
public sealed record KneeSearch
{
    /// <summary>The part of a number of guests that is a step, where it is more than one guest.</summary>
    private const int StepPart = 32;

    private readonly int most;
    private readonly int replicates;

    /// <summary>A search.</summary>
    /// <param name="most">The most guests that may run together, 1 or more: what memory allows.</param>
    /// <param name="replicates">Replicates at each end, 1 or more.</param>
    public KneeSearch(int most, int replicates)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(replicates);
        (this.most, this.replicates) = (most, replicates);
    }

    /// <summary>Every trial so far, in their order.</summary>
    public ImmutableArray<KneeTrial> Trials { get; private init; } = [];

    /// <summary>The number of guests to try next; null where the search is done.</summary>
    public int? Next => Doing switch
    {
        Phase.Gallop => Math.Min(Math.Max(1, checked(2 * Passed)), most),
        Phase.Bisect => Passed + ((Failed!.Value - Passed) / 2),
        Phase.Low => Passed,
        Phase.High => High,
        _ => null,
    };

    /// <summary>The answer; null while the search goes on.</summary>
    public Knee? Found => Doing == Phase.Done ? new Knee(Passed, High <= most ? High : null, replicates) : null;

    private Phase Doing { get; init; }

    /// <summary>The largest number known to pass; when the search is done, in every replicate.</summary>
    private int Passed { get; init; }

    /// <summary>The smallest number that failed while galloping and bisecting.</summary>
    private int? Failed { get; init; }

    /// <summary>The number that is held to fail in every replicate.</summary>
    private int High { get; init; }

    /// <summary>Replicates at this end that said what was expected.</summary>
    private int Agreed { get; init; }

    /// <summary>The search with one more trial; throws where it was not of the number that was asked for.</summary>
    public KneeSearch With(KneeTrial trial)
    {
        if (trial.Guests != Next)
        {
            throw new ArgumentException(FormattableString.Invariant($"{trial.Guests} guests were tried, and {Next} were asked for"), nameof(trial));
        }

        var told = this with { Trials = [.. Trials, trial] };
        return Doing switch
        {
            Phase.Low => told.ToldLow(trial.Passed),
            Phase.High => told.ToldHigh(trial.Passed),
            _ => (trial.Passed ? told with { Passed = trial.Guests } : told with { Failed = trial.Guests }).Scouted(),
        };
    }

    private KneeSearch Scouted() => 0 switch
    {
        _ when Failed is null && Passed < most => this,
        _ when Failed - Passed > 1 => this with { Doing = Phase.Bisect },
        _ when Passed > 0 => this with { Doing = Phase.Low },
        _ => Above(),
    };

    private KneeSearch ToldLow(bool passed) => 0 switch
    {
        _ when passed && Agreed + 1 == replicates => Above(),
        _ when passed => this with { Agreed = Agreed + 1 },
        _ when Passed > 1 => this with { Passed = Passed - Step(Passed), Agreed = 0 },
        _ => (this with { Passed = 0 }).Above(),
    };

    private KneeSearch ToldHigh(bool passed) => 0 switch
    {
        _ when passed => From(High + Step(High)),
        _ when Agreed + 1 == replicates => this with { Doing = Phase.Done },
        _ => this with { Agreed = Agreed + 1 },
    };

    /// <summary>On to the smallest number above the low end that never passed.</summary>
    private KneeSearch Above() => From(Passed + 1);

    private KneeSearch From(int high)
    {
        while (Trials.Any(trial => trial.Guests == high && trial.Passed))
        {
            high++;
        }

        return this with { Doing = high <= most ? Phase.High : Phase.Done, High = high, Agreed = 0 };
    }

    private static int Step(int guests) => Math.Max(1, guests / StepPart);

    /// <summary>What the search is at.</summary>
    private enum Phase
    {
        Gallop,
        Bisect,
        Low,
        High,
        Done,
    }
}
