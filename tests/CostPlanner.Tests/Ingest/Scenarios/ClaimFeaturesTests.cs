using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

public sealed class ClaimFeaturesTests : IDisposable
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
          - {id: a, name: A, platform: kvm, licences: [kvm-plain]}

        """;

    private static readonly Catalogues Known = Catalogues.Read(DataFolder.Committed).Value!;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_features_asked_for_are_read() =>
        Assert.Equal(["live-migration", "high-availability"], Read("claim: {features: [live-migration, high-availability]}").Value!.ClaimFeatures);

    [Fact]
    public void Without_the_key_none_is_named() => Assert.Empty(Read("").Value!.ClaimFeatures);

    [Fact]
    public void The_example_of_the_guide_is_read_as_it_stands()
    {
        var scenario = Read(GuideText.Named("scenario").BlockBelow("## The claim of 2013: `claim`")).Value!;

        Assert.Equal(["live-migration", "high-availability"], scenario.ClaimFeatures);
        Assert.Empty(ScenarioCheck.Of(scenario, "scenario.yaml", Known));
    }

    [Fact]
    public void An_unknown_feature_is_an_error_that_names_the_nearest()
    {
        var finding = Assert.Single(ScenarioCheck.Of(Read("claim: {features: [live-migation]}").Value!, "scenario.yaml", Known));
        Assert.Equal(("unknown-feature", Severity.Error, "claim.features"), (finding.Code, finding.Severity, finding.Place.Column));
        Assert.Contains("Did you mean \"live-migration\"?", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_an_error()
    {
        var reading = Read("claim: {feature: [live-migration]}");
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Message.Contains("Did you mean \"features\"", StringComparison.Ordinal));
    }

    private Reading<Scenario> Read(string claim) => ScenarioFile.Read(folder.Write("scenario.yaml", Question + claim));
}
