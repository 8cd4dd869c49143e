using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>How a scenario wants VMs placed, beside the capacity of hosts.</summary>
public sealed record PlacementRules
{
    /// <summary>No rule: VMs stay in their cluster, on the fewest hosts.</summary>
    public static PlacementRules None { get; } = new();

    /// <summary>What is made as small as possible.</summary>
    public Objective Objective { get; init; }

    /// <summary>How far a VM may move.</summary>
    public PlacementScope Within { get; init; }

    /// <summary>Whether every VM must find a place when a whole site is lost.</summary>
    public bool SurviveSite { get; init; }

    /// <summary>The rules, in the scenario's order.</summary>
    public ImmutableArray<PlacementRule> Rules { get; init; } = [];

    /// <summary>The devices that VMs are given whole.</summary>
    public ImmutableArray<PassthroughDevice> Devices { get; init; } = [];

    /// <summary>The most VMs that one host may run, 1 and above; null for no limit.</summary>
    public int? VmsPerHost
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(VmsPerHost));
            field = value;
        }
    }

    /// <summary>The sites, where the inventory's data centres are not the sites.</summary>
    public ImmutableArray<SiteHosts> Sites { get; init; } = [];

    /// <summary>Licences that VMs carry with them, beside Windows Server.</summary>
    public ImmutableArray<GuestLicence> GuestLicences { get; init; } = [];

    /// <summary>Whether a VM carries the licence of that name: of its system, or one that the scenario lists; no VM carries one that is not known.</summary>
    public bool Carries(string licence, VirtualMachine vm) => licence switch
    {
        Confinement.Windows => vm.Guest == GuestFamily.WindowsServer,
        Confinement.RedHat => vm.Guest == GuestFamily.RedHat,
        _ => GuestLicences.Any(each => each.Name == licence && each.IsCarriedBy(vm)),
    };

    /// <summary>Whether the rules that name hosts let a VM run on that host; the other rules are not asked.</summary>
    public bool Allow(VirtualMachine vm, string host) => Rules.All(rule => rule.Kind switch
    {
        RuleKind.RunOn => rule.NamesHost(host) || !rule.Names(vm),
        RuleKind.NotOn => !rule.NamesHost(host) || !rule.Names(vm),
        _ => true,
    });
}
