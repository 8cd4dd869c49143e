using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>Measures that one chart shows together.</summary>
/// <param name="Title">What they are of.</param>
/// <param name="Measures">The measures, in the order of reports.</param>
internal sealed record MeasureGroup(string Title, ImmutableArray<string> Measures)
{
    private static readonly ImmutableArray<MeasureGroup> Known =
    [
        Of(
            "CPU",
            Benchmarking.Statistics.Measures.CpuAlu,
            Benchmarking.Statistics.Measures.CpuMemory,
            Benchmarking.Statistics.Measures.CpuKernel,
            Benchmarking.Statistics.Measures.SmtYield,
            Benchmarking.Statistics.Measures.IdleCpu),
        Of(
            Words.Of("common.memory"),
            Benchmarking.Statistics.Measures.MemoryOverheadBase,
            Benchmarking.Statistics.Measures.MemoryOverheadPerVCpu,
            Benchmarking.Statistics.Measures.MemoryOverheadPerGiB,
            Benchmarking.Statistics.Measures.MemoryOverheadTypical, Benchmarking.Statistics.Measures.KsmIdentical, Benchmarking.Statistics.Measures.KsmUnique),
        Of(
            Words.Of("measurement.measure-group.boot"),
            Benchmarking.Statistics.Measures.BootMedian,
            Benchmarking.Statistics.Measures.BootStorm,
            Benchmarking.Statistics.Measures.BootCpu),
        Of(
            Words.Of("measurement.measure-group.disk-and-network"),
            Benchmarking.Statistics.Measures.DiskIops,
            Benchmarking.Statistics.Measures.DiskBandwidth,
            Benchmarking.Statistics.Measures.DiskP99,
            Benchmarking.Statistics.Measures.NetworkBandwidth),
        Of(
            Words.Of("measurement.measure-group.density"),
            Benchmarking.Statistics.Measures.Overcommit,
            Benchmarking.Statistics.Measures.GuestsAtKnee,
            Benchmarking.Statistics.Measures.P99AtKnee),
    ];

    /// <summary>
    /// The groups that hold these measures, each only with those that are there, and behind a measure its variants ("guests-at-knee-10"); measures that are in
    /// none come last, as "Other".
    /// </summary>
    public static IEnumerable<MeasureGroup> Holding(IEnumerable<string> names)
    {
        var there = names.ToImmutableArray();
        var groups = Known.Select(
            group => group with { Measures = [.. group.Measures.SelectMany(known => there.Where(name => IsOf(name, known))).Distinct(StringComparer.Ordinal)] })
            .ToList();
        return groups
            .Append(
                new MeasureGroup(
                    Words.Of("measurement.measure-group.other"), [.. there.Except(groups.SelectMany(group => group.Measures), StringComparer.Ordinal)]))
            .Where(group => group.Measures.Length > 0);
    }

    private static bool IsOf(string name, string known) => name == known || name.StartsWith(known + "-", StringComparison.Ordinal);

    private static MeasureGroup Of(string title, params ReadOnlySpan<Measure> measures)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var measure in measures)
        {
            names.Add(measure.Name);
        }

        return new MeasureGroup(title, names.ToImmutable());
    }
}
