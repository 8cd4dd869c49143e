using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// Whole cases of single commands. Each folder of Cases holds a scenario with its estate, command lines (commands.txt), what they print and write (expected), and a README that
/// reckons a figure of it by hand. COSTPLANNER_WRITE_GOLDEN=1 writes what is expected anew; the diff is part of the review.
/// </summary>
public sealed class CommandCasesTests : IDisposable
{
    /// <summary>Options whose value is a file that the command writes.</summary>
    private static readonly string[] Writes = ["--csv", "--html", "--out"];

    private static readonly string Cases = Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Golden", "Cases");

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Cases).Select(each => Path.GetFileName(each)).Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_case_prints_and_writes_what_is_expected(string name)
    {
        var (here, expected) = (Path.Combine(Cases, name), Path.Combine(Cases, name, "expected"));
        foreach (var line in File.ReadAllLines(Path.Combine(here, "commands.txt")).Where(line => line.Length > 0))
        {
            Carry(here, line);
        }

        if (Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_GOLDEN") == "1")
        {
            Accept(expected);
        }

        Assert.Equal(FilesIn(expected), FilesIn(folder.Root));
        Assert.All(FilesIn(expected), file => Assert.Equal(File.ReadAllText(Path.Combine(expected, file)), File.ReadAllText(folder.At(file))));
    }

    [Fact]
    public void Each_case_reckons_a_figure_by_hand() => Assert.All(Names, name => Assert.True(File.Exists(Path.Combine(Cases, name.Data, "README.md"))));

    /// <summary>A line is a command line and, behind >, the file that holds what it prints.</summary>
    private void Carry(string here, string line)
    {
        if (line.Split(" > ") is not [var command, var printed])
        {
            throw new InvalidOperationException($"{line}: a command line, >, and the file that is expected to hold what it prints");
        }

        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var run = Run.Of([.. words.Select((word, at) => at > 0 && Writes.Contains(words[at - 1]) ? folder.At(word) : word.EndsWith(".yaml", StringComparison.Ordinal) ? Path.Combine(here, word) : word), "--data", Repository.Data]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        folder.Write(printed, run.Out.Replace(folder.Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
    }

    private void Accept(string expected)
    {
        if (Directory.Exists(expected))
        {
            Directory.Delete(expected, recursive: true);
        }

        Directory.CreateDirectory(expected);
        foreach (var file in FilesIn(folder.Root))
        {
            File.Copy(folder.At(file), Path.Combine(expected, file));
        }
    }

    private static List<string> FilesIn(string folder) =>
        Directory.Exists(folder) ? [.. Directory.GetFiles(folder).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];
}
