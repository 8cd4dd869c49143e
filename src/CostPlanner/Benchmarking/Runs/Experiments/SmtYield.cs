using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>What the second thread of a core is worth: two guests on the two threads of a core against one guest on it.</summary>
/// <remarks>
/// Two guests of one vCPU, each bound to one thread of the same core. For each class of work, after a warm-up of both: the first alone, both, both, the second
/// alone. The figure of a class is the sum of both over the one alone, less 1, as <see cref="AbbaPair"/> has it; the yield is that of the geometric mean of the
/// three classes, as nobody knows what the machines of an estate will do on it.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Window">The window of each measurement.</param>
/// <param name="Siblings">The logical CPUs of one core; two or more.</param>
/// <param name="Shape">Each guest, of one vCPU.</param>
public sealed record SmtYield(
    Repeats Repeats,
    Window Window,
    ImmutableArray<int> Siblings,
    GuestShape Shape) : RepeatedExperiment("smt-yield", Message.Of("experiment.smt-yield"), Repeats)
{
    private static readonly ImmutableArray<string> Programs = ["cpu", "memory", "fork"];

    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } =
        [
            new(
                Measures.SmtYield,
                Averaging.Gain,
                Message.Of("method.smt")),
        ];

    /// <inheritdoc/>
    public override Script Typical => new(
        [Shape, Shape],
        [new GuestPinned(1, [Siblings[0]]), new GuestPinned(2, [Siblings[1]]), .. Programs.SelectMany(Steps)]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var ratios = Programs.Select(program => (program, Ratio: Ratio(program, samples.Steps(program, 4)))).ToImmutableArray();
        var product = ratios.Aggregate(1.0, (all, each) => all * each.Ratio);
        return ratios
            .ToImmutableSortedDictionary(each => $"{Measures.SmtYield.Name}-{each.program}", each => each.Ratio - 1, StringComparer.Ordinal)
            .Add(Measures.SmtYield.Name, Math.Pow(product, 1.0 / Programs.Length) - 1);
    }

    private IEnumerable<ScriptStep> Steps(string program)
    {
        var work = CpuWork.Command(program, 1, Window.Seconds);
        return
        [
            new GuestWork(CpuWork.Command(program, 1, Window.WarmUp), Window.WarmUp, IsWarmUp: true),
            new GuestWork(work, Window.Seconds, 1),
            new GuestWork(work, Window.Seconds),
            new GuestWork(work, Window.Seconds),
            new GuestWork(work, Window.Seconds, 2),
        ];
    }

    private static double Ratio(string program, ImmutableArray<ImmutableArray<GuestSample>> steps) =>
        steps.Select(step => step.Length).SequenceEqual([1, 2, 2, 1])
            ? new AbbaPair(Sum(steps[0]), Sum(steps[1]), Sum(steps[2]), Sum(steps[3])).Ratio
            : throw SampleReading.Unreadable(Message.Of("sample.order-one-both", ("program", program)));

    private static double Sum(ImmutableArray<GuestSample> step) => step.Sum(guest => guest.Speed());
}
