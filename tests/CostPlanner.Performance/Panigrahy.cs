using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using CostPlanner.Ingest.Instances;

namespace CostPlanner.Performance;

/// <summary>The Panigrahy instances with 250 and 500 items, two seconds each, against the best of 351 published heuristics.</summary>
internal static class Panigrahy
{
    private const double Seconds = 2;

    /// <summary>Rows of the result table; none where the archive is absent.</summary>
    public static IEnumerable<string> Rows(string instances, int every)
    {
        var archive = Path.Combine(instances, "Panigrahy_instances.tar.gz");
        if (!File.Exists(archive))
        {
            yield break;
        }

        var known = Known(Path.Combine(instances, "Panigrahy_summary_known.csv"));
        var folder = Directory.CreateTempSubdirectory("costplanner-panigrahy-");
        try
        {
            using (var gzip = new GZipStream(File.OpenRead(archive), CompressionMode.Decompress))
            {
                TarFile.ExtractToDirectory(gzip, folder.FullName, overwriteFiles: true);
            }

            var files = folder.EnumerateFiles("*.vbp", SearchOption.AllDirectories)
                .Where(file => file.Name.Contains("_250_", StringComparison.Ordinal) || file.Name.Contains("_500_", StringComparison.Ordinal))
                .OrderBy(file => file.Name, StringComparer.Ordinal)
                .Where((_, index) => index % every == 0);
            yield return Row([.. files.Select(file => Outcome(file.FullName, known))], every);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (int Bins, int Best, int Optimum, string Name) Outcome(string file, Dictionary<string, (int Best, int Optimum)> known)
    {
        var given = InstanceFile.Read(file).Value!;
        var bins = Measurement.Of(given, Seconds, threads: 1).Result.Plan!.TypeOf.Length;
        var (best, optimum) = known[given.Name];
        if (bins < optimum)
        {
            throw new InvalidOperationException($"{given.Name}: {bins} bins are fewer than the proven {optimum}");
        }

        return (bins, best, optimum, given.Name);
    }

    private static string Row(List<(int Bins, int Best, int Optimum, string Name)> all, int every)
    {
        var worse = all.Where(each => each.Bins > each.Best).ToList();
        var gap = all.Where(each => each.Optimum > 0).Average(each => 100.0 * (each.Bins - each.Optimum) / each.Optimum);
        var part = every == 1 ? "all" : FormattableString.Invariant($"every {every}th");
        return FormattableString.Invariant($"| Panigrahy n = 250 and 500, {part}: {all.Count} instances | never worse than published; gap <= 0.7 % | 2 s each | ")
            + FormattableString.Invariant($"better on {all.Count(each => each.Bins < each.Best)}, equal on {all.Count(each => each.Bins == each.Best)}, ")
            + FormattableString.Invariant($"worse on {worse.Count}; mean gap to the known optimum {gap:0.00} % | | | {(worse.Count == 0 && gap <= 0.7 ? "yes" : "no")} | |");
    }

    private static Dictionary<string, (int Best, int Optimum)> Known(string file) => File.ReadLines(file)
        .Skip(1)
        .Select(line => line.Split('\t', ',', ';'))
        .Where(cells => cells.Length > 3)
        .ToDictionary(cells => cells[0], cells => (int.Parse(cells[3], CultureInfo.InvariantCulture), int.Parse(cells[2], CultureInfo.InvariantCulture)));
}
