using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Everything that a business case is computed from.</summary>
/// <param name="Scenario">The question.</param>
/// <param name="Inventory">The estate.</param>
/// <param name="Prices">The price book.</param>
/// <param name="Rates">The exchange rates.</param>
/// <param name="Cpus">The CPU catalogue.</param>
/// <param name="Hosts">The servers that can be bought.</param>
/// <param name="Assumptions">The assumptions before the scenario's own values.</param>
public sealed record CaseInputs(
    Scenario Scenario,
    Inventory Inventory,
    PriceBook Prices,
    ExchangeRates Rates,
    CpuCatalogue Cpus,
    HostCatalogue Hosts,
    AssumptionSet Assumptions)
{
    /// <summary>The carbon intensities of electricity.</summary>
    public GridCarbon Grid { get; init; } = GridCarbon.Empty;

    /// <summary>How long facts may be used.</summary>
    public FactAges Ages { get; init; } = FactAges.Usual;

    /// <summary>The VMs that are part of a platform; those of <see cref="Inventory"/> are marked.</summary>
    public PlatformVmTable PlatformVms { get; init; } = PlatformVmTable.Empty;

    /// <summary>How the case is decided.</summary>
    public DecisionRules Decisions { get; init; } = DecisionRules.None;

    /// <summary>What the VMs used over time, or null where nothing was measured.</summary>
    public UsageHistory? Usage { get; init; }

    /// <summary>Which products have which basic features.</summary>
    public FeatureMatrix Features { get; init; } = FeatureMatrix.Empty;

    /// <summary>The records of the runs that the scenario's values were measured by, as far as the data folder has them; by id.</summary>
    public ImmutableArray<StoredRun> Runs { get; init; } = [];

    /// <summary>What was worked out of these inputs and of others that differ from them in a value or two; copies with a change share it.</summary>
    public CaseCache Cache { get; init; } = new();

    /// <summary>What the reader had to say about the scenario; what it says of the inventory is in the inventory.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];
}
