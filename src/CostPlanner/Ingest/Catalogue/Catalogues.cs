using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>Everything that a data folder holds beside inventories and scenarios.</summary>
/// <param name="Prices">The price book.</param>
/// <param name="Features">Which products have which basic features.</param>
/// <param name="Rates">The exchange rates.</param>
/// <param name="Cpus">The CPU catalogue.</param>
/// <param name="Hosts">The servers that can be bought.</param>
/// <param name="Assumptions">The assumptions.</param>
/// <param name="Grid">The carbon intensities of electricity.</param>
/// <param name="Ages">How long facts may be used.</param>
public sealed record Catalogues(
    PriceBook Prices,
    FeatureMatrix Features,
    ExchangeRates Rates,
    CpuCatalogue Cpus,
    HostCatalogue Hosts,
    AssumptionSet Assumptions,
    GridCarbon Grid,
    FactAges Ages)
{
    /// <summary>The storage policies of vSAN.</summary>
    public StoragePolicies Policies { get; init; } = StoragePolicies.None;

    /// <summary>Which products the licences of an inventory are.</summary>
    public LicenceNames LicenceNames { get; init; } = LicenceNames.None;

    /// <summary>The VMs that are part of a platform.</summary>
    public PlatformVmTable PlatformVms { get; init; } = PlatformVmTable.Empty;

    /// <summary>How a case is decided.</summary>
    public DecisionRules Decisions { get; init; } = DecisionRules.None;

    /// <summary>Reads all of a data folder; null with every error found when any file of it cannot be used.</summary>
    public static Reading<Catalogues> Read(string dataFolder)
    {
        if (!Directory.Exists(dataFolder))
        {
            var missing = new Finding(
                Severity.Error,
                "no-data",
                Message.Of("no-data", ("folder", dataFolder)),
                new SourcePlace(dataFolder),
                null,
                Message.Of("no-data.mend"));
            return new Reading<Catalogues>(null, [missing]);
        }

        var prices = PriceFiles.Read(dataFolder);
        var features = FeatureMatrixFile.Read(dataFolder, prices.Value);
        var rates = ExchangeRateFile.Read(dataFolder);
        var cpus = CpuFile.Read(dataFolder);
        var hosts = ServerModelFile.Read(dataFolder);
        var assumptions = AssumptionFiles.Read(dataFolder);
        var grid = GridCarbonFile.Read(dataFolder);
        var platform = PlatformVmFile.Read(dataFolder);
        var policies = VsanPolicyFile.Read(dataFolder);
        var ages = AgeFile.Read(dataFolder);
        var licences = LicenceNameFile.Read(dataFolder, prices.Value);
        var decisions = DecisionRuleFile.Read(dataFolder);
        ImmutableArray<Finding> findings =
            [
                .. prices.Findings,
                .. features.Findings,
                .. rates.Findings,
                .. cpus.Findings,
                .. hosts.Findings,
                .. assumptions.Findings,
                .. grid.Findings,
                .. ages.Findings,
                .. policies.Findings,
                .. platform.Findings,
                .. licences.Findings,
                .. decisions.Findings,
            ];
        var complete = prices.Value is not null && features.Value is not null && rates.Value is not null && cpus.Value is not null && hosts.Value is not null
            && assumptions.Value is not null && grid.Value is not null && ages.Value is not null && policies.Value is not null
            && platform.Value is not null && licences.Value is not null && decisions.Value is not null;
        return new Reading<Catalogues>(
            complete
                ? new Catalogues(
                    prices.Value!,
                    features.Value!,
                    rates.Value!,
                    cpus.Value!,
                    hosts.Value!,
                    assumptions.Value!,
                    grid.Value!,
                    ages.Value!)
                    {
                        Policies = policies.Value!,
                        PlatformVms = platform.Value!,
                        LicenceNames = licences.Value!,
                        Decisions = decisions.Value!,
                    }
                : null,
            findings);
    }

    /// <summary>The inputs of a case; the VMs of the platform are marked, but for those that the scenario keeps as ordinary ones.</summary>
    public CaseInputs With(Scenario scenario, Inventory inventory) =>
        new(
            scenario,
            PlatformVms.Mark(inventory, scenario.Keep),
            Prices,
            Rates.With(scenario.Rates),
            Cpus,
            Hosts,
            Assumptions) { Grid = Grid, Features = Features, Ages = Ages, PlatformVms = PlatformVms, Decisions = Decisions };
}
