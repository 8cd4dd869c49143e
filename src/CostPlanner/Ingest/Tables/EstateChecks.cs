using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>What is worth saying about an estate as a whole, one finding for many VMs; the last step of every reader of workbooks.</summary>
internal static class EstateChecks
{
    /// <summary>Adds the findings about the VMs.</summary>
    /// <param name="table">The sheet of the VMs.</param>
    /// <param name="hostSheet">The name of the sheet of the hosts.</param>
    /// <param name="vms">The VMs read.</param>
    /// <param name="hosts">The hosts read.</param>
    /// <param name="log">Takes the findings.</param>
    public static void Check(SheetTable table, string hostSheet, ImmutableArray<VirtualMachine> vms, ImmutableArray<Host> hosts, ReadingLog log)
    {
        Names(table, vms, log);
        VirtualMachine[] placeholders = [.. vms.Where(vm => vm.IsPlaceholder)];
        if (placeholders.Length > 0)
        {
            log.Add(
                Severity.Note, "placeholders", Message.Of("placeholders", ("vms", placeholders.Length), ("names", NamesOf(placeholders))), table.Place,
                Message.Of("placeholders.done"));
        }

        if (hosts.Length > 0)
        {
            Hosts(table, hostSheet, vms, hosts, log);
        }
    }

    /// <summary>Adds the findings about the file, and gives the inventory if it has a VM.</summary>
    /// <param name="inventory">What was read.</param>
    /// <param name="table">The sheet of the VMs.</param>
    /// <param name="names">The names of the clusters.</param>
    /// <param name="log">Takes the findings.</param>
    /// <param name="exportAgain">How to export the inventory again, for a file without VMs.</param>
    public static Reading<Inventory> Conclude(Inventory inventory, SheetTable table, ClusterNames names, ReadingLog log, Message exportAgain)
    {
        var file = new SourcePlace(inventory.Files[0]);
        if (inventory.Vms.IsEmpty)
        {
            log.Add(Severity.Error, "vms-none", Message.Of("vms-none", ("sheet", table.Name)), table.Place, Message.Of("nothing-read"), exportAgain);
        }

        if (!names.Shared.IsEmpty)
        {
            log.Add(
                Severity.Warning,
                "cluster-names-shared",
                Message.Of("cluster-names-shared", ("clusters", names.Shared.Length), ("names", ReadingWords.Some(names.Shared))),
                file, Message.Of("cluster-names-shared.done"));
        }

        if (!inventory.TellsClusters && !inventory.Vms.IsEmpty)
        {
            log.Add(
                Severity.Warning, "clusters-not-known", Message.Of("clusters-not-known"), table.Place, Message.Of("clusters-not-known.done"),
                Message.Of("clusters-not-known.mend"));
        }

        if (log.Names.Masked > 0)
        {
            var kinds = Message.List(log.Names.CountByKind.Select(pair => Message.Of("masked-kind", ("kind", pair.Key), ("count", pair.Value))));
            log.Add(
                Severity.Note,
                "addresses-masked",
                Message.Of("addresses-masked", ("names", log.Names.Masked), ("kinds", kinds)),
                file,
                Message.Of("addresses-masked.done"));
        }

        var findings = log.Findings;
        return new Reading<Inventory>(inventory.Vms.IsEmpty ? null : inventory with { Rows = log.Sheets, Findings = findings }, findings);
    }

    private static void Names(SheetTable table, ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        var shared = vms.GroupBy(vm => vm.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).ToArray();
        if (shared.Length > 0)
        {
            var names = ReadingWords.Some([.. shared.Select(group => Message.Of("vms-of-name", ("name", group.Key), ("vms", group.Count())))]);
            log.Add(
                Severity.Note,
                "vm-names-shared",
                Message.Of("vm-names-shared", ("count", shared.Length), ("names", names)),
                table.Place,
                Message.Of("vm-names-shared.done"));
        }
    }

    /// <summary>A host renamed in one sheet only, or a sheet made anonymous on its own, breaks the link.</summary>
    private static void Hosts(SheetTable table, string hostSheet, ImmutableArray<VirtualMachine> vms, ImmutableArray<Host> hosts, ReadingLog log)
    {
        var known = hosts.Select(host => host.Name).Concat(hosts.Select(host => host.NameInSource)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        VirtualMachine[] lost = [.. vms.Where(vm => vm.Host is { } host && !known.Contains(host))];
        if (lost.Length > 0)
        {
            string[] names = [.. lost.Select(vm => vm.Host!).Distinct(StringComparer.OrdinalIgnoreCase)];
            log.Add(
                Severity.Warning, "vm-hosts-unknown",
                Message.Of(
                    "vm-hosts-unknown", ("vms", lost.Length), ("hosts", names.Length), ("sheet", hostSheet), ("names", ReadingWords.Some(names))),
                table.Place,
                Message.Of("vm-hosts-unknown.done"),
                Message.Of("vm-hosts-unknown.mend"));
        }

        VirtualMachine[] nowhere = [.. vms.Where(vm => vm is { Runs: true, Cluster: null } && (vm.Host is null || !known.Contains(vm.Host)))];
        if (nowhere.Length > 0)
        {
            log.Add(
                Severity.Warning,
                "vm-cluster-unknown",
                Message.Of("vm-cluster-unknown", ("vms", nowhere.Length), ("names", NamesOf(nowhere))),
                table.Place,
                Message.Of("vm-cluster-unknown.done"),
                Message.Of("vm-cluster-unknown.mend", ("sheet", table.Name)));
        }
    }

    private static Message NamesOf(VirtualMachine[] vms) => ReadingWords.Some([.. vms.Select(vm => vm.Name)]);
}
