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
        Note(vms.Where(vm => vm.IsPlaceholder), "placeholders", "is a stand-in", "are stand-ins",
            "of Site Recovery for VMs of another site", "Not counted as running");
        if (hosts.Length > 0)
        {
            Hosts(table, hostSheet, vms, hosts, log);
        }

        void Note(IEnumerable<VirtualMachine> which, string code, string one, string many, string what, string done)
        {
            VirtualMachine[] found = [.. which];
            if (found.Length > 0)
            {
                log.Add(
                    Severity.Note,
                    code,
                    $"{ReadingWords.Plural(found.Length, "VM")} {ReadingWords.Verb(found.Length, one, many)} {what}: {NamesOf(found)}",
                    table.Place,
                    done);
            }
        }
    }

    /// <summary>Adds the findings about the file, and gives the inventory if it has a VM.</summary>
    /// <param name="inventory">What was read.</param>
    /// <param name="table">The sheet of the VMs.</param>
    /// <param name="names">The names of the clusters.</param>
    /// <param name="log">Takes the findings.</param>
    /// <param name="exportAgain">How to export the inventory again, for a file without VMs.</param>
    public static Reading<Inventory> Conclude(Inventory inventory, SheetTable table, ClusterNames names, ReadingLog log, string exportAgain)
    {
        var file = new SourcePlace(inventory.Files[0]);
        if (inventory.Vms.IsEmpty)
        {
            log.Add(Severity.Error, "vms-none", $"{table.Name} has no row that describes a VM", table.Place, "Nothing was read", exportAgain);
        }

        if (!names.Shared.IsEmpty)
        {
            log.Add(
                Severity.Warning,
                "cluster-names-shared",
                $"{ReadingWords.Plural(names.Shared.Length, "cluster name")} {ReadingWords.Verb(names.Shared.Length, "occurs", "occur")} in more than one "
                    + $"data centre or vCenter: {ReadingWords.List(names.Shared)}",
                file, "They were read as separate clusters, named with their data centre, and their vCenter where that is needed");
        }

        if (!inventory.TellsClusters && !inventory.Vms.IsEmpty)
        {
            log.Add(
                Severity.Warning, "clusters-not-known", "No sheet has a column that tells which hosts form a cluster", table.Place,
                "Each host is planned alone with the VMs on it",
                "Export again with a column of clusters; or let VMs move within their site: placement: {within: site}");
        }

        if (log.Names.Masked > 0)
        {
            var kinds = string.Join(", ", log.Names.CountByKind.Select(pair => $"{pair.Key} {pair.Value}"));
            log.Add(
                Severity.Note,
                "addresses-masked",
                $"{ReadingWords.Plural(log.Names.Masked, "name")} "
                    + $"{ReadingWords.Verb(log.Names.Masked, "is or holds an address or a key", "are or hold addresses or keys")} ({kinds})",
                file,
                "Each was given an alias, such as masked-host-01, and was not kept");
        }

        var findings = log.Findings;
        return new Reading<Inventory>(inventory.Vms.IsEmpty ? null : inventory with { Rows = log.Sheets, Findings = findings }, findings);
    }

    private static void Names(SheetTable table, ImmutableArray<VirtualMachine> vms, ReadingLog log)
    {
        var shared = vms.GroupBy(vm => vm.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).ToArray();
        if (shared.Length > 0)
        {
            var names = ReadingWords.List([.. shared.Select(group => FormattableString.Invariant($"{group.Key} ({group.Count()} VMs)"))]);
            log.Add(
                Severity.Note,
                "vm-names-shared",
                $"{ReadingWords.Plural(shared.Length, "name")} {ReadingWords.Verb(shared.Length, "stands", "stand")} for more than one VM: {names}",
                table.Place,
                "All were kept; their ids tell them apart");
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
                $"{ReadingWords.Plural(lost.Length, "VM")} {ReadingWords.Verb(lost.Length)} on {ReadingWords.Plural(names.Length, "host")} that {hostSheet} "
                    + $"does not list: {ReadingWords.List(names)}",
                table.Place,
                "The VMs are counted with their cluster", "If hosts were renamed in one sheet, rename them in the other");
        }

        VirtualMachine[] nowhere = [.. vms.Where(vm => vm is { Runs: true, Cluster: null } && (vm.Host is null || !known.Contains(vm.Host)))];
        if (nowhere.Length > 0)
        {
            log.Add(
                Severity.Warning,
                "vm-cluster-unknown",
                $"{ReadingWords.Plural(nowhere.Length, "running VM")} {ReadingWords.Verb(nowhere.Length, "has", "have")} neither a cluster nor a known host: "
                    + $"{NamesOf(nowhere)}",
                table.Place,
                "Planned with the host that they name; those that name none, as a pool of their own",
                $"Enter their cluster in {table.Name}, or export the inventory again");
        }
    }

    private static string NamesOf(VirtualMachine[] vms) => ReadingWords.List([.. vms.Select(vm => vm.Name)]);
}
