namespace CostPlanner.Performance;

/// <summary>A bar of the placement engine: an instance, the seconds it may take, and what is at least to be reached.</summary>
/// <param name="Case">The instance in words.</param>
/// <param name="File">Its file among the instances.</param>
/// <param name="Seconds">Seconds of solving, reading excluded.</param>
/// <param name="AtMost">Bins or cost at most.</param>
/// <param name="Proven">Whether the proof has to come with it.</param>
/// <param name="Threads">Threads that may work at once.</param>
internal sealed record Bar(string Case, string File, double Seconds, decimal AtMost, bool Proven = false, int Threads = 1)
{
    /// <summary>The search hears the clock between steps, and its plan is checked after it: so much of the time allowed is its own.</summary>
    public const double SearchShare = 0.97;

    public static readonly Bar[] All =
    [
        new("10,000 distinct VMs, 4-D", "bb4d_10000.vbp.gz", 1, 288, Proven: true),
        new("100,000 distinct VMs, 4-D", "bb4d_100000.vbp.gz", 1, 3_040),
        new("100,000 distinct VMs, 4-D", "bb4d_100000.vbp.gz", 30, 3_003),
        new("100,000 distinct VMs, 4-D", "bb4d_100000.vbp.gz", 30, 3_003, Threads: 2),
        new("1,000,000 distinct VMs, 4-D", "bb4d_1000000.vbp.gz", 2, 30_400),
        new("1,000,000 distinct VMs, 4-D", "bb4d_1000000.vbp.gz", 120, 30_150),
        new("1,000,000 distinct VMs, 4-D", "bb4d_1000000.vbp.gz", 30, 30_150, Threads: 2),
        new("Azure, 259,159 VMs, 48 cores 256 GiB", "azure_dev259k_48c256g.vbp.gz", 5, 11_624, Proven: true),
        new("Azure, 1,870,433 VMs, 48 cores 256 GiB", "azure_all1870k_48c256g.vbp.gz", 5, 100_766, Proven: true),
        new("Azure, 259,159 VMs, 64 cores 160 GiB", "azure_dev259k_64c160g.vbp.gz", 5, 8_722),
        new("Azure, 1,870,433 VMs, 64 cores 160 GiB", "azure_all1870k_64c160g.vbp.gz", 5, 75_780),
        new("CloudBalancing 100-300, cost", "100computers-300processes.json", 20, 96_720),
        new("CloudBalancing 400-1200, cost", "400computers-1200processes.json", 20, 367_200),
    ];
}
