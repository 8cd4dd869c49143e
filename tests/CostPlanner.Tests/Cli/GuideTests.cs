using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

public sealed class GuideTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(GuideText.Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_guides_of_the_program_are_there() => Assert.Superset(
        new HashSet<string> { "benchmarking", "commands", "findings", "json", "prices", "report", "scenario", "what-if" }, Names.Select(name => name.Data).ToHashSet());

    [Fact]
    public void Without_a_name_the_guides_are_listed_with_what_they_are_about()
    {
        var run = Run.Of("guide");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(Names.Select(name => name.Data), lines.Skip(1).Select(line => line.Split(' ')[0]));
        Assert.Contains("Scenarios", lines.Single(line => line.StartsWith("scenario ", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_guide_is_printed_as_its_file_stands(string name)
    {
        var run = Run.Of("guide", name);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(GuideText.Named(name).Text, run.Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_unknown_guide_is_refused_with_the_nearest_one()
    {
        var run = Run.Of("guide", "finding");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("Unknown guide \"finding\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("findings", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void README_links_every_guide(string name) => Assert.Contains($"(src/CostPlanner.Cli/Guides/{name}.md)", GuideText.Readme.Text, StringComparison.Ordinal);

    /// <summary>"costplanner guide NAME" in a guide names one that is there.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_guide_refers_to_guides_that_are_there(string name)
    {
        const string call = "costplanner guide ";
        Assert.All(
            GuideText.Named(name).Spans.Where(span => span.StartsWith(call, StringComparison.Ordinal)),
            span => Assert.Contains(span[call.Length..], Names.Select(each => each.Data).Append("[NAME]")));
    }

    // Headings, links and pictures that README points at are there.
    [Fact]
    public void README_points_at_files_that_are_there() => Assert.All(
        System.Text.RegularExpressions.Regex.Matches(GuideText.Readme.Text, @"\]\((?!http)([^)#]+)"),
        match => Assert.True(Path.Exists(Path.Combine(Repository.Root, match.Groups[1].Value)), match.Groups[1].Value));

    /// <summary>A file is named by its path, or by as much of the end of it as says which it is.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData(".github/CONTRIBUTING.md")]
    [InlineData("data/measurements/README.md")]
    [InlineData("src/CostPlanner.Cli/Guides")]
    public void Source_files_that_a_guide_names_are_there(string named)
    {
        var source = new[] { "src", "tests" }.SelectMany(Architecture.RepositoryFiles.CodeBelow).Select(path => $"/{path}").ToList();
        var path = Path.Combine(Repository.Root, named);
        Assert.All(
            (Directory.Exists(path) ? Directory.GetFiles(path) : [path]).SelectMany(file => new GuideText(file).Spans)
                .Where(span => span.EndsWith(".cs", StringComparison.Ordinal) && !span.Contains('<', StringComparison.Ordinal)),
            span => Assert.Single(source, file => file.EndsWith($"/{span}", StringComparison.Ordinal)));
    }

    [Fact]
    public void README_is_what_a_newcomer_reads() => Assert.InRange(GuideText.Readme.Text.Length, 5_000, 8_500);
}
