using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Runs.Scripts;

namespace CostPlanner.Tests.Given;

/// <summary>
/// What a host tells whose figures are planted: guests compute at 0.97 of the bare host's speed, walk through memory at 0.9 and fork at 0.8 of it; two of them on the
/// threads of a core do 1.24, 1.1 and 1.4 times what one does; up to 22 guests are served well.
/// </summary>
internal static class HealthyHost
{
    public const int Knee = 22;

    public static ImmutableArray<int> Siblings { get; } = [3, 7];

    public static ScriptedHost Host { get; } = new(Tells);

    public static Told Tells(Asked asked) => asked.Words[0] switch
    {
        Script.Boot => Booted(asked),
        "cpu" => new Told(ToolText.Cpu(1000 * (asked.Guest is null ? 1 : asked.Working == 2 ? 0.97 * 0.62 : 0.97))),
        "memory" => new Told(ToolText.Memory(5000 * (asked.Guest is null ? 1 : asked.Working == 2 ? 0.9 * 0.55 : 0.9))),
        "fork" => new Told(ToolText.Forks(2000 * (asked.Guest is null ? 1 : asked.Working == 2 ? 0.8 * 0.7 : 0.8))),
        "rate" => Served(asked),
        "fio" => Disk(asked),
        "net" => new Told(asked.Words[1] == "send" ? ToolText.Iperf3(940) : ""),
        "idle" => new Told("", (StepReadings.Cpu, 0.02)),
        "memory-taken" => Taken(asked),
        "touch" or "ksm-settled" => new Told(),
        _ => throw new ArgumentException($"nobody asks for {asked.Words[0]}", nameof(asked)),
    };

    // A boot costs 1.5 CPU seconds, and something else of the host takes 0.5; each guest beside the first makes all slower by 0.1 s.
    private static Told Booted(Asked asked) =>
        new("", (StepReadings.Boot, 1.4 + (0.1 * asked.Guests)), (StepReadings.HostCpu, 0.5 + (1.5 * asked.Guests)));

    // Each guest is up to 22 as good as alone, but for p99, which grows from 1 ms to 2.05 ms; then p99 is 4 ms.
    private static Told Served(Asked asked)
    {
        var p99 = asked.Guests <= Knee ? 1 + ((asked.Guests - 1) / 20.0) : 4;
        var (threads, rate) = (Number(asked.Words[1]), Number(asked.Words[3]));
        return new Told(ToolText.Cpu(rate, p99), (StepReadings.VCpuRun, 2.6 * threads), (StepReadings.VCpuWait, 0.1 * threads));
    }

    // At random: 1,000/s for each of all, 3,000/s alone; in sequence: 100 MiB/s for each.
    private static Told Disk(Asked asked) => asked.Words[2] == "randrw"
        ? new Told(asked.Working == 1 ? ToolText.Fio(3000, 1e6, 0.5, writes: true) : ToolText.Fio(1000, 1e6, 2 + asked.Guest!.Value, writes: true))
        : new Told(ToolText.Fio(100, 100 << 20, 10, writes: false));

    // Beside its memory each guest takes 40 MiB + 8 MiB per vCPU + 2 MiB per GiB, of which 1 MiB is page tables: see Shape for what it is.
    private static Told Taken(Asked asked) => new(
        "",
        (MemoryReadings.Pss, 300 + Beside(asked.Guest!.Value) - 1),
        (MemoryReadings.Ram, 300),
        (MemoryReadings.PageTables, 1));

    /// <summary>The shapes whose memory is taken.</summary>
    public static ImmutableArray<GuestShape> Shapes { get; } = [new(1, 512), new(1, 2048), new(2, 1024), new(2, 4096), new(4, 512), new(4, 2048)];

    private static double Beside(int guest) =>
        guest > Shapes.Length ? 0 : 40 + (8 * Shapes[guest - 1].VCpus) + (2 * Shapes[guest - 1].MemoryMib / 1024.0);

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
