using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What a scenario's lists of VMs (leave_out, keep, group) did, and what they name in vain.</summary>
internal static class SelectionFindings
{
    private const string LeaveOut = "leave_out";
    private const string Keep = "keep";
    private const string Groups = "groups";

    /// <summary>Entries that match nothing, and VMs that are left out.</summary>
    public static IEnumerable<Finding> Of(Inventory inventory, Scenario scenario) =>
    [
        .. scenario.LeaveOut.SelectMany(
            entry => InVain(inventory, scenario, entry, LeaveOut, LeaveOut, "leave-out-unknown", Message.Of("leave-out-unknown.done"))),
        .. scenario.Keep.SelectMany(entry => InVain(inventory, scenario, entry, Keep, Keep, "keep-unknown", Message.Of("keep-unknown.done"))),
        .. scenario.Groups.SelectMany(group => group.Vms.SelectMany(
            entry => InVain(
                inventory, scenario, entry, Groups, Message.Of("group-named", ("group", group.Name)), "group-unknown", Message.Of("group-unknown.done")))),
        .. LeftOutByName(inventory, scenario),
        .. LeftOutByPattern(inventory, scenario),
    ];

    private static IEnumerable<Finding> InVain(
        Inventory inventory, Scenario scenario, VmSelector entry, string key, MessageValue list, string code, Message done)
    {
        if (inventory.Vms.Any(entry.Matches))
        {
            return [];
        }

        var known = inventory.Vms.SelectMany(entry.ValuesOf).Distinct(StringComparer.Ordinal).ToList();
        var why = known.Count == 0 && !inventory.Vms.IsEmpty
            ? Message.Of("entry-cannot-match", ("list", list), ("entry", entry.ToString()), ("trait", Of(entry.By)))
            : Message.Of(
                "entry-unknown", ("list", list), ("entry", entry.ToString()), ("suggestion", NearestName.SuggestionOfPattern(entry.Pattern, known)));
        var place = entry.Place with { File = scenario.Name, Column = entry.Place.Column ?? key };
        return [new Finding(Severity.Warning, code, why, place, done, Message.Of("entry-unknown.mend"))];
    }

    /// <summary>One finding for each VM that is named on its own.</summary>
    private static IEnumerable<Finding> LeftOutByName(Inventory inventory, Scenario scenario) =>
        from vm in inventory.Vms
        where scenario.LeavesOut(vm) && scenario.LeaveOut.Any(entry => !entry.IsPattern && entry.Matches(vm))
        select new Finding(
            Severity.Warning,
            "vm-left-out",
            Message.Of("vm-left-out", ("vm", vm.Name), ("vcpus", vm.VCpus), ("memory", vm.Memory)),
            vm.Origin,
            Message.Of("vm-left-out.done"),
            Message.Of("vm-left-out.mend"));

    /// <summary>One finding for each entry that may mean many.</summary>
    private static IEnumerable<Finding> LeftOutByPattern(Inventory inventory, Scenario scenario)
    {
        foreach (var entry in scenario.LeaveOut.Where(entry => entry.IsPattern))
        {
            var vms = inventory.Vms.Where(vm => entry.Matches(vm) && scenario.LeavesOut(vm)).ToList();
            if (vms.Count > 0)
            {
                yield return new Finding(
                    Severity.Warning,
                    "vms-left-out",
                    Message.Of(
                        "vms-left-out",
                        ("vms", vms.Count), ("vcpus", vms.Sum(vm => vm.VCpus)), ("entry", entry.ToString()), ("names", NamedVms.Some(vms))),
                    entry.Place with { File = scenario.Name, Column = entry.Place.Column ?? LeaveOut },
                    Message.Of("vms-left-out.done"),
                    Message.Of("vms-left-out.mend"));
            }
        }
    }

    private static Message Of(VmTrait by) => by switch
    {
        VmTrait.Folder => Message.Of("trait.folder"),
        VmTrait.Tag => Message.Of("trait.tag"),
        VmTrait.Cluster => Message.Of("trait.cluster"),
        VmTrait.GuestOs => Message.Of("trait.guest-os"),
        _ => Message.Of("trait.name"),
    };
}
