using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Comparisons;

/// <summary>One measure of two runs side by side.</summary>
/// <param name="Name">The measure's name.</param>
/// <param name="Label">What it is.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="A">What the first run has, or null.</param>
/// <param name="B">What the second run has, or null.</param>
/// <param name="Difference">The permutation test on the replicates; null where there are no replicates of it to deal out.</param>
/// <param name="Verdict">What may be said of B against A; null where nothing can be compared.</param>
/// <param name="Words">The verdict, or why there is none.</param>
public sealed record ComparedMeasure(
    string Name, Message Label, string Unit, MeasuredValue? A, MeasuredValue? B, Difference? Difference, DifferenceVerdict? Verdict, Message Words);

/// <summary>A fact or condition that is not the same in two runs.</summary>
/// <param name="Name">What it is.</param>
/// <param name="A">In the first run; null where it does not say.</param>
/// <param name="B">In the second run; null where it does not say.</param>
public sealed record DifferentCondition(Message Name, Message? A, Message? B);

/// <summary>Two runs side by side: each measure with both intervals, and what may be said of the difference.</summary>
/// <param name="A">The first run.</param>
/// <param name="B">The second run.</param>
/// <param name="Measures">Each measure that one of them has.</param>
/// <param name="Conditions">What differs between their conditions.</param>
public sealed record RunComparison(
    BenchmarkRun A, BenchmarkRun B, ImmutableArray<ComparedMeasure> Measures, ImmutableArray<DifferentCondition> Conditions)
{
    private static readonly DifferenceThresholds OfUnknown = new(0, 0.05);

    /// <summary>What makes the two hard to compare: another plan, another guest, a run that does not count.</summary>
    public ImmutableArray<Message> Doubts =>
    [
        .. new[] { A, B }.Where(run => !run.IsValid).Select(run => Message.Of("comparison.does-not-count", ("run", run.Id), ("why", run.WhyNotValid[0]))),
        .. A.Conditions.Plan == B.Conditions.Plan ? [] : new[] { Message.Of("comparison.plans", ("a", A.Conditions.Plan), ("b", B.Conditions.Plan)) },
        .. A.Conditions.Sha256.SequenceEqual(B.Conditions.Sha256) ? [] : new[] { Message.Of("comparison.guests") },
    ];

    /// <summary>Compares two runs; resampling, where there is any, is drawn with the seed.</summary>
    public static RunComparison Of(BenchmarkRun a, BenchmarkRun b, int seed)
    {
        var names = Benchmarking.Statistics.Measures.All.Select(measure => measure.Name)
            .Concat(a.Values.Concat(b.Values).Select(value => value.Name).Order(StringComparer.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .Where(name => (a.Find(name) ?? b.Find(name)) is not null);
        return new RunComparison(a, b, [.. names.Select(name => Compared(a, b, name, seed))], [.. Differing(a.Conditions, b.Conditions)]);
    }

    private static ComparedMeasure Compared(BenchmarkRun a, BenchmarkRun b, string name, int seed)
    {
        var (ofA, ofB) = (a.Find(name), b.Find(name));
        var measure = Benchmarking.Statistics.Measures.Find(name);
        var thresholds = measure?.Thresholds ?? OfUnknown;
        var (figuresA, figuresB) = (a.FiguresOf(name), b.FiguresOf(name));
        var comparable = ofA is not null && ofB is not null && ofA.Unit == ofB.Unit;
        var difference = comparable && figuresA.Length > 0 && figuresB.Length > 0 ? Difference.Of(figuresA, figuresB, thresholds, seed) : null;
        var verdict = comparable ? difference?.Verdict ?? ByIntervals(ofA!, ofB!, thresholds) : null;
        var words = 0 switch
        {
            _ when ofA is null => Message.Of("comparison.only-b"),
            _ when ofB is null => Message.Of("comparison.only-a"),
            _ when !comparable => Message.Of("comparison.units", ("a", ofA.Unit), ("b", ofB.Unit)),
            _ => Words(verdict, difference, ofA, ofB),
        };
        return new ComparedMeasure(name, measure?.Label ?? name, (ofA ?? ofB)!.Unit, ofA, ofB, difference, verdict, words);
    }

    /// <summary>
    /// Without replicates of a figure: intervals that do not touch, and the thresholds. A stricter test than p below 5 %; null where an end is not known.
    /// </summary>
    private static DifferenceVerdict? ByIntervals(MeasuredValue a, MeasuredValue b, DifferenceThresholds thresholds)
    {
        if (a.Width is null || b.Width is null)
        {
            return null;
        }

        var by = b.Value - a.Value;
        var far = Math.Abs(by) >= thresholds.Absolute && Math.Abs(by) >= thresholds.Relative * Math.Abs(a.Value);
        return 0 switch
        {
            _ when far && b.Low > a.High => DifferenceVerdict.Higher,
            _ when far && b.High < a.Low => DifferenceVerdict.Lower,
            _ => DifferenceVerdict.NotShown,
        };
    }

    private static Message Words(DifferenceVerdict? verdict, Difference? difference, MeasuredValue a, MeasuredValue b)
    {
        var relative = a.Value == 0 ? null : (double?)((b.Value - a.Value) / Math.Abs(a.Value));
        var by = (difference is null ? relative : difference.Relative) is { } share
            ? Message.Of("comparison.by", ("share", Math.Abs(share)))
            : Message.None;
        return verdict switch
        {
            DifferenceVerdict.Higher => Message.Of("comparison.higher", ("by", by)),
            DifferenceVerdict.Lower => Message.Of("comparison.lower", ("by", by)),
            DifferenceVerdict.CannotBeShown => Message.Of("comparison.too-few"),
            DifferenceVerdict.NotShown => Message.Of("comparison.not-shown"),
            _ => Message.Of("comparison.no-interval"),
        };
    }

    private static IEnumerable<DifferentCondition> Differing(MeasurementConditions a, MeasurementConditions b) =>
        from name in Facts(a).Keys.Concat(Facts(b).Keys).Distinct()
        let ofA = Facts(a).GetValueOrDefault(name)
        let ofB = Facts(b).GetValueOrDefault(name)
        where ofA != ofB
        select new DifferentCondition(name, ofA, ofB);

    private static Dictionary<Message, Message> Facts(MeasurementConditions conditions)
    {
        var facts = new Dictionary<Message, Message>
        {
            [Message.Of("condition.host-class")] = conditions.HostClass.Word(),
            ["plan"] = conditions.Plan,
            ["QEMU"] = conditions.QemuVersion,
        };
        foreach (var (file, hash) in conditions.Sha256)
        {
            facts[Message.Of("condition.hash", ("file", file))] = hash;
        }

        foreach (var fact in conditions.Facts)
        {
            facts[fact.Name] = fact.Value;
        }

        return facts;
    }
}
