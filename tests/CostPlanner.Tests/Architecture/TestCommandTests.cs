using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Architecture;

/// <summary>What README tells a newcomer to type for the tests is what .ci/run runs.</summary>
public sealed class TestCommandTests
{
    private const string Run = "set -u\nreadme_command() {\n  apt-get update && dotnet test CostPlanner.sln\n}\nreadme_command # not: dotnet test\n";

    [Fact]
    public void The_readme_gives_the_command_that_ci_runs()
    {
        var readme = RepositoryFiles.ReadIfThere("README.md");
        Assert.SkipWhen(readme is null, "README.md is not written yet");

        var command = CommandOf(RepositoryFiles.Read(".ci/run"));
        Assert.True(Lines(readme).Contains(command), $"README.md has no line that is just this, which .ci/run runs:\n{command}");
    }

    [Fact]
    public void The_command_of_ci_run_is_the_line_with_dotnet_test() =>
        Assert.Equal("apt-get update && dotnet test CostPlanner.sln", CommandOf(Run));

    [Theory]
    [InlineData("```\napt-get update && dotnet test CostPlanner.sln\n```\n", true)]
    [InlineData("```\ndotnet test CostPlanner.sln\n```\n", false)]
    [InlineData("Type apt-get update && dotnet test CostPlanner.sln to test.\n", false)]
    public void A_readme_with_another_command_is_noticed(string readme, bool holds) =>
        Assert.Equal(holds, Lines(readme).Contains(CommandOf(Run)));

    /// <summary>The guard is told to the test assembly, ends a run within five minutes, and .ci/run reads what it writes.</summary>
    [Fact]
    public void A_test_that_hangs_ends_the_run_within_five_minutes_and_is_counted()
    {
        Assert.NotEmpty(typeof(HangGuardAttribute).Assembly.GetCustomAttributes(typeof(HangGuardAttribute), inherit: false));
        Assert.InRange(HangGuardAttribute.Longest, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(4.5));
        Assert.Contains($"-name {HangGuardAttribute.FileName} ", RepositoryFiles.Read(".ci/run"), StringComparison.Ordinal);
    }

    private static string CommandOf(string run) =>
        Assert.Single(Lines(run), line => line.EndsWith("dotnet test CostPlanner.sln", StringComparison.Ordinal));

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries);
}
