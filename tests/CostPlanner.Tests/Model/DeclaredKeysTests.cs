using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>A key that a scenario and a question share has one word for each meaning, and the reader takes them all.</summary>
public sealed class DeclaredKeysTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_meaning_has_one_word()
    {
        AssertWhole(DeclaredKeys.Platform);
        AssertWhole(DeclaredKeys.Hosts);
        AssertWhole(DeclaredKeys.Objective);
        AssertWhole(DeclaredKeys.Within);
        AssertWhole(DeclaredKeys.OrderMinimum);
    }

    [Fact]
    public void The_reader_takes_every_word_as_what_it_stands_for()
    {
        Assert.All(DeclaredKeys.OrderMinimum.Choices, choice => Assert.Equal(choice.Meaning, Read($"order_minimum: {choice.Word}").OrderMinimum));
        Assert.All(DeclaredKeys.Objective.Choices, choice => Assert.Equal(choice.Meaning, Placed("objective", choice.Word).Objective));
        Assert.All(DeclaredKeys.Within.Choices, choice => Assert.Equal(choice.Meaning, Placed("within", choice.Word).Within));
        Assert.All(DeclaredKeys.SurviveSite.Choices, choice => Assert.Equal(choice.Meaning, Placed("survive_site", choice.Word).SurviveSite));
    }

    [Fact]
    public void A_word_that_stands_for_nothing_has_no_meaning() => Assert.Null(DeclaredKeys.Hosts.Of("burn"));

    private static void AssertWhole<T>(ChoiceKey<T> key)
        where T : struct, Enum
    {
        Assert.Equal(Enum.GetValues<T>().Order(), key.Choices.Select(choice => choice.Meaning).Order());
        Assert.Equal(key.Words.Distinct(), key.Words);
    }

    private PlacementRules Placed(string key, string word) => Read($"placement: {{ {key}: {word} }}").Placement;

    private Scenario Read(string lines)
    {
        const string smallest = """
            title: Smallest
            as_of: 2026-01-01
            currency: EUR
            horizon_years: 3
            inventory: estate
            failover: 1
            baseline: stay
            options:
              - { id: stay, name: Stay, platform: vsphere, licences: [] }

            """;
        var reading = ScenarioFile.Read(folder.Write("scenario.yaml", smallest + lines));
        Assert.Empty(reading.Findings);
        return reading.Value!;
    }
}
