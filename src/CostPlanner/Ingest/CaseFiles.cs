using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Ingest.Measurements;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;

namespace CostPlanner.Ingest;

/// <summary>Reads everything that a business case is computed from.</summary>
public static class CaseFiles
{
    /// <summary>The inputs that a scenario file and a data folder give, or null with every error found in any of the files.</summary>
    public static Reading<CaseInputs> Read(string scenarioFile, string dataFolder)
    {
        var catalogues = Catalogues.Read(dataFolder);
        var scenario = ScenarioFile.Read(scenarioFile);
        if (scenario.Value is not { } question)
        {
            return new Reading<CaseInputs>(null, [.. catalogues.Findings, .. scenario.Findings]);
        }

        var checks = catalogues.Value is { } known
            ? ScenarioCheck.Of(question, Path.GetFileName(scenarioFile), known)
            : [];
        var inventory = InventoryFile.Read(Beside(scenarioFile, question.InventoryFile));
        var rules = inventory.Value is { } read
            ? PlacementRulesCheck.Of(
                question, Path.GetFileName(scenarioFile), (catalogues.Value?.PlatformVms ?? PlatformVmTable.Empty).Mark(read, question.Keep))
            : [];
        var usage = question.UsageFile is { } series && inventory.Value is { } measured
            ? UsageFile.Read(Beside(scenarioFile, series), measured)
            : new Reading<UsageHistory>(null, []);
        var runs = StoredRuns.Of(question, Path.GetFileName(scenarioFile), dataFolder);
        ImmutableArray<Finding> ofScenario = [.. scenario.Findings, .. checks, .. rules, .. runs.Findings];
        ImmutableArray<Finding> findings = [.. catalogues.Findings, .. ofScenario, .. inventory.Findings, .. usage.Findings];
        return catalogues.Value is { } all && inventory.Value is { } estate && findings.All(finding => finding.Severity != Severity.Error)
            ? new Reading<CaseInputs>(
                all.With(Settled(question.WithToday(estate.Platform), all.Policies), estate) with
                {
                    Findings = ofScenario, Usage = usage.Value, Runs = runs.Found,
                },
                findings)
            : new Reading<CaseInputs>(null, findings);
    }

    /// <summary>
    /// The scenario with what its storage policy, or its number of copies, says of the hosts of a vSAN pool; an option's own copies bring their own.
    /// </summary>
    private static Scenario Settled(Scenario scenario, StoragePolicies policies) => scenario with
    {
        Assumptions = policies.Settled(scenario.Assumptions, scenario.StoragePolicy),
        Options = [.. scenario.Options.Select(option => option with { Assumptions = policies.Settled(option.Assumptions, policy: null) })],
    };

    /// <summary>A scenario names files as they lie from its own folder.</summary>
    internal static string Beside(string scenarioFile, string named) =>
        Path.Combine(Path.GetDirectoryName(Path.GetFullPath(scenarioFile)) ?? "", named);
}
