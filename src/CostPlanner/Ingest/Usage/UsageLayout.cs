using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>Where in a row the figures of a series stand.</summary>
internal sealed record UsageLayout
{
    private const double KiBPerMiB = 1024;

    /// <summary>KB/s of 1,024 bytes, as the memory in the same files counts them, in Mbit/s of a million bits.</summary>
    private const double MbitPerKiB = 1024 * 8 / 1e6;

    private static readonly string[] Vm = ["vm", "vm_name", "name", "vm_id"];
    private static readonly string[] Time = ["time", "timestamp", "t_s"];

    /// <summary>
    /// Headers, what they sample, and the factor to its unit; of those that sample one metric in different ways the first group found counts.
    /// </summary>
    private static readonly (Metric Metric, CpuMeasure? Cpu, double Factor, string[] Headers)[] Known =
    [
        (Metric.Cpu, CpuMeasure.Cores, 1, ["cpu_cores"]),
        (Metric.Cpu, CpuMeasure.MHz, 1, ["cpu_mhz"]),
        (Metric.Cpu, CpuMeasure.Percent, 1, ["cpu_percent"]),
        (Metric.Cpu, CpuMeasure.MHz, 1, [GwaHeaders.CpuUsage]),
        (Metric.Memory, null, 1, ["memory_mib"]),
        (Metric.Memory, null, 1, ["mem_mb"]), // MB of 1,024 × 1,024 bytes: the file was made so from the KB of GWA-T-12
        (Metric.Memory, null, 1 / KiBPerMiB, [GwaHeaders.MemoryUsage]),
        (Metric.Iops, null, 1, ["iops"]),
        (Metric.Network, null, 1, ["network_mbps"]),
        (Metric.Network, null, MbitPerKiB, ["net_rx_kbps", "net_tx_kbps"]),
        (Metric.Network, null, MbitPerKiB, [GwaHeaders.Received, GwaHeaders.Transmitted]),
    ];

    /// <summary>How many fields a row has.</summary>
    public required int Width { get; init; }

    /// <summary>The column of the VM's name, or null where the file is named after its VM.</summary>
    public int? VmIndex { get; init; }

    /// <summary>The column of the time.</summary>
    public required int TimeIndex { get; init; }

    /// <summary>The sampled columns.</summary>
    public required ImmutableArray<MetricColumn> Columns { get; init; }

    /// <summary>What the CPU column counts.</summary>
    public CpuMeasure Cpu { get; init; }

    /// <summary>The column of the VM's cores, where the file tells how many there were and how fast.</summary>
    public int? CoresIndex { get; init; }

    /// <summary>The column of the MHz of all its cores.</summary>
    public int? CapacityIndex { get; init; }

    /// <summary>Whether the file is one of GWA-T-12: for one VM, with its own capacity.</summary>
    public bool IsGwa => VmIndex is null;

    /// <summary>The layout that a header row tells, or null, with what is missing.</summary>
    public static (UsageLayout? Layout, Message? Missing) Of(IReadOnlyList<string> headers)
    {
        var (vm, time) = (Find(headers, Vm), Find(headers, Time) ?? Find(headers, [GwaHeaders.Time]));
        var gwa = Find(headers, [GwaHeaders.CpuUsage]) is not null;
        var (columns, cpu) = ColumnsOf(headers);
        Message? missing = 0 switch
        {
            _ when time is null => "time",
            _ when vm is null && !gwa => "vm",
            _ when columns.IsEmpty => Message.Of("usage-column-missing.figures"),
            _ => null,
        };
        return missing is not null ? (null, missing) : (new UsageLayout
        {
            Width = headers.Count,
            VmIndex = gwa ? null : vm,
            TimeIndex = time!.Value,
            Columns = columns,
            Cpu = cpu,
            CoresIndex = gwa ? Find(headers, [GwaHeaders.Cores]) : null,
            CapacityIndex = gwa ? Find(headers, [GwaHeaders.CpuCapacity]) : null,
        }, null);
    }

    private static (ImmutableArray<MetricColumn> Columns, CpuMeasure Cpu) ColumnsOf(IReadOnlyList<string> headers)
    {
        var columns = new List<MetricColumn>();
        var cpu = CpuMeasure.Cores;
        foreach (var known in Known.Where(known => known.Headers.All(header => Find(headers, [header]) is not null)))
        {
            if (columns.All(column => column.Metric != known.Metric))
            {
                columns.AddRange(known.Headers.Select(header => new MetricColumn(known.Metric, Find(headers, [header])!.Value, header, known.Factor)));
                cpu = known.Cpu ?? cpu;
            }
        }

        return ([.. columns], cpu);
    }

    private static int? Find(IReadOnlyList<string> headers, string[] names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (headers[i].Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return null;
    }
}
