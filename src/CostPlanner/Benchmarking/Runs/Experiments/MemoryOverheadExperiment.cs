using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>The memory that a guest takes beside its own, as o0 + o1 x vCPU + o2 x GiB.</summary>
/// <remarks>
/// Guests of six shapes or more in one set, vCPUs and memory varied apart from each other. Each fills most of its memory with data of its own, so that its page
/// tables are there and nothing can be shared; then of each process PSS is taken, less the PSS of the guest's own memory (never RSS: it counts shared pages in
/// every process and does not see merging), its page tables of both levels and, where it has a control group, what else the kernel holds for it; without one
/// that part is missing, a few MiB. The fit goes through the means of the shapes over the boots: guests of one boot are not independent.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Shapes">The guests, at least <see cref="MemoryFit.LeastShapes"/> different ones.</param>
/// <param name="MibPerSecond">How fast a guest is expected to fill memory; for the predicted end.</param>
public sealed record MemoryOverheadExperiment(
    Repeats Repeats, ImmutableArray<GuestShape> Shapes, int MibPerSecond)
        : RepeatedExperiment("memory-overhead", Message.Of("experiment.memory-overhead"), Repeats)
{
    private const double MibPerGiB = 1024;

    /// <summary>What a guest needs for itself, in MiB; it fills the larger part of the rest.</summary>
    private const int OwnMib = 128;

    private const double Filled = 0.75;

    private static readonly MeasuredEstimate OfTypical = new(Measures.MemoryOverheadTypical, Averaging.Mean, Message.None);

    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } = [OfTypical];

    /// <inheritdoc/>
    public override Script Typical => new(Shapes, [.. Shapes.Select((shape, i) => Fill(i + 1, shape)), new MemoryTaken()]);

    /// <inheritdoc/>
    /// <remarks>What each guest took, and the four values of the fit of this boot alone.</remarks>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples)
    {
        var taken = samples.Of(MemoryTaken.Name);
        if (!taken.Select(sample => sample.Guest ?? 0).Order().SequenceEqual(Enumerable.Range(1, Shapes.Length)))
        {
            throw SampleReading.Unreadable(Message.Of("sample.memory"));
        }

        var guests = taken.Select(sample => KeyValuePair.Create(OfGuest(sample.Guest!.Value), Overhead(sample)))
            .ToImmutableSortedDictionary(StringComparer.Ordinal);
        var values = Fit(guests)?.Values ?? [];
        return guests.AddRange(values.Select(value => KeyValuePair.Create(value.Name, value.Value)));
    }

    /// <inheritdoc/>
    /// <remarks>They rest on as many boots as were made, however many points the fit has.</remarks>
    public override IEnumerable<MeasuredValue> Values(IReadOnlyList<Replicate> made)
    {
        if (made.Count == 0)
        {
            return [];
        }

        var means = Enumerable.Range(1, Shapes.Length)
            .ToImmutableSortedDictionary(OfGuest, guest => made.Average(replicate => replicate.Figures[OfGuest(guest)]), StringComparer.Ordinal);
        return (Fit(means)?.Values ?? []).Select(
            value => new MeasuredValue(value.Name, value.Value, value.Low, value.High, made.Count, value.Unit, value.Method));
    }

    private MemoryFit? Fit(ImmutableSortedDictionary<string, double> guests) =>
        MemoryFit.Of([.. Shapes.Select((shape, i) => new MemoryPoint(shape.VCpus, shape.MemoryMib / MibPerGiB, guests[OfGuest(i + 1)]))]);

    private static double Overhead(GuestSample taken) =>
        taken.Reading(MemoryReadings.Pss) - taken.Reading(MemoryReadings.Ram)
        + taken.Reading(MemoryReadings.PageTables) + taken.Readings.GetValueOrDefault(MemoryReadings.CgroupKernel);

    private GuestWork Fill(int guest, GuestShape shape)
    {
        var mib = Math.Max(1, (int)((shape.MemoryMib - OwnMib) * Filled));
        return new GuestWork(GuestCommand.Of("touch", "unique", mib), 1 + (mib / MibPerSecond), guest);
    }

    private static string OfGuest(int guest) => FormattableString.Invariant($"memory-beside-guest-{guest}");
}
