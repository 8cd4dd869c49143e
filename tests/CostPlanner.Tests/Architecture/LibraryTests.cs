using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Architecture;

/// <summary>What the architecture rules stand on: sources that compile, all of them.</summary>
[Slow]
public sealed class LibraryTests
{
    [Fact]
    public void The_librarys_sources_compile_in_memory() => Assert.Empty(Library.Real.Errors);

    [Fact]
    public void A_source_that_does_not_compile_is_refused_with_file_and_line()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Library.With(
            ("src/CostPlanner/Demand/Planted.cs", "namespace CostPlanner.Demand;\ninternal sealed record Planted(Unknown Value);")));

        Assert.Contains("src/CostPlanner/Demand/Planted.cs(2,", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'Unknown'", refusal.Message, StringComparison.Ordinal);
    }
}
