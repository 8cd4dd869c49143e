using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Benchmarking.Workloads;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>How many guests a host carries at a given mean utilisation of each: the knee.</summary>
/// <remarks>
/// First one guest works without a pause: its capacity. From then on every guest is offered a fixed rate, a share of that capacity, whether it keeps up or not
/// (open loop; a closed loop slows down with its guests and hides the knee). Then one guest alone at that rate: its p99 is what others are held against. Both
/// are the median of a few boots. Then <see cref="KneeSearch"/> asks for sets, each a fresh boot, and <see cref="DensityPoint"/> says whether a set passed. The
/// rate's warm-up is thrown away.
/// A set that was rejected is made again and says nothing; so a host whose memory ends before its CPUs has no upper end.
/// </remarks>
/// <param name="Load">What each guest is offered.</param>
/// <param name="Most">The most guests, 1 or more: what cores and memory allow.</param>
/// <param name="Cores">Physical cores of the host.</param>
/// <param name="Baselines">Boots for the capacity, and again for the guest alone; 1 or more.</param>
/// <param name="Replicates">Replicates at each end of the knee, 1 or more.</param>
/// <param name="Window">The window of each measurement.</param>
public sealed record DensitySweep(DensityLoad Load, int Most, int Cores, int Baselines, int Replicates, Window Window)
    : Experiment(Load.Name, Message.Of("experiment.density", ("percent", Load.Percent), ("vcpus", Load.Shape.VCpus)))
{
    private const string OpenLoop = "rate";
    private const string Capacity = "capacity-per-s";
    private const string Delivered = "delivered-share";
    private const string P99 = "p99-ms";
    private const string Ready = "ready-share";
    private const string Busy = "busy-share";
    private const double Middle = 0.5;
    private const int Hundred = 100;

    /// <inheritdoc/>
    public override int Expected => ExpectedSets.Length;

    /// <inheritdoc/>
    /// <remarks>With a rate of 1: the true one is not known before the capacity is.</remarks>
    public override Script Typical => Offered((int)Math.Ceiling(ExpectedSets.Average()), 1);

    /// <inheritdoc/>
    public override Script? Following(IReadOnlyList<Replicate> made) => 0 switch
    {
        _ when made.Count < Baselines => Closed,
        _ when made.Count < 2 * Baselines => Offered(1, Rate(made)),
        _ when Searched(made).Next is { } guests => Offered(guests, Rate(made)),
        _ => null,
    };

    /// <inheritdoc/>
    /// <remarks>
    /// Of a guest that works without a pause its capacity. Of a set the worst guest: what it delivered of what it was offered, its p99, how long its vCPUs
    /// waited; and the mean of how busy they were. Where one fell so far behind that its program gave up, only that nothing counts as delivered; one guest
    /// alone that does so is broken.
    /// </remarks>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var closed = samples.Of("cpu");
        if (closed.Length == 1)
        {
            return ImmutableSortedDictionary<string, double>.Empty.Add(Capacity, closed[0].Speed());
        }

        var guests = samples.Of(OpenLoop);
        return 0 switch
        {
            _ when guests.IsEmpty => throw SampleReading.Unreadable(Message.Of("sample.none-offered")),
            _ when guests.Length > 1
                && guests.Any(guest => FellBehind(guest.Command, guest.Output)) => ImmutableSortedDictionary<string, double>.Empty.Add(Delivered, 0),
            _ => ImmutableSortedDictionary<string, double>.Empty
                .Add(Delivered, guests.Min(guest => guest.Cpu().EventsPerSecond / OfferedTo(guest)))
                .Add(P99, guests.Max(guest => guest.Cpu().P99 is > 0 and var p99 ? p99 : throw SampleReading.Unreadable(Message.Of("sample.p99"))))
                .Add(Ready, guests.Max(guest => Share(guest, StepReadings.VCpuWait)))
                .Add(Busy, guests.Average(guest => Share(guest, StepReadings.VCpuRun))),
        };
    }

    /// <summary>
    /// Whether a guest gave up because it was offered far more than it could do: the set delivered too little, which is an answer and no fault.
    /// </summary>
    internal static bool FellBehind(string command, string output) =>
        command.StartsWith(OpenLoop + " ", StringComparison.Ordinal) && SysbenchCpu.FellBehind(output);

    /// <inheritdoc/>
    public override IEnumerable<MeasuredValue> Values(IReadOnlyList<Replicate> made)
    {
        if (made.Count < 2 * Baselines || Searched(made).Found is not { } knee)
        {
            return [];
        }

        var method = Method(made);
        var atKnee = Sets(made).Where(set => set.Guests == knee.Passes).Select(set => set.Figures[P99]).ToImmutableArray();
        Interval Ends(double scale) => new(knee.Passes * scale, knee.Passes * scale, knee.Fails * scale, knee.Replicates);
        var values = new[]
        {
            Load.Measures.Overcommit.Value(Ends((double)Load.Shape.VCpus / Cores), method),
            Load.Measures.Guests.Value(Ends(1), method),
        };
        return atKnee.IsEmpty
            ? values
            : [.. values, Load.Measures.P99.Value(Interval.OfMean(atKnee), Message.Of("method.at-knee", ("method", method)))];
    }

    /// <inheritdoc/>
    public override IEnumerable<ValidityCheck> Checks(IReadOnlyList<Replicate> made)
    {
        if (made.Count < 2 * Baselines || Searched(made).Found is null)
        {
            return [
                ValidityCheck.Of(
                    RejectReason.TooFewReplicates,
                    Message.Of("check.no-knee", ("experiment", Name), ("replicates", made.Count)),
                    Message.Of("check.as-planned"),
                    false),
            ];
        }

        return SeriesChecks.Of(Name, made.Count, 2 * Baselines,
        [
            new CheckedSeries(Message.Of("series.capacity", ("experiment", Name)), [.. made.Take(Baselines).Select(each => each.Figures[Capacity])]),
            new CheckedSeries(Message.Of("series.p99-alone", ("experiment", Name)),
                [.. Lone(made).Select(each => each.Figures[P99])], Load.Measures.P99.Thresholds.Absolute),
        ]);
    }

    /// <summary>How many guests each set would have if the knee were where all guests together keep every core busy.</summary>
    private ImmutableArray<int> ExpectedSets
    {
        get
        {
            var knee = Math.Min(Load.Busy(Cores), Most);
            var search = new KneeSearch(Most, Replicates);
            while (search.Next is { } guests)
            {
                search = search.With(new KneeTrial(guests, guests <= knee));
            }

            return [.. Enumerable.Repeat(1, (2 * Baselines) - 1), .. search.Trials.Select(trial => trial.Guests)];
        }
    }

    private Script Closed => new(
        [Load.Shape],
        [
            new GuestWork(CpuWork.Command("cpu", Load.Shape.VCpus, Window.WarmUp), Window.WarmUp, IsWarmUp: true),
            new GuestWork(CpuWork.Command("cpu", Load.Shape.VCpus, Window.Seconds), Window.Seconds),
        ]);

    private Script Offered(int guests, int rate)
    {
        string Command(int seconds) => GuestCommand.Of(OpenLoop, Load.Shape.VCpus, seconds, rate);
        return new(
            [.. Enumerable.Repeat(Load.Shape, guests)],
            [new GuestWork(Command(Window.WarmUp), Window.WarmUp, IsWarmUp: true), new GuestWork(Command(Window.Seconds), Window.Seconds)]);
    }

    /// <summary>What each guest is offered in a second: follows from the capacity alone, so it is the same to the end of the sweep.</summary>
    private int Rate(IReadOnlyList<Replicate> made) =>
        Math.Max(1, (int)(Median(made.Take(Baselines).Select(each => each.Figures[Capacity])) * Load.Percent / Hundred));

    private static double OfferedTo(GuestSample guest) => double.Parse(guest.Command.Split(' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture);

    private double Share(GuestSample guest, string reading) => guest.Reading(reading) / (guest.HostSeconds * Load.Shape.VCpus);

    /// <summary>All sets under the rate.</summary>
    private IEnumerable<Replicate> Sets(IReadOnlyList<Replicate> made) => made.Skip(Baselines);

    private IEnumerable<Replicate> Lone(IReadOnlyList<Replicate> made) => Sets(made).Take(Baselines);

    /// <summary>The search so far: the boots of a guest alone are its first trial together, then one trial for each set.</summary>
    private KneeSearch Searched(IReadOnlyList<Replicate> made)
    {
        var alone = Median(Lone(made).Select(each => each.Figures[P99]));
        bool Passes(Replicate set) => set.Figures.ContainsKey(P99) &&
            new DensityPoint(set.Guests, set.Figures[Delivered], set.Figures[P99], set.Figures[Ready]).Failures(alone).IsEmpty;
        var first = new KneeSearch(Most, Replicates).With(new KneeTrial(1, Lone(made).All(Passes)));
        return made.Skip(2 * Baselines).Aggregate(first, (search, set) => search.With(new KneeTrial(set.Guests, Passes(set))));
    }

    private Message Method(IReadOnlyList<Replicate> made) => Message.Of(
        "method.density",
        ("rate", Rate(made)),
        ("percent", Load.Percent),
        ("busy", Median(Lone(made).Select(each => each.Figures[Busy]))),
        ("boots", Replicates));

    private static double Median(IEnumerable<double> figures) => Interval.OfQuantile([.. figures], Middle).Value;
}
