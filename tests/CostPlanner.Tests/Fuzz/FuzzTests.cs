using System.Globalization;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Fuzz;

/// <summary>
/// Thousands of spoiled inputs, each read by the command that a user would give: it ends in a result or findings, never in an exception, an endless search or memory
/// without bound. COSTPLANNER_FUZZ=FROM..TO reads others, COSTPLANNER_FUZZ=NUMBER one alone.
/// </summary>
[Slow]
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const int Inputs = 1000;
    private const string Wanted = "COSTPLANNER_FUZZ";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>5,000 inputs in parts, none of which takes so long that it would be taken for a test that hangs.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_spoiled_input_ends_in_a_result_or_findings(int part)
    {
        var wanted = Environment.GetEnvironmentVariable(Wanted);
        Assert.SkipWhen(wanted is not null && part > 0, "the inputs asked for are read in the first part");
        var (from, to) = Range(wanted, part);
        var search = FuzzSearch.Of(folder.Root, from, to);

        // .ci/run adds these up and prints the sum at its end.
        output.WriteLine(FormattableString.Invariant($"Fuzzed {search.Read:#,##0} inputs of {Fixtures.All.Count} fixtures: {search.Faults.Count} faults."));
        Assert.Equal(to - from, search.Read);
        Assert.True(search.Faults.Count == 0, string.Join('\n', search.Faults));
    }

    /// <summary>The search would be blind if it did not notice these.</summary>
    [Theory]
    [InlineData(FuzzChild.Planted.Exception, "exit code 1")]
    [InlineData(FuzzChild.Planted.Death, "ended the process")]
    [InlineData(FuzzChild.Planted.Memory, "OutOfMemoryException")]
    [InlineData(FuzzChild.Planted.Loop, "did not end")]
    public void A_planted_fault_is_found_and_its_input_named_and_the_search_goes_on(FuzzChild.Planted planted, string expected)
    {
        var search = FuzzSearch.Of(folder.Root, 3, 8, (planted, 5));

        Assert.Equal(5, search.Read);
        var fault = Assert.Single(search.Faults);
        Assert.StartsWith("input 5 (", fault, StringComparison.Ordinal);
        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_an_input_is_all_that_it_depends_on()
    {
        var (one, other) = (SpoiledInput.Of(77), SpoiledInput.Of(77));
        Assert.Equal(one.Fixture.Name, other.Fixture.Name);
        Assert.Equal(one.Content, other.Content);
    }

    private static (int From, int To) Range(string? wanted, int part)
    {
        if (wanted is null)
        {
            return (part * Inputs, (part + 1) * Inputs);
        }

        int[] ends = [.. wanted.Split("..").Select(end => int.Parse(end, CultureInfo.InvariantCulture))];
        return ends is [var alone] ? (alone, alone + 1) : (ends[0], ends[1]);
    }
}
