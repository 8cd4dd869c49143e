using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace CostPlanner.Ingest.Usage;

/// <summary>Reads the rows of one file into the samples of its VMs.</summary>
internal sealed class UsageRows(UsageLayout layout, byte separator, UsageVms vms)
{
    private const double FirstTime = 946_684_800; // 2000-01-01
    private const double LastTime = 4_102_444_800; // 2100-01-01
    private const double FirstMilliseconds = 1e11;
    private const double MillisecondsPerSecond = 1000;
    private const double Largest = 1e12;

    private static readonly string[] TimeFormats =
        ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK"];

    private readonly ByteFields fields = new(separator);
    private readonly Dictionary<string, (VmSamples Samples, double? Cores)?> known = new(StringComparer.Ordinal);
    private readonly float?[] figures = new float?[Enum.GetValues<Metric>().Length];
    private byte[] lastName = [];
    private (VmSamples Samples, double? Cores)? last;
    private bool anyName;

    /// <summary>Rows that are not blank.</summary>
    public int Read { get; private set; }

    /// <summary>Rows that gave a sample.</summary>
    public int Used { get; private set; }

    /// <summary>Rows whose fields do not match the header.</summary>
    public UsageFault Torn { get; } = new();

    /// <summary>Rows without a usable time.</summary>
    public UsageFault Timeless { get; } = new();

    /// <summary>Rows of a VM that the inventory does not have, or has twice.</summary>
    public UsageFault Unplaced { get; } = new();

    /// <summary>Rows without any usable figure.</summary>
    public UsageFault Empty { get; } = new();

    /// <summary>Rows with a figure that is not blank and cannot be used.</summary>
    public UsageFault Unusable { get; } = new();

    /// <summary>Reads the rows below the header.</summary>
    /// <param name="lines">The lines, the header read.</param>
    /// <param name="file">The name of the VM where the file is named after it.</param>
    public void ReadAll(ByteLines lines, string file)
    {
        if (layout.IsGwa)
        {
            last = Home(file);
        }

        while (lines.Read())
        {
            var line = lines.Line;
            if (line.Trim(" \t"u8).Length > 0)
            {
                Read++;
                if (!fields.Split(line) || fields.Count != layout.Width)
                {
                    Torn.Count(lines.Number);
                }
                else if (TimeOf(fields.Of(line, layout.TimeIndex)) is not { } time)
                {
                    Timeless.Count(lines.Number);
                }
                else
                {
                    Sample(line, lines.Number, time);
                }
            }
        }
    }

    private void Sample(ReadOnlySpan<byte> line, int number, uint time)
    {
        if (HomeOf(line) is not var (samples, cores))
        {
            Unplaced.Count(number);
            return;
        }

        var (anything, unusable) = Figures(line, layout.IsGwa ? CoresOf(line) : cores);
        if (unusable)
        {
            Unusable.Count(number);
        }

        if (anything)
        {
            samples.Add(time, figures);
            Used++;
        }
        else
        {
            Empty.Count(number);
        }
    }

    private (bool Anything, bool Unusable) Figures(ReadOnlySpan<byte> line, double? cores)
    {
        Array.Clear(figures);
        Span<bool> blank = stackalloc bool[figures.Length];
        var unusable = false;
        foreach (var column in layout.Columns)
        {
            var field = fields.Of(line, column.Index);
            var number = NumberOf(field);
            unusable |= number is null && field.Length > 0;
            var metric = (int)column.Metric;
            var factor = column.Metric == Metric.Cpu ? cores : column.Factor;
            blank[metric] |= number is null || factor is null;
            if (!blank[metric])
            {
                figures[metric] = (figures[metric] ?? 0) + (float)(number!.Value * factor!.Value);
            }
        }

        var anything = false;
        for (var metric = 0; metric < figures.Length; metric++)
        {
            figures[metric] = blank[metric] ? null : figures[metric];
            anything |= figures[metric] is not null;
        }

        return (anything, unusable);
    }

    /// <summary>Most files have all rows of a VM together, so the name of the row before is tried first.</summary>
    private (VmSamples Samples, double? Cores)? HomeOf(ReadOnlySpan<byte> line)
    {
        if (layout.VmIndex is not { } index)
        {
            return last;
        }

        var name = fields.Of(line, index);
        if (!anyName || !name.SequenceEqual(lastName))
        {
            lastName = name.ToArray();
            last = Home(fields.Text(line, index));
            anyName = true;
        }

        return last;
    }

    private (VmSamples Samples, double? Cores)? Home(string name)
    {
        if (!known.TryGetValue(name, out var home))
        {
            home = vms.Of(name) is { } samples
                ? (samples, layout.IsGwa || layout.Columns.All(each => each.Metric != Metric.Cpu) ? null : vms.CoresFor(samples.Vm, layout.Cpu))
                : null;
            known.Add(name, home);
        }

        return home;
    }

    /// <summary>
    /// GWA-T-12 tells cores and their MHz in each row, which a VM may be given more or less of. A VM that has none at the time uses none:
    /// its figures are 0 in any unit.
    /// </summary>
    private double? CoresOf(ReadOnlySpan<byte> line)
    {
        if (layout is not { CoresIndex: { } cores, CapacityIndex: { } capacity }
            || NumberOf(fields.Of(line, cores)) is not { } count || NumberOf(fields.Of(line, capacity)) is not { } rate)
        {
            return null;
        }

        return rate > 0 ? count / rate : count > 0 ? null : 0;
    }

    private static double? NumberOf(ReadOnlySpan<byte> field) =>
        Utf8Parser.TryParse(field, out double number, out var consumed) && consumed == field.Length && number >= 0 && number < Largest ? number : null;

    /// <summary>Unix seconds, or a time as 2026-10-01T14:05:00Z, which is UTC also where it does not say so.</summary>
    private uint? TimeOf(ReadOnlySpan<byte> field)
    {
        if (Utf8Parser.TryParse(field, out double seconds, out var consumed) && consumed == field.Length)
        {
            // GWA-T-12 calls its times milliseconds; they are seconds, and should a copy hold milliseconds they are far larger.
            seconds = layout.IsGwa && seconds >= FirstMilliseconds ? seconds / MillisecondsPerSecond : seconds;
            return seconds is >= FirstTime and < LastTime ? (uint)seconds : null;
        }

        return DateTimeOffset.TryParseExact(
                Encoding.UTF8.GetString(field), TimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && time.ToUnixTimeSeconds() is var unix && unix >= FirstTime && unix < LastTime ? (uint)unix : null;
    }
}
