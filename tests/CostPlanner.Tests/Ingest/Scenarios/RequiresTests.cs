using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

public sealed class RequiresTests : IDisposable
{
    private const string Question =
        """
        title: A question
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 5
        inventory: estate.xlsx
        failover: 1
        baseline: a
        options:
          - {id: a, name: A, platform: kvm, licences: [kvm-plain], has: HAS}

        """;

    private static readonly Catalogues Known = Catalogues.Read(DataFolder.Committed).Value!;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("requires: [high-availability, snapshots]", "high-availability snapshots")]
    [InlineData("requires: snapshots", "snapshots")]
    [InlineData("requires: []", "")]
    [InlineData("requires:", null)]
    [InlineData("", null)]
    public void What_is_required_is_a_list_and_nothing_is_not_the_same_as_not_said(string lines, string? expected) =>
        Assert.Equal(expected, Read(lines).Value!.Requires is { } named ? string.Join(' ', named) : null);

    [Theory]
    [InlineData("support: optional", false)]
    [InlineData("support: required", true)]
    [InlineData("", true)]
    public void Support_is_required_if_left_out(string lines, bool expected) => Assert.Equal(expected, Read(lines).Value!.Support == SupportNeed.Required);

    [Fact]
    public void Another_word_for_support_is_an_error() => Assert.Null(Read("support: maybe").Value);

    [Fact]
    public void An_unknown_feature_is_an_error_that_names_the_nearest()
    {
        var finding = Assert.Single(ScenarioCheck.Of(Read("requires: [high-avilability]").Value!, "scenario.yaml", Known));
        Assert.Equal(("unknown-feature", Severity.Error, "requires"), (finding.Code, finding.Severity, finding.Place.Column));
        Assert.Contains("Did you mean \"high-availability\"?", finding.Message.Words(), StringComparison.Ordinal);

        var ofOption = Assert.Single(ScenarioCheck.Of(Read("", "[pacemaker]").Value!, "scenario.yaml", Known));
        Assert.Equal("unknown-feature", ofOption.Code);
    }

    [Fact]
    public void What_an_option_has_by_word_is_read() => Assert.Equal(["high-availability"], Read("", "[high-availability]").Value!.Options[0].Has);

    private Reading<Scenario> Read(string lines, string has = "[]") =>
        ScenarioFile.Read(folder.Write("scenario.yaml", Question.Replace("HAS", has, StringComparison.Ordinal) + lines + "\n"));
}
