namespace CostPlanner.Ingest.Usage;

/// <summary>What is sampled.</summary>
internal enum Metric
{
    /// <summary>Busy cores.</summary>
    Cpu,

    /// <summary>Active memory, MiB.</summary>
    Memory,

    /// <summary>Disk operations per second.</summary>
    Iops,

    /// <summary>Network traffic, Mbit/s.</summary>
    Network,
}

/// <summary>What a column of CPU counts.</summary>
internal enum CpuMeasure
{
    /// <summary>Cores.</summary>
    Cores,

    /// <summary>MHz.</summary>
    MHz,

    /// <summary>Per cent of the VM's vCPUs.</summary>
    Percent,
}

/// <summary>A column that is sampled.</summary>
/// <param name="Metric">What it samples; the columns of one metric are added up.</param>
/// <param name="Index">Its place in a row, from 0.</param>
/// <param name="Header">Its header.</param>
/// <param name="Factor">What its figures are multiplied by to be in the metric's unit; for CPU the VM's own factor comes on top.</param>
internal sealed record MetricColumn(Metric Metric, int Index, string Header, double Factor = 1);
