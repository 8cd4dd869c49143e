using System.Collections.Immutable;
using System.Text;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>
/// Reads what VMs used over time: a CSV file of our own plain format, one per VM of the kind of GWA-T-12, or a folder of such files.
/// Each may be compressed by gzip.
/// </summary>
/// <remarks>
/// <para>
/// The plain format is UTF-8 text, separated by commas, with a header row and a row for each VM and time, in any order. Columns:
/// <c>vm</c> (its id or its name in the inventory), <c>time</c> (Unix seconds, or 2026-10-01T14:05:00Z; UTC where no zone is given), and any of
/// <c>cpu_cores</c> (busy cores of its host), <c>cpu_mhz</c>, <c>cpu_percent</c> (of its vCPUs), <c>memory_mib</c> (active memory),
/// <c>iops</c>, <c>network_mbps</c> (sent and received, Mbit/s). Also known are <c>t_s</c> for time, <c>mem_mb</c>, <c>net_rx_kbps</c> and
/// <c>net_tx_kbps</c>. A blank field was not measured.
/// </para>
/// <para>
/// A file of GWA-T-12 ("Timestamp [ms];	CPU cores;	..."; the times are seconds) is of the VM that it is named after.
/// MHz become cores by the capacity of the VM (its MHz by its vCPUs; in GWA-T-12 of each row), or by the speed of its host.
/// </para>
/// </remarks>
public static class UsageFile
{
    private static readonly Message Mend = Message.Of("usage.mend");
    private static readonly string[] NotUsage = ["vms.csv", "hosts.csv"];

    /// <summary>Reads the file or folder. Never throws for a bad one: every reason not to read it is a finding that says what to do.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="inventory">The VMs that the series are of.</param>
    public static Reading<UsageHistory> Read(string path, Inventory inventory)
    {
        var files = FilesOf(path);
        if (files.IsEmpty)
        {
            return InputFile.Refused<UsageHistory>(path, "usage-none", Message.Of("usage-none"), Mend);
        }

        var (vms, log) = (new UsageVms(inventory), new UsageLog());
        foreach (var file in files)
        {
            ReadOne(file, vms, log);
        }

        log.About(path, vms);
        var history = log.HasErrors ? null : UsageSlots.Of(path, files, vms.Read(inventory), log);
        var findings = log.Findings;
        return new Reading<UsageHistory>(history is null ? null : history with { Rows = log.Rows, Findings = findings }, findings);
    }

    /// <summary>The files of a folder that may hold series, in the order of their names; a file is its own.</summary>
    internal static ImmutableArray<string> FilesOf(string path) => !Directory.Exists(path) ? [path] :
    [
        .. Directory.EnumerateFiles(path)
            .Where(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
            .Where(file => !NotUsage.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The VM that a file is named after.</summary>
    internal static string VmOf(string path) => Path.GetFileName(path).Split(".csv")[0];

    /// <summary>The bytes of a file, those of gzip undone.</summary>
    internal static Stream Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        return IsGzip(stream) ? new UnpackedStream(stream, InputLimits.UnpackedSeriesBytes) : stream;
    }

    private static void ReadOne(string path, UsageVms vms, UsageLog log)
    {
        if (InputFile.Problem(path) is { } problem)
        {
            log.Add(problem);
            return;
        }

        try
        {
            using var content = Open(path);
            ReadOne(path, new ByteLines(content), vms, log);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException or TooLargeException)
        {
            log.Add(InputFile.Why(path, failure));
        }
    }

    private static void ReadOne(string path, ByteLines lines, UsageVms vms, UsageLog log)
    {
        if (!lines.Read())
        {
            log.Refuse(path, "file-empty", Message.Of("file-empty"), Message.Of("file-empty.mend"));
            return;
        }

        var header = Encoding.UTF8.GetString(lines.Line);
        var separator = header.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var (layout, missing) = UsageLayout.Of(Array.ConvertAll(header.Split(separator), name => name.Trim(' ', '\t', '"')));
        if (layout is null)
        {
            log.Refuse(path, "column-missing", Message.Of("usage-column-missing", ("column", missing!), ("header", NameMask.Shown(header))), Mend);
            return;
        }

        var rows = new UsageRows(layout, (byte)separator, vms);
        rows.ReadAll(lines, VmOf(path));
        log.About(path, rows);
    }

    private static bool IsGzip(FileStream stream)
    {
        var gzip = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        return gzip;
    }
}
