using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A question put to the model: an estate, a day, a horizon, and the options to compare.</summary>
public sealed record Scenario
{
    /// <summary>The scenario's name: its file without ending.</summary>
    public required string Name { get; init; }

    /// <summary>The title that the report bears.</summary>
    public required string Title { get; init; }

    /// <summary>The day that dates prices, exchange rates and the report.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The currency of all results.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Years looked ahead, 1 and above.</summary>
    public required int HorizonYears
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(HorizonYears));
            field = value;
        }
    }

    /// <summary>The place whose electricity the hosts use, as the table of carbon intensities names it.</summary>
    public string Grid { get; init; } = GridCarbon.DefaultPlace;

    /// <summary>The inventory file, as the scenario names it.</summary>
    public required string InventoryFile { get; init; }

    /// <summary>The file or folder with what VMs used over time, as the scenario names it, or null for none.</summary>
    public string? UsageFile { get; init; }

    /// <summary>How VMs are sized.</summary>
    public SizingRules Sizing { get; init; } = SizingRules.AsConfigured;

    /// <summary>The CPU whose cores are counted in, in words of the catalogue; null to take a core of every CPU as the same.</summary>
    public string? ReferenceCpu { get; init; }

    /// <summary>Exchange rates of the user's own, in the place of those of the data folder; one for a currency.</summary>
    public ImmutableArray<ExchangeRate> Rates { get; init; } = [];

    /// <summary>Hosts that may fail at once in a scenario that the program writes.</summary>
    public const int UsualFailover = 1;

    /// <summary>The most hosts that may be asked to fail at once.</summary>
    public const int MostFailover = 2;

    /// <summary>Hosts of each cluster that may fail at once and every VM still runs: 0, 1 or 2. A cluster of one host today has none that may fail.</summary>
    public required int Failover
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Failover));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostFailover, nameof(Failover));
            field = value;
        }
    }

    /// <summary>The same for single clusters, and for single hosts that stand alone, by name: it counts whatever they have today.</summary>
    public ImmutableSortedDictionary<string, int> FailoverOf { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>The storage policy of vSAN pools, by its id; null for the assumptions as they are.</summary>
    public string? StoragePolicy { get; init; }

    /// <summary>The option that the others are measured against: the estate as it is, or the renewal on the table where the user names it.</summary>
    public required string Baseline { get; init; }

    /// <summary>Ids of the servers bought where existing hosts do not suffice or are replaced, in any mix; empty for none.</summary>
    public ImmutableArray<string> NewHosts { get; init; } = [];

    /// <summary>New servers, of the first model of <see cref="NewHosts"/>, that a cluster gets whether they are needed or not; by the cluster's name.</summary>
    public ImmutableSortedDictionary<string, int> HostsAdded { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>VMs that the user leaves out of the sizing; a name leaves out all VMs that bear it.</summary>
    public ImmutableArray<VmSelector> LeaveOut { get; init; } = [];

    /// <summary>VMs that count as ordinary ones, whatever <see cref="LeaveOut"/>, the table of platform VMs or their connection says.</summary>
    public ImmutableArray<VmSelector> Keep { get; init; } = [];

    /// <summary>VMs that are reported apart, in the scenario's order.</summary>
    public ImmutableArray<VmGroup> Groups { get; init; } = [];

    /// <summary>How VMs are placed, beside the capacity of hosts.</summary>
    public PlacementRules Placement { get; init; } = PlacementRules.None;

    /// <summary>Windows Server licences to count for Windows guests, or null to count none.</summary>
    public WindowsLicences? Windows { get; init; }

    /// <summary>Red Hat subscriptions to count for Red Hat guests, or null to count none.</summary>
    public RedHatLicences? RedHat { get; init; }

    /// <summary>Licences of guests that are owned already, and not bought again.</summary>
    public OwnedLicences Owned { get; init; } = OwnedLicences.Unsaid;

    /// <summary>What is paid for the platform of today, or null where the scenario does not say.</summary>
    public TodaysContract? Contract { get; init; }

    /// <summary>An offer to extend the contract of today while VMs move, or null.</summary>
    public BridgeQuote? Bridge { get; init; }

    /// <summary>Whether every option is set up anew: nothing is moved, and nothing of today is paid on.</summary>
    public bool IsGreenfield { get; init; }

    /// <summary>The day by which the hosts of today must be replaced by new ones; null where they last to the end of the horizon.</summary>
    public DateOnly? HostsReplacedOn { get; init; }

    /// <summary>The tax on what is earned, by which costs in the books save tax; null where tax is not looked at.</summary>
    public Fraction? TaxRate { get; init; }

    /// <summary>Names of the features that count as basic in the claim of 2013; empty where all of the matrix do.</summary>
    public ImmutableArray<string> ClaimFeatures { get; init; } = [];

    /// <summary>Ids of the features that every option must have to be ranked; null for those that the estate uses today.</summary>
    public ImmutableArray<string>? Requires { get; init; }

    /// <summary>The user's own values for assumptions, for every option.</summary>
    public ImmutableArray<AssumptionOverride> Assumptions { get; init; } = [];

    /// <summary>What is not known exactly.</summary>
    public Uncertainty Uncertainty { get; init; } = Uncertainty.Unsaid;

    /// <summary>The user's own prices.</summary>
    public ImmutableArray<Quote> Quotes { get; init; } = [];

    /// <summary>What vendors take off their list prices.</summary>
    public ImmutableArray<StreetDiscount> Discounts { get; init; } = [];

    /// <summary>Which orders are held to a vendor's minimum.</summary>
    public OrderMinimum OrderMinimum { get; init; }

    /// <summary>Whether a renewal of today's products is ordered late.</summary>
    public LateRenewal LateRenewal { get; init; }

    /// <summary>Whether today's products are renewed late, so that the surcharge is paid: the user says so, or their contract has ended.</summary>
    public bool RenewsLate => Contract is { } contract && LateRenewal switch
    {
        LateRenewal.Always => true,
        LateRenewal.Never => false,
        _ => contract.Ends < AsOf && contract.NoticeMonths == 0,
    };

    /// <summary>Whether what runs the VMs must have a support contract: an option without is not ranked then.</summary>
    public SupportNeed Support { get; init; }

    /// <summary>What is compared, in the order of the report.</summary>
    public required ImmutableArray<ScenarioOption> Options { get; init; }

    /// <summary>The seed of whatever is drawn at random.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The scenario with the estate as it is in front of its options, on the platform of the inventory; as it stands where every option is set up anew.
    /// </summary>
    public Scenario WithToday(PlatformFamily platform) => IsGreenfield ? this : this with
    {
        Options =
        [
            new ScenarioOption
            {
                Id = ScenarioOption.TodayId,
                Name = ScenarioOption.TodayName,
                IsToday = true,
                Platform = platform,
                Licences = Contract?.Products ?? [],
                Hosts = HostPolicy.KeepAll,
                Place = Contract?.Place ?? new SourcePlace(Name),
            },
            .. Options.Where(option => !option.IsToday),
        ],
    };

    /// <summary>Whether the user leaves that VM out.</summary>
    public bool LeavesOut(VirtualMachine vm) => LeaveOut.Any(entry => entry.Matches(vm)) && !Keep.Any(entry => entry.Matches(vm));

    /// <summary>Months in the horizon.</summary>
    public int HorizonMonths => HorizonYears * Duration.MonthsPerYear;
}

/// <summary>The two editions of Windows Server between which each host takes the cheaper.</summary>
/// <param name="Standard">Product id of the Standard edition.</param>
/// <param name="Datacenter">Product id of the Datacenter edition.</param>
public sealed record WindowsLicences(string Standard, string Datacenter);

/// <summary>The two ways to subscribe to Red Hat Enterprise Linux for guests, between which each cluster takes the cheaper.</summary>
/// <param name="Server">Product id of the subscription for so many VMs, wherever they run.</param>
/// <param name="Datacenter">Product id of the subscription for every host that they may run on, any number of VMs.</param>
public sealed record RedHatLicences(string Server, string Datacenter);

/// <summary>What happens to the hosts of the estate.</summary>
public enum HostPolicy
{
    /// <summary>The fewest existing hosts that carry the load stay; new ones are bought only where they do not suffice.</summary>
    Reuse,

    /// <summary>All existing hosts stay, needed or not; new ones are bought only where they do not suffice.</summary>
    KeepAll,

    /// <summary>All hosts are replaced by new ones.</summary>
    Refresh,
}

/// <summary>One way to go on.</summary>
public sealed record ScenarioOption
{
    /// <summary>The id of the estate as it is, which no option of a scenario may have.</summary>
    public const string TodayId = "today";

    /// <summary>What the estate as it is is called.</summary>
    public const string TodayName = "As today";

    /// <summary>The option's id, unique in its scenario.</summary>
    public required string Id { get; init; }

    /// <summary>The option as printed.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the estate as it is: the hosts of today, and what is paid for their platform today.</summary>
    public bool IsToday { get; init; }

    /// <summary>The hypervisor.</summary>
    public required PlatformFamily Platform { get; init; }

    /// <summary>Product ids of what must be licensed or subscribed to; empty for plain free software.</summary>
    public ImmutableArray<string> Licences { get; init; } = [];

    /// <summary>Ids of features that it has by the user's word, whoever brings them: an own cluster manager, say.</summary>
    public ImmutableArray<string> Has { get; init; } = [];

    /// <summary>What happens to the hosts.</summary>
    public HostPolicy Hosts { get; init; }

    /// <summary>The user's own values for assumptions, for this option alone.</summary>
    public ImmutableArray<AssumptionOverride> Assumptions { get; init; } = [];

    /// <summary>Where in the scenario it stands.</summary>
    public required SourcePlace Place { get; init; }
}
