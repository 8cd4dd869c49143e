using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Workloads;

/// <summary>One direction of a fio job.</summary>
/// <param name="Iops">Operations per second.</param>
/// <param name="BytesPerSecond">Bytes per second.</param>
/// <param name="P99">The completion time of an operation that 99 % are not above, in ms.</param>
public sealed record FioDirection(double Iops, double BytesPerSecond, double P99);

/// <summary>What one fio job came to, run with --output-format=json.</summary>
/// <param name="Read">Reading; null where nothing was read.</param>
/// <param name="Write">Writing; null where nothing was written.</param>
/// <param name="Seconds">How long it measured by the guest's clock, without the ramp.</param>
public sealed record Fio(FioDirection? Read, FioDirection? Write, double Seconds)
{
    private const double NanosecondsPerMillisecond = 1e6;
    private const double MillisecondsPerSecond = 1000;

    /// <summary>Operations per second of both directions.</summary>
    public double Iops => (Read?.Iops ?? 0) + (Write?.Iops ?? 0);

    /// <summary>Reads the output of a single job.</summary>
    public static Parsed<Fio> Parse(string output) => ToolOutput.ReadJson(output, root =>
    {
        var jobs = root.List("jobs");
        if (jobs.GetArrayLength() != 1)
        {
            throw new UnreadableException(Message.Of("fio.not-one-job"));
        }

        var job = jobs[0];
        if (job.Number("error") != 0)
        {
            throw new UnreadableException(Message.Of("fio.error"));
        }

        var (read, write) = (Direction(job, "read"), Direction(job, "write"));
        return read is null && write is null
            ? throw new UnreadableException(Message.Of("fio.nothing"))
            : new Fio(read, write, Math.Max(job.Member("read").Number("runtime"), job.Member("write").Number("runtime")) / MillisecondsPerSecond);
    });

    private static FioDirection? Direction(JsonElement job, string name)
    {
        var direction = job.Member(name);
        return direction.Number("total_ios") == 0
            ? null
            : new FioDirection(
                direction.Number("iops"),
                direction.Number("bw_bytes"),
                direction.Member("clat_ns").Member("percentile").Number("99.000000") / NanosecondsPerMillisecond);
    }
}
