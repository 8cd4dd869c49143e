using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>What is worth saying about the VMs as a whole, one finding for many VMs.</summary>
internal static class VmChecks
{
    private static readonly Column AnyVm = VmIndex.Name;

    /// <summary>vCPU has one row per VM; only counted.</summary>
    public static readonly SheetLayout CpuLayout = new("vCPU", AnyVm);

    /// <summary>vTools has one row per VM; only counted.</summary>
    public static readonly SheetLayout ToolsLayout = new("vTools", AnyVm);

    /// <summary>Adds the findings.</summary>
    public static void Check(SheetTable info, WorkbookTables tables, ImmutableArray<VirtualMachine> vms, ImmutableArray<Host> hosts, ReadingLog log)
    {
        SheetCounts(info, tables, log);
        Names(info, vms, log);
        Note(vms.Where(vm => vm.IsPlaceholder), "placeholders", "is a stand-in", "are stand-ins",
            "of Site Recovery for VMs of another site", "Not counted as running");
        Note(vms.Where(IsOfThePlatform), "platform-vms", "belongs", "belong",
            "to the platform itself, by name (vCLS, Nutanix CVM), and will not move to another", "Kept as any other VM");
        if (hosts.Length > 0)
        {
            Hosts(info, vms, hosts, log);
        }

        void Note(IEnumerable<VirtualMachine> which, string code, string one, string many, string what, string done)
        {
            VirtualMachine[] found = [.. which];
            if (found.Length > 0)
            {
                log.Add(
                    Severity.Note, code, $"{Wording.Plural(found.Length, "VM")} {Wording.Verb(found.Length, one, many)} {what}: {NamesOf(found)}", info.Place, done);
            }
        }
    }

    /// <summary>Rows deleted by hand in one sheet show in the others.</summary>
    private static void SheetCounts(SheetTable info, WorkbookTables tables, ReadingLog log)
    {
        var others = new[] { CpuLayout, VmDetails.MemoryLayout, ToolsLayout }
            .Select(tables.Find).OfType<SheetTable>()
            .Where(table => table.Rows.Count > 0 && table.Rows.Count != info.Rows.Count)
            .Select(table => FormattableString.Invariant($"{table.Name} {table.Rows.Count}"))
            .ToArray();
        if (others.Length > 0)
        {
            log.Add(
                Severity.Warning, "sheets-disagree", FormattableString.Invariant($"vInfo lists {info.Rows.Count} VMs, but {string.Join(" and ", others)}"), info.Place,
                "The VMs of vInfo were used", "Export all sheets again at one time if rows of vInfo were removed by mistake");
        }
    }

    private static void Names(SheetTable info, ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        var shared = vms.GroupBy(vm => vm.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).ToArray();
        if (shared.Length > 0)
        {
            var names = Wording.List([.. shared.Select(group => FormattableString.Invariant($"{group.Key} ({group.Count()} VMs)"))]);
            log.Add(Severity.Note, "vm-names-shared", $"{Wording.Plural(shared.Length, "name")} {Wording.Verb(shared.Length, "stands", "stand")} for more than one VM: {names}", info.Place, "All were kept; their ids tell them apart");
        }
    }

    /// <summary>A host renamed in one sheet only, or a sheet made anonymous on its own, breaks the link.</summary>
    private static void Hosts(SheetTable info, ImmutableArray<VirtualMachine> vms, ImmutableArray<Host> hosts, ReadingLog log)
    {
        var known = hosts.Select(host => host.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        VirtualMachine[] lost = [.. vms.Where(vm => vm.Host is { } host && !known.Contains(host))];
        if (lost.Length > 0)
        {
            string[] names = [.. lost.Select(vm => vm.Host!).Distinct(StringComparer.OrdinalIgnoreCase)];
            log.Add(
                Severity.Warning, "vm-hosts-unknown",
                $"{Wording.Plural(lost.Length, "VM")} {Wording.Verb(lost.Length)} on {Wording.Plural(names.Length, "host")} that vHost does not list: {Wording.List(names)}", info.Place,
                "The VMs are counted with their cluster", "If hosts were renamed in one sheet, rename them in the other");
        }

        VirtualMachine[] nowhere = [.. vms.Where(vm => vm is { Runs: true, Cluster: null } && (vm.Host is null || !known.Contains(vm.Host)))];
        if (nowhere.Length > 0)
        {
            log.Add(
                Severity.Warning, "vm-cluster-unknown", $"{Wording.Plural(nowhere.Length, "running VM")} {Wording.Verb(nowhere.Length, "has", "have")} neither a cluster nor a known host: {NamesOf(nowhere)}",
                info.Place, "Kept without a cluster", "Enter their cluster in vInfo, or export the inventory again");
        }
    }

    private static bool IsOfThePlatform(VirtualMachine vm) =>
        vm.Name.StartsWith("vCLS", StringComparison.OrdinalIgnoreCase)
        || (vm.Name.StartsWith("NTNX-", StringComparison.OrdinalIgnoreCase) && vm.Name.EndsWith("-CVM", StringComparison.OrdinalIgnoreCase));

    private static string NamesOf(VirtualMachine[] vms) => Wording.List([.. vms.Select(vm => vm.Name)]);
}
