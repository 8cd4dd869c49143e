using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What a rule that the inventory tells asks of its VMs.</summary>
public enum InventoryRuleKind
{
    /// <summary>No two of them share a host.</summary>
    KeepApart,

    /// <summary>All of them share one host.</summary>
    KeepTogether,

    /// <summary>It ties them to hosts that the inventory does not name.</summary>
    Hosts,
}

/// <summary>A rule of placement that the inventory tells.</summary>
/// <param name="Name">The rule's name.</param>
/// <param name="Kind">What it asks.</param>
/// <param name="Vms">Its VMs, also those that do not run.</param>
public sealed record InventoryRule(string Name, InventoryRuleKind Kind, ImmutableArray<VirtualMachine> Vms)
{
    /// <summary>Whether plans obey it; a rule about hosts that nobody named cannot be obeyed.</summary>
    public bool IsObeyed => Kind != InventoryRuleKind.Hosts;

    /// <summary>The rules of an inventory, by kind and name.</summary>
    public static ImmutableArray<InventoryRule> Of(Inventory inventory) =>
    [
        .. Rules(inventory, InventoryRuleKind.KeepApart, vm => vm.AntiAffinityRules),
        .. Rules(inventory, InventoryRuleKind.KeepTogether, vm => vm.AffinityRules),
        .. Rules(inventory, InventoryRuleKind.Hosts, vm => vm.HostRules),
    ];

    private static IEnumerable<InventoryRule> Rules(Inventory inventory, InventoryRuleKind kind, Func<VirtualMachine, ImmutableArray<string>> of) =>
        inventory.Vms
        .SelectMany(vm => of(vm).Select(rule => (rule, vm)))
        .GroupBy(each => each.rule, each => each.vm, StringComparer.Ordinal)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new InventoryRule(group.Key, kind, [.. group]));
}
