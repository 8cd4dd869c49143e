using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>VMs that are no work to be carried: those of the platform itself, and those that its manager has lost.</summary>
internal static class PlatformFindings
{
    private const string Lost = "vms-lost";

    /// <summary>One finding for each role, for the VMs lost, for those whose host is disconnected, and for the rules that name hosts.</summary>
    public static IEnumerable<Finding> Of(Inventory inventory, Scenario scenario)
    {
        var vms = inventory.Vms.Where(vm => !scenario.LeavesOut(vm) && vm is { IsTemplate: false, IsPlaceholder: false }).ToList();
        return
        [
            .. vms.Where(vm => vm is { Part: not null, IsLost: false }).GroupBy(vm => vm.Part!.Role.Name, StringComparer.Ordinal).Select(OfRole),
            .. Lists(vms.Where(vm => vm.IsLost).ToList(), LostOnes),
            .. Lists(vms.Where(vm => vm is { Connection: ConnectionState.Disconnected, Runs: true }).ToList(), DisconnectedOnes),
            .. Lists(vms.Where(vm => !vm.HostRules.IsEmpty).ToList(), TiedToHosts),
        ];
    }

    private static Finding OfRole(IGrouping<string, VirtualMachine> vms)
    {
        var role = vms.First().Part!.Role;
        var ways = Message.List(vms.Select(vm => vm.Part!.Why).Distinct());
        return new Finding(
            Severity.Note,
            "platform-vms",
            Message.Of("platform-vms", ("vms", vms.Count()), ("role", role.Name), ("ways", ways), ("names", NamedVms.Some([.. vms]))),
            vms.First().Origin,
            role.TakesCapacity ? Message.Of("platform-vms.carried") : Message.Of("platform-vms.made"),
            Message.Of("platform-vms.mend"));
    }

    private static Finding LostOnes(List<VirtualMachine> vms) => new(
        Severity.Warning,
        Lost,
        Message.Of("vms-lost", ("vms", vms.Count), ("vcpus", vms.Sum(vm => vm.VCpus)), ("names", NamedVms.Some(vms))),
        vms[0].Origin,
        Message.Of("vms-lost.done"),
        Message.Of("vms-lost.mend"));

    private static Finding DisconnectedOnes(List<VirtualMachine> vms) => new(
        Severity.Warning,
        "vms-disconnected",
        Message.Of("vms-disconnected", ("vms", vms.Count), ("names", NamedVms.Some(vms))),
        vms[0].Origin,
        Message.Of("vms-disconnected.done"),
        Message.Of("vms-disconnected.mend"));

    private static Finding TiedToHosts(List<VirtualMachine> vms) => new(
        Severity.Warning,
        "host-rules-not-obeyed",
        Message.Of(
            "host-rules-not-obeyed",
            ("vms", vms.Count),
            ("rules", Message.List(vms.SelectMany(vm => vm.HostRules).Distinct(StringComparer.Ordinal).Take(2))),
            ("names", NamedVms.Some(vms))),
        vms[0].Origin,
        Message.Of("host-rules-not-obeyed.done"),
        Message.Of("host-rules-not-obeyed.mend"));

    private static IEnumerable<Finding> Lists(List<VirtualMachine> vms, Func<List<VirtualMachine>, Finding> finding) => vms.Count == 0 ? [] : [finding(vms)];
}
