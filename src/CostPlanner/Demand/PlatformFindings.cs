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
        var ways = string.Join("; ", vms.Select(vm => vm.Part!.Why).Distinct(StringComparer.Ordinal));
        return new Finding(
            Severity.Note,
            "platform-vms",
            $"{NamedVms.Count([.. vms])} taken as {role.Name}, known by {ways}: {NamedVms.Some([.. vms])}",
            vms.First().Origin,
            role.TakesCapacity
                ? "carried where the platform needs it, neither moved nor staffed; elsewhere not planned"
                : "made by the platform itself: in no plan, neither moved nor staffed",
            "list it under keep if it is an ordinary VM");
    }

    private static Finding LostOnes(List<VirtualMachine> vms) => new(
        Severity.Warning,
        Lost,
        FormattableString.Invariant($"{NamedVms.Count(vms)} ({vms.Sum(vm => vm.VCpus):#,0} vCPUs) inaccessible or orphaned, so that no host is known to run them: {NamedVms.Some(vms)}"),
        vms[0].Origin,
        "counted apart: no option carries them, moves them or pays for them",
        "repair or remove them and export again, or list those that do run under keep");

    private static Finding DisconnectedOnes(List<VirtualMachine> vms) => new(
        Severity.Warning,
        "vms-disconnected",
        $"{NamedVms.Count(vms)} on hosts that were disconnected at the export: {NamedVms.Some(vms)}",
        vms[0].Origin,
        "counted as running, as they were known last",
        "reconnect the hosts and export again");

    private static Finding TiedToHosts(List<VirtualMachine> vms) => new(
        Severity.Warning,
        "host-rules-not-obeyed",
        $"The inventory ties {NamedVms.Count(vms)} to hosts by rules ({string.Join(", ", vms.SelectMany(vm => vm.HostRules).Distinct(StringComparer.Ordinal).Take(2))}) and does not name the hosts: {NamedVms.Some(vms)}",
        vms[0].Origin,
        "these rules were not obeyed",
        "write them under placement: rules: with run_on or not_on");

    private static IEnumerable<Finding> Lists(List<VirtualMachine> vms, Func<List<VirtualMachine>, Finding> finding) => vms.Count == 0 ? [] : [finding(vms)];
}
