using System.Diagnostics;
using System.Globalization;

namespace CostPlanner.Tests.Fuzz;

/// <summary>
/// Has child processes read a range of inputs. A child writes the number of each input before it reads it; when it dies, the input is named and a new child goes on
/// behind it. Its heap has a hard limit.
/// </summary>
/// <param name="Read">How many inputs were read, the faulty ones too.</param>
/// <param name="Faults">What went wrong, a line for each faulty input.</param>
internal sealed record FuzzSearch(int Read, IReadOnlyList<string> Faults)
{
    private const string HeapLimit = "60000000"; // 1.5 GiB, in hexadecimal digits as the runtime wants it
    private const int Children = 2;
    private const int MostDeaths = 20;

    /// <summary>Reads the inputs of a range; where a fault is planted, the child brings it about at that number.</summary>
    public static FuzzSearch Of(string folder, int from, int to, (FuzzChild.Planted Fault, int At)? planted = null)
    {
        var middle = from + ((to - from) / Children);
        var parts = new (int From, int To)[] { (from, middle), (middle, to) }.AsParallel().AsOrdered().WithDegreeOfParallelism(Children)
            .Select(part => Part(Directory.CreateDirectory(Path.Combine(folder, FormattableString.Invariant($"from-{part.From}"))).FullName, part.From, part.To, planted))
            .ToList();
        return new FuzzSearch(parts.Sum(part => part.Read), [.. parts.SelectMany(part => part.Faults)]);
    }

    private static FuzzSearch Part(string folder, int from, int to, (FuzzChild.Planted Fault, int At)? planted)
    {
        var (read, faults) = (0, new List<string>());
        for (var deaths = 0; from < to && deaths <= MostDeaths; deaths++)
        {
            var log = Path.Combine(folder, FormattableString.Invariant($"log-{deaths}"));
            var (exitCode, error) = Child(log, from, to, planted);
            var lines = File.Exists(log) ? File.ReadAllLines(log) : [];
            int[] started = [.. lines.Where(line => line.StartsWith(FuzzChild.Started, StringComparison.Ordinal)).Select(line => int.Parse(line[FuzzChild.Started.Length..], CultureInfo.InvariantCulture))];
            faults.AddRange(lines.Where(line => line.StartsWith("input ", StringComparison.Ordinal)));
            read += started.Length;
            var last = started.Length > 0 ? started[^1] : from - 1;
            var isWhole = lines is [.., FuzzChild.Done];
            if (!isWhole && started.Length == 0)
            {
                faults.Add(FormattableString.Invariant($"the child of input {from} read none: exit code {exitCode}: {error}"));
                break;
            }

            if (!isWhole && !faults.Any(fault => fault.StartsWith(FuzzChild.Name(last), StringComparison.Ordinal)))
            {
                faults.Add(FormattableString.Invariant($"{FuzzChild.Name(last)}: ended the process with exit code {exitCode}: {error}"));
            }

            from = isWhole ? to : last + 1;
        }

        return new FuzzSearch(read, faults);
    }

    private static (int ExitCode, string Error) Child(string log, int from, int to, (FuzzChild.Planted Fault, int At)? planted)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(FuzzChild).FullName}.{nameof(FuzzChild.Reads)}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["DOTNET_GCHeapHardLimit"] = HeapLimit,
                ["DOTNET_DbgEnableMiniDump"] = "0",
                [FuzzChild.Task] = FormattableString.Invariant($"{from} {to} {planted?.Fault ?? FuzzChild.Planted.Nothing} {planted?.At ?? -1} {log}"),
            },
        };
        using var child = Process.Start(start)!;
        var said = child.StandardOutput.ReadToEndAsync();
        var error = child.StandardError.ReadToEnd();
        child.WaitForExit();
        var words = error.Length > 0 ? error : said.Result;
        return (child.ExitCode, words.Length > 600 ? words[..600] : words);
    }
}
