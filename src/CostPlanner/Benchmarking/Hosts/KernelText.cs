using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>How the kernel writes values in proc and sys.</summary>
internal static class KernelText
{
    /// <summary>What the kernel counts CPU time in: hundredths of a second, on x86-64 always.</summary>
    private const double TicksPerSecond = 100;

    /// <summary>Seconds, written as a whole number of ticks, or null.</summary>
    public static double? Seconds(string? text) => Long(text) / TicksPerSecond;

    /// <summary>A whole number of 0 and above that counts what never stops, or null.</summary>
    public static long? Long(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A whole number of 0 and above, or null.</summary>
    public static int? Count(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A switch: 1, Y or y is on, 0, N or n is off; anything else is null.</summary>
    public static bool? Switch(string? text) => text switch
    {
        "1" or "Y" or "y" => true,
        "0" or "N" or "n" => false,
        _ => null,
    };

    /// <summary>A size as the kernel writes it: "32768 kB", "1048576kB", "512K", "24M"; the kernel's units are binary.</summary>
    public static ByteSize? Size(string? text)
    {
        var digits = new string([.. (text ?? "").TakeWhile(char.IsAsciiDigit)]);
        if (!long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text![digits.Length..].Trim() switch
        {
            "K" or "kB" => ByteSize.FromBytes(number << 10),
            "M" => ByteSize.FromMiB(number),
            "G" => ByteSize.FromGiB(number),
            _ => null,
        };
    }

    /// <summary>A list of CPUs or nodes: "0,64", "0-3", "0-1,8"; null for what is none.</summary>
    public static ImmutableArray<int>? Numbers(string? text)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in (text ?? "").Split(','))
        {
            var ends = part.Split('-').Select(Count).ToArray();
            if (ends is not ([{ }] or [{ }, { }]) || ends[^1] - ends[0] is not (>= 0 and < MostNumbers))
            {
                return null;
            }

            numbers.AddRange(Enumerable.Range(ends[0]!.Value, ends[^1]!.Value - ends[0]!.Value + 1));
        }

        return numbers.ToImmutable();
    }

    private const int MostNumbers = 1 << 16;

    /// <summary>The choice in brackets of "always [madvise] never", or null.</summary>
    public static string? Chosen(string? text)
    {
        var from = text?.IndexOf('[', StringComparison.Ordinal) ?? -1;
        var to = text?.IndexOf(']', StringComparison.Ordinal) ?? -1;
        return from >= 0 && to > from ? text![(from + 1)..to] : null;
    }

    /// <summary>Lines of "name: value" as far as the first blank one, each name once: the first processor of cpuinfo, or all of meminfo.</summary>
    public static IReadOnlyDictionary<string, string> Fields(string? text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n').TakeWhile(line => !string.IsNullOrWhiteSpace(line)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
            {
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
            }
        }

        return fields;
    }
}
