using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>Holds what an export states of its hosts and clusters against what was read: a difference is a finding with both figures.</summary>
/// <remarks>
/// VMs may move from host to host while an export is written, so that two hosts differ and their sum does not: that is worth a note. Where the sums
/// differ, VMs were lost or added on the way, and the first page says so.
/// </remarks>
internal static class StatedSums
{
    private const decimal SpeedTolerance = 0.02m; // speeds are rounded host by host

    /// <summary>The inventory; with the evidence for hosts where those are not known.</summary>
    public static Inventory Check(Inventory inventory, string vmSheet, string hostSheet, ReadingLog log)
    {
        if (inventory.AreHostsKnown)
        {
            Loads(inventory, vmSheet, hostSheet, log);
            Clusters(inventory, hostSheet, log);
            return inventory;
        }

        var why = log.WhyHostsUnknown ?? $"{hostSheet} tells none";
        string[] named = [.. inventory.Vms.Select(vm => vm.Host).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        var counted = inventory.Clusters.Where(cluster => cluster.StatedHosts is not null).ToList();
        string[] evidence =
        [
            .. counted.Count > 0
                ? [$"{counted[0].Origin.Sheet} counts {ReadingWords.Plural(counted.Sum(cluster => cluster.StatedHosts!.Value), "host")}{Cores(counted)}"]
                : Array.Empty<string>(),
            .. named.Length > 0 ? [$"{vmSheet} names {ReadingWords.Plural(named.Length, "host")}: {ReadingWords.List(named)}"] : Array.Empty<string>(),
        ];
        var message = evidence.Length == 0 ? why : $"{why}, but {string.Join(", and ", evidence)}";
        log.Add(
            Severity.Warning, "hosts-none", $"The hosts of today are not known: {message}", new SourcePlace(inventory.Files[0]),
            "Nothing is compared with them", "Export the hosts too if they, their licences or their reuse matter");
        return inventory with { WhyHostsUnknown = message };
    }

    private static string Cores(List<Cluster> clusters) =>
        clusters.All(cluster => cluster.StatedCores is not null)
            ? $" with {ReadingWords.Plural(clusters.Sum(cluster => cluster.StatedCores!.Value), "core")}"
            : "";

    private static void Loads(Inventory inventory, string vmSheet, string hostSheet, ReadingLog log)
    {
        var vms = inventory.Vms.Where(vm => vm.Host is not null).ToLookup(vm => vm.Host!, StringComparer.OrdinalIgnoreCase);
        var stated = inventory.Hosts.Where(host => host.Stated is not null).ToList();
        var hosts = stated.Select(host => (host.Name, Words: Differences(host.Stated!, [.. vms[host.Name]])))
            .Where(each => each.Words.Length > 0).ToList();
        if (hosts.Count == 0)
        {
            return;
        }

        // Only where every host states a figure can all of them be held against all VMs.
        StatedLoad whole = new(
            Sum(stated, inventory, load => load.Vms), Sum(stated, inventory, load => load.VmsPoweredOn), Sum(stated, inventory, load => load.VCpus),
            stated.Count == inventory.Hosts.Length && stated.All(host => host.Stated!.Memory is not null)
                ? stated.Aggregate(ByteSize.Zero, (sum, host) => sum + host.Stated!.Memory!.Value)
                : null);
        var sums = Differences(whole, inventory.Vms, inventory.UnsizedVms.Length);
        var places = ReadingWords.List([.. hosts.Select(each => $"{each.Name} {each.Words}")]);
        if (sums.Length > 0)
        {
            log.Add(
                Severity.Warning, "sums-disagree", $"{hostSheet} states other sums than {vmSheet} lists: {sums}", inventory.Hosts[0].Origin with { Row = null },
                $"The VMs of {vmSheet} were used",
                $"Export all sheets again at one time if rows of {vmSheet} are missing; by host: {places}",
                onFirstPage: true);
        }
        else
        {
            log.Add(
                Severity.Note,
                "host-sums-disagree",
                $"{hostSheet} states other figures of {ReadingWords.Plural(hosts.Count, "host")} than {vmSheet} lists: {places}",
                inventory.Hosts[0].Origin with { Row = null }, $"The VMs of {vmSheet} were used; in all they agree");
        }
    }

    private static int? Sum(List<Host> stated, Inventory inventory, Func<StatedLoad, int?> figure) =>
        stated.Count == inventory.Hosts.Length && stated.All(host => figure(host.Stated!) is not null) ? stated.Sum(host => figure(host.Stated!)!.Value) : null;

    /// <summary>Each figure that differs, the stated one first; empty where all agree.</summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="vms">The VMs read.</param>
    /// <param name="unsized">VMs that are named without a size, and counted all the same.</param>
    private static string Differences(StatedLoad stated, ImmutableArray<VirtualMachine> vms, int unsized = 0)
    {
        var on = vms.Where(vm => vm.Power.CountsAsRunning && !vm.IsTemplate).ToList();
        var memory = on.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Memory);
        return string.Join(", ", new[]
        {
            Differs(stated.Vms, vms.Length + unsized, "VMs"),
            Differs(stated.VmsPoweredOn, on.Count, "powered on"),
            Differs(stated.VCpus, on.Sum(vm => vm.VCpus), "vCPUs of them"),
            stated.Memory is { } said && said != memory ? FormattableString.Invariant($"{said.GiB:#,0.#} GiB of memory of them and {memory.GiB:#,0.#}") : null,
        }.OfType<string>());
    }

    private static string? Differs(int? stated, int read, string what) =>
        stated is { } said && said != read ? FormattableString.Invariant($"{said} {what} and {read}") : null;

    /// <summary>The sheet of clusters against that of hosts. Its memory is rounded host by host, so a MiB of each host is no difference.</summary>
    private static void Clusters(Inventory inventory, string hostSheet, ReadingLog log)
    {
        foreach (var cluster in inventory.Clusters)
        {
            var hosts = inventory.Hosts.Where(host => host.Cluster == cluster.Name).ToList();
            int? cores = hosts.All(host => host.Cores is not null) ? hosts.Sum(host => host.Cores!.Value) : null;
            ByteSize? memory = hosts.All(host => host.Memory is not null) ? hosts.Aggregate(ByteSize.Zero, (sum, host) => sum + host.Memory!.Value) : null;
            decimal? speed = hosts.All(host => host.Cores is not null && host.CoreSpeed is not null)
                ? hosts.Sum(host => host.Cores!.Value * host.CoreSpeed!.Value.MHz)
                : null;
            var differences = new[]
            {
                cluster.StatedHosts is { } said && said != hosts.Count ? FormattableString.Invariant($"{said} hosts and {hosts.Count}") : null,
                cluster.StatedCores is { } count && cores is { } listed && count != listed ? FormattableString.Invariant($"{count} cores and {listed}") : null,
                cluster.StatedMemory is { } size && memory is { } installed && Math.Abs(size.MiB - installed.MiB) > hosts.Count
                    ? FormattableString.Invariant($"{size.GiB:#,0.#} GiB of memory and {installed.GiB:#,0.#}")
                    : null,
                cluster.StatedCpu is { } rate && speed is { } all && Math.Abs(rate.MHz - all) > SpeedTolerance * rate.MHz
                    ? FormattableString.Invariant($"{rate.MHz:#,0} MHz and {all:#,0}")
                    : null,
            }.OfType<string>().ToList();
            if (differences.Count > 0)
            {
                log.Add(
                    Severity.Warning, "cluster-hosts-disagree",
                    $"Cluster {cluster.Name} has other figures in {cluster.Origin.Sheet} than in {hostSheet}: {string.Join(", ", differences)}",
                    cluster.Origin, $"The hosts of {hostSheet} were used", "Export all sheets again at one time if hosts are missing", onFirstPage: true);
            }
        }
    }
}
