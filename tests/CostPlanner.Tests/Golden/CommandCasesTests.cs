using System.Collections.Concurrent;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// Whole cases of single commands. Each folder of Cases holds a scenario with its estate, command lines (commands.txt), what they print and write (expected), and a README that
/// reckons a figure of it by hand. COSTPLANNER_WRITE_GOLDEN=1 writes what is expected anew; the diff is part of the review.
/// </summary>
public sealed class CommandCasesTests
{
    /// <summary>Options whose value is a file that the command writes.</summary>
    private static readonly string[] Writes = ["--csv", "--html", "--out"];

    private static readonly string Cases = Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Golden", "Cases");

    /// <summary>What each case wrote, by the file's name: two tests look at it, and it is run once.</summary>
    private static readonly ConcurrentDictionary<string, Lazy<SortedDictionary<string, string>>> Runs = new(StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Cases).Select(each => Path.GetFileName(each)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_prints_and_writes_what_is_expected(string name)
    {
        var (expected, written) = (Path.Combine(Cases, name, "expected"), Written(name));
        if (Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_GOLDEN") == "1")
        {
            Accept(expected, written);
        }

        Assert.Equal(FilesIn(expected), written.Keys);
        Assert.All(written, file => Assert.Equal(File.ReadAllText(Path.Combine(expected, file.Key)), file.Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_has_the_figures_that_it_always_had_whatever_the_words(string name) => Assert.All(
        Written(name).Where(file => Path.GetExtension(file.Key) == ".json"), file => ReducedFile.Holds($"{name}.{file.Key}", file.Value));

    [Fact]
    public void Each_case_reckons_a_figure_by_hand() => Assert.All(Names, name => Assert.True(File.Exists(Path.Combine(Cases, name.Data, "README.md"))));

    private static SortedDictionary<string, string> Written(string name) => Runs.GetOrAdd(name, each => new(() => Carried(Path.Combine(Cases, each)))).Value;

    private static SortedDictionary<string, string> Carried(string here)
    {
        using var folder = new TemporaryFolder();
        foreach (var line in File.ReadAllLines(Path.Combine(here, "commands.txt")).Where(line => line.Length > 0))
        {
            Carry(here, line, folder);
        }

        return new(FilesIn(folder.Root).ToDictionary(file => file, file => File.ReadAllText(folder.At(file))), StringComparer.Ordinal);
    }

    /// <summary>A line is a command line and, behind >, the file that holds what it prints.</summary>
    private static void Carry(string here, string line, TemporaryFolder folder)
    {
        if (line.Split(" > ") is not [var command, var printed])
        {
            throw new InvalidOperationException($"{line}: a command line, >, and the file that is expected to hold what it prints");
        }

        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var run = Run.Of([.. words.Select(Placed), "--data", Repository.Data]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        folder.Write(printed, run.Out.Replace(folder.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));

        string Placed(string word, int at) =>
            at > 0 && Writes.Contains(words[at - 1]) ? folder.At(word) : word.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(here, word) : word;
    }

    private static void Accept(string expected, SortedDictionary<string, string> written)
    {
        if (Directory.Exists(expected))
        {
            Directory.Delete(expected, recursive: true);
        }

        Directory.CreateDirectory(expected);
        foreach (var (file, text) in written)
        {
            File.WriteAllText(Path.Combine(expected, file), text);
        }
    }

    private static List<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];
}
