using System.Text;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>
/// An inventory from a folder of GWA-T-12 files alone: each file is a running VM with the most cores and memory that it was given. There are
/// no hosts, disks or guests in them.
/// </summary>
internal static class GwaInventory
{
    private const decimal KiBPerMiB = 1024;

    /// <summary>Whether every series file of a folder is one of GWA-T-12, and there is one at least.</summary>
    public static bool IsOne(string folder) =>
        UsageFile.FilesOf(folder) is { IsEmpty: false } files && files.All(file => Open(file, lines => Headers(lines) is not null));

    /// <summary>Reads the folder.</summary>
    public static Reading<Inventory> Read(string folder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        var (log, names, vms) = (new List<Finding>(), new NameMask(), new List<VirtualMachine>());
        var files = UsageFile.FilesOf(folder);
        foreach (var file in files)
        {
            var place = new SourcePlace(Path.GetFileName(file));
            if (Open(file, lines => Size(lines, Headers(lines)!)) is { } size)
            {
                vms.Add(Machine(UsageFile.VmOf(file), size, place, names));
            }
            else
            {
                log.Add(
                    new Finding(
                        Severity.Warning,
                        "vm-cpus-unusable",
                        Message.Of("vm-cpus-unusable.series"),
                        place,
                        Message.Of("vm-cpus-unusable.series.done"),
                        Message.Of("vm-cpus-unusable.series.mend")));
            }
        }

        log.Add(new Finding(
            Severity.Note,
            "hosts-none",
            Message.Of("hosts-none.series"),
            new SourcePlace(name),
            Message.Of("hosts-none.series.done"),
            Message.Of("hosts-none.series.mend")));
        var inventory = new Inventory
        {
            Files = [name],
            WrittenBy = "GWA-T-12",
            Platform = PlatformFamily.VSphere,
            Vms = [.. vms],
            Hosts = [],
            WhyHostsUnknown = Message.Of("no-hosts.series"),
            Clusters = [],
            TellsClusters = false,
            Rows = [new SheetRows(name, files.Length, vms.Count)],
            Findings = [.. log],
        };
        return new Reading<Inventory>(
            vms.Count == 0 ? null : inventory,
            vms.Count > 0 ? [.. log] : [.. log, InputFile.Refusal(folder, "vms-none", Message.Of("vms-none.series"), Message.Of("vms-none.series.mend"))]);
    }

    private static VirtualMachine Machine(string name, VmSize size, SourcePlace place, NameMask names) => new()
    {
        Name = names.Name(name, "vm")!,
        Id = names.Name(name, "vm")!,
        Power = PowerState.On,
        VCpus = size.Cores,
        CpuCapacity = size.Capacity,
        Memory = size.Memory,
        Disk = null,
        Origin = place,
    };

    /// <summary>The most cores, the MHz that came with them, and the most memory; null where no row has any.</summary>
    private static VmSize? Size(ByteLines lines, string[] headers)
    {
        var fields = new ByteFields((byte)';');
        var (cores, capacity, memory) = (0, 0m, 0m);
        while (lines.Read())
        {
            if (fields.Split(lines.Line) && fields.Count == headers.Length)
            {
                var had = Cells.Whole(fields.Text(lines.Line, Array.IndexOf(headers, GwaHeaders.Cores))) is { } whole and > 0 and <= VmSizes.MostVCpus
                    ? (int)whole
                    : 0;
                capacity = had > cores ? Cells.Number(fields.Text(lines.Line, Array.IndexOf(headers, GwaHeaders.CpuCapacity))) ?? 0 : capacity;
                cores = Math.Max(cores, had);
                memory = Math.Max(memory, Cells.Number(fields.Text(lines.Line, Array.IndexOf(headers, GwaHeaders.MemoryCapacity))) ?? 0);
            }
        }

        var mib = memory / KiBPerMiB;
        return cores > 0 && mib is >= 1 and <= VmSizes.MostMiB ? new VmSize(cores, capacity > 0 ? new Frequency(capacity) : null, ByteSize.FromMiB(mib)) : null;
    }

    private static string[]? Headers(ByteLines lines)
    {
        if (!lines.Read())
        {
            return null;
        }

        var headers = Array.ConvertAll(Encoding.UTF8.GetString(lines.Line).Split(';'), header => header.Trim());
        return new[] { GwaHeaders.Cores, GwaHeaders.CpuCapacity, GwaHeaders.MemoryCapacity }.All(headers.Contains) ? headers : null;
    }

    private static T? Open<T>(string file, Func<ByteLines, T> read)
    {
        try
        {
            using var stream = UsageFile.Open(file);
            return read(new ByteLines(stream));
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or TooLargeException)
        {
            return default; // reading the series says what is wrong with the file
        }
    }

    private sealed record VmSize(int Cores, Frequency? Capacity, ByteSize Memory);
}
