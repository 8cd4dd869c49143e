using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>
/// What virtualisation costs in three classes of work: computing, memory, kernel. A fork is a new address space, faults and two context switches.
/// </summary>
/// <remarks>
/// One guest of one vCPU. Class by class the bare host and the guest do the same with the same program and libraries, in the order host, guest, guest, host
/// after a warm-up of each, while the other stands idle; the bare host on one CPU. The figure is guest over host as <see cref="AbbaPair"/> has it; over boots,
/// their geometric mean.
/// One number for all work would be wrong: the cost follows how often the work leaves the guest and misses in the TLB.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Window">The window of each measurement.</param>
/// <param name="MemoryMib">Memory of the guest.</param>
public sealed record CpuCost(Repeats Repeats, Window Window, int MemoryMib) : RepeatedExperiment("cpu-cost", Message.Of("experiment.cpu-cost"), Repeats)
{
    private const int Windows = 2;
    private static readonly ImmutableArray<(Measure Measure, string Program)> Classes =
        [(Measures.CpuAlu, "cpu"), (Measures.CpuMemory, "memory"), (Measures.CpuKernel, "fork")];

    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } = [
        .. Classes.Select(each =>
            new MeasuredEstimate(each.Measure, Averaging.Ratio, Message.Of("method.guest-over-host", ("work", CpuWork.Words(each.Program))))),
    ];

    /// <inheritdoc/>
    public override Script Typical => new([new GuestShape(1, MemoryMib)], [.. Classes.SelectMany(each => Steps(each.Program))]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples) =>
        Classes.SelectMany(each => Figures(each.Measure, samples.Steps(each.Program, 2 * Windows))).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <remarks>The method also says where the scatter comes from: that tells whether more boots or longer ones would help.</remarks>
    public override IEnumerable<MeasuredValue> Values(IReadOnlyList<Replicate> made) =>
        Classes.Zip(Estimates, (each, estimate) => estimate with { Method = WithScatter(estimate.Method, each.Measure, made) })
            .Select(estimate => estimate.Value(made))
            .OfType<MeasuredValue>();

    /// <inheritdoc/>
    /// <remarks>Beside the ratios the windows of the guest are judged: a ratio hides what moves both.</remarks>
    public override IEnumerable<ValidityCheck> Checks(IReadOnlyList<Replicate> made) => SeriesChecks.Of(Name, made.Count, Repeats.Least,
    [
        .. Estimates.Select(estimate => new CheckedSeries(estimate.Measure.Name, estimate.Series(made), estimate.Measure.Thresholds.Absolute)),
        .. Classes.Select(each => new CheckedSeries(
            GuestWindow(each.Measure),
            [.. made.SelectMany(replicate => Enumerable.Range(1, Windows).Select(number => replicate.Figures[Numbered(GuestWindow(each.Measure), number)]))])),
    ]);

    private IEnumerable<ScriptStep> Steps(string program)
    {
        var (warm, work) = (CpuWork.Command(program, 1, Window.WarmUp), CpuWork.Command(program, 1, Window.Seconds));
        return
        [
            new HostWork(warm, Window.WarmUp, IsWarmUp: true),
            new GuestWork(warm, Window.WarmUp, IsWarmUp: true),
            new HostWork(work, Window.Seconds),
            new GuestWork(work, Window.Seconds),
            new GuestWork(work, Window.Seconds),
            new HostWork(work, Window.Seconds),
        ];
    }

    private static IEnumerable<KeyValuePair<string, double>> Figures(Measure measure, ImmutableArray<ImmutableArray<GuestSample>> steps)
    {
        if (steps.Any(step => step.Length != 1) || !steps.Select(step => step[0].Guest).SequenceEqual([null, 1, 1, null]))
        {
            throw SampleReading.Unreadable(Message.Of("sample.order-host-guest", ("measure", measure.Name)));
        }

        var speeds = steps.Select(step => step[0].Speed()).ToArray();
        return
        [
            KeyValuePair.Create(measure.Name, new AbbaPair(speeds[0], speeds[1], speeds[2], speeds[3]).Ratio),
            KeyValuePair.Create(Numbered(HostWindow(measure), 1), speeds[0]),
            KeyValuePair.Create(Numbered(GuestWindow(measure), 1), speeds[1]),
            KeyValuePair.Create(Numbered(GuestWindow(measure), 2), speeds[2]),
            KeyValuePair.Create(Numbered(HostWindow(measure), 2), speeds[3]),
        ];
    }

    private static Message WithScatter(Message method, Measure measure, IReadOnlyList<Replicate> made)
    {
        double Ratio(Replicate replicate, int number) =>
            replicate.Figures[Numbered(GuestWindow(measure), number)] / replicate.Figures[Numbered(HostWindow(measure), number)];
        return VarianceComponents.Of([.. made.Select(replicate => new[] { Ratio(replicate, 1), Ratio(replicate, 2) })]) is { } parts
            ? Message.Of("method.scatter", ("method", method), ("within", parts.Within), ("between", parts.Between))
            : method;
    }

    private static string GuestWindow(Measure measure) => $"{measure.Name}-guest";

    private static string HostWindow(Measure measure) => $"{measure.Name}-host";

    private static string Numbered(string name, int number) => FormattableString.Invariant($"{name}-{number}");
}
