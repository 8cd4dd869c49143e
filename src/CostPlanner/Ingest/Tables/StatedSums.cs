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

        var why = log.WhyHostsUnknown ?? Message.Of("no-hosts.none-told", ("sheet", hostSheet));
        string[] named = [.. inventory.Vms.Select(vm => vm.Host).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)];
        var counted = inventory.Clusters.Where(cluster => cluster.StatedHosts is not null).ToList();
        Message[] evidence =
        [
            .. counted.Count > 0 ? [Counts(counted)] : Array.Empty<Message>(),
            .. named.Length > 0
                ? [Message.Of("no-hosts.named", ("sheet", vmSheet), ("hosts", named.Length), ("names", ReadingWords.Some(named)))]
                : Array.Empty<Message>(),
        ];
        var message = evidence.Length == 0 ? why : Message.Of("no-hosts.but", ("why", why), ("evidence", Message.List(evidence)));
        log.Add(
            Severity.Warning, "hosts-none", Message.Of("hosts-none", ("why", message)), new SourcePlace(inventory.Files[0]), Message.Of("hosts-none.done"),
            Message.Of("hosts-none.mend"));
        return inventory with { WhyHostsUnknown = message };
    }

    private static Message Counts(List<Cluster> clusters)
    {
        var sheet = clusters[0].Origin.Sheet ?? "";
        var hosts = clusters.Sum(cluster => cluster.StatedHosts!.Value);
        return clusters.All(cluster => cluster.StatedCores is not null)
            ? Message.Of(
                "no-hosts.counted-with-cores",
                ("sheet", sheet), ("hosts", hosts), ("cores", clusters.Sum(cluster => cluster.StatedCores!.Value)))
            : Message.Of("no-hosts.counted", ("sheet", sheet), ("hosts", hosts));
    }

    private static void Loads(Inventory inventory, string vmSheet, string hostSheet, ReadingLog log)
    {
        var vms = inventory.Vms.Where(vm => vm.Host is not null).ToLookup(vm => vm.Host!, StringComparer.OrdinalIgnoreCase);
        var stated = inventory.Hosts.Where(host => host.Stated is not null).ToList();
        var hosts = stated.Select(host => (host.Name, Figures: Differences(host.Stated!, [.. vms[host.Name]])))
            .Where(each => each.Figures.Count > 0).ToList();
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
        var places = ReadingWords.Some(
            [.. hosts.Select(each => Message.Of("host-figures", ("host", each.Name), ("figures", Message.List(each.Figures))))]);
        if (sums.Count > 0)
        {
            log.Add(
                Severity.Warning, "sums-disagree",
                Message.Of("sums-disagree", ("hosts", hostSheet), ("vms", vmSheet), ("sums", Message.List(sums))),
                inventory.Hosts[0].Origin with { Row = null },
                Message.Of("sums-disagree.done", ("vms", vmSheet)),
                Message.Of("sums-disagree.mend", ("vms", vmSheet), ("places", places)),
                onFirstPage: true);
        }
        else
        {
            log.Add(
                Severity.Note,
                "host-sums-disagree",
                Message.Of("host-sums-disagree", ("sheet", hostSheet), ("hosts", hosts.Count), ("vms", vmSheet), ("places", places)),
                inventory.Hosts[0].Origin with { Row = null }, Message.Of("host-sums-disagree.done", ("vms", vmSheet)));
        }
    }

    private static int? Sum(List<Host> stated, Inventory inventory, Func<StatedLoad, int?> figure) =>
        stated.Count == inventory.Hosts.Length && stated.All(host => figure(host.Stated!) is not null) ? stated.Sum(host => figure(host.Stated!)!.Value) : null;

    /// <summary>Each figure that differs, the stated one first; empty where all agree.</summary>
    /// <param name="stated">What is stated.</param>
    /// <param name="vms">The VMs read.</param>
    /// <param name="unsized">VMs that are named without a size, and counted all the same.</param>
    private static List<Message> Differences(StatedLoad stated, ImmutableArray<VirtualMachine> vms, int unsized = 0)
    {
        var on = vms.Where(vm => vm.Power.CountsAsRunning && !vm.IsTemplate).ToList();
        var memory = on.Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Memory);
        var (running, vcpus) = (on.Count, on.Sum(vm => vm.VCpus));
        return new[]
        {
            stated.Vms is { } all && all != vms.Length + unsized ? Message.Of("sum.vms", ("stated", all), ("read", vms.Length + unsized)) : null,
            stated.VmsPoweredOn is { } poweredOn && poweredOn != running ? Message.Of("sum.on", ("stated", poweredOn), ("read", running)) : null,
            stated.VCpus is { } cpus && cpus != vcpus ? Message.Of("sum.vcpus", ("stated", cpus), ("read", vcpus)) : null,
            stated.Memory is { } said && said != memory ? Message.Of("sum.memory", ("stated", said), ("read", memory)) : null,
        }.OfType<Message>().ToList();
    }

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
                cluster.StatedHosts is { } said && said != hosts.Count ? Message.Of("sum.hosts", ("stated", said), ("read", hosts.Count)) : null,
                cluster.StatedCores is { } count && cores is { } listed && count != listed
                    ? Message.Of("sum.cores", ("stated", count), ("read", listed))
                    : null,
                cluster.StatedMemory is { } size && memory is { } installed && Math.Abs(size.MiB - installed.MiB) > hosts.Count
                    ? Message.Of("sum.host-memory", ("stated", size), ("read", installed))
                    : null,
                cluster.StatedCpu is { } rate && speed is { } all && Math.Abs(rate.MHz - all) > SpeedTolerance * rate.MHz
                    ? Message.Of("sum.speed", ("stated", rate.MHz), ("read", all))
                    : null,
            }.OfType<Message>().ToList();
            if (differences.Count > 0)
            {
                log.Add(
                    Severity.Warning, "cluster-hosts-disagree",
                    Message.Of(
                        "cluster-hosts-disagree",
                        ("cluster", cluster.Name), ("sheet", cluster.Origin.Sheet ?? ""), ("hosts", hostSheet), ("figures", Message.List(differences))),
                    cluster.Origin,
                    Message.Of("cluster-hosts-disagree.done", ("hosts", hostSheet)),
                    Message.Of("cluster-hosts-disagree.mend"),
                    onFirstPage: true);
            }
        }
    }
}
