namespace CostPlanner.Ingest.Usage;

/// <summary>The headers of files of GWA-T-12.</summary>
internal static class GwaHeaders
{
    public const string Time = "Timestamp [ms]";
    public const string Cores = "CPU cores";
    public const string CpuCapacity = "CPU capacity provisioned [MHZ]";
    public const string CpuUsage = "CPU usage [MHZ]";
    public const string MemoryCapacity = "Memory capacity provisioned [KB]";
    public const string MemoryUsage = "Memory usage [KB]";
    public const string Received = "Network received throughput [KB/s]";
    public const string Transmitted = "Network transmitted throughput [KB/s]";
}
