using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The clusters of today: their hosts, and the running VMs on them.</summary>
internal static class ClustersTable
{
    private static string Alone => Words.Of("estate.clusters.hosts-that-stand-alone");
    private static string NotKnown => Words.Of("estate.clusters.cluster-not-known");

    public static Table Of(Inventory inventory)
    {
        var names = inventory.Clusters.Select(cluster => cluster.Name).ToList();
        var stray = inventory.Hosts.Any(host => host.Cluster is null) || inventory.Vms.Any(vm => vm.Cluster is null);
        var rows = names.Select(name => RowOf(inventory, name, name)).Concat(stray ? [RowOf(inventory, null, inventory.TellsClusters ? Alone : NotKnown)] : []);
        return new Table
        {
            Caption = Words.Of("estate.clusters.caption"),
            Columns =
            [
                new Column(Words.Of("common.cluster"), Width: 22),
                new Column(Words.Of("estate.clusters.data-centre")),
                new Column(Words.Of("common.hosts"), true),
                new Column(Words.Of("common.cores"), true),
                new Column(Words.Of("common.memory"), true),
                new Column("VMs", true),
                new Column("vCPUs", true),
                new Column(Words.Of("estate.clusters.vm-memory"), true),
                new Column(Words.Of("common.vcpus-per-core"), true), new Column("HA"),
            ],
            Rows = [.. rows],
        };
    }

    private static Row RowOf(Inventory inventory, string? cluster, string printed)
    {
        var hosts = inventory.Hosts.Where(host => host.Cluster == cluster).ToList();
        var vms = inventory.Vms.Where(vm => vm.Cluster == cluster && vm.Runs).ToList();
        var known = inventory.Clusters.FirstOrDefault(each => each.Name == cluster);
        var cores = hosts.All(host => host.Cores is not null) ? hosts.Sum(host => host.Cores!.Value) : 0;
        var vCpus = vms.Sum(vm => vm.VCpus);
        return new Row(
        [
            new Cell(printed),
            new Cell(known?.Datacenter ?? (hosts.Select(host => host.Datacenter).Distinct().ToArray() is [{ } only] ? only : "")),
            hosts.Count > 0 || vms.Count == 0 ? new Cell(Printed.Whole(hosts.Count)) : Cell.Missing(Words.Of("common.not-known")),
            cores > 0 ? new Cell(Printed.Whole(cores)) : Cell.Missing(Words.Of("common.not-known")),
            hosts.Count > 0 && hosts.All(host => host.Memory is not null)
                ? new Cell(Printed.Size(Sum(hosts.Select(host => host.Memory!.Value))))
                : Cell.Missing(Words.Of("common.not-known")),
            new Cell(Printed.Whole(vms.Count)),
            new Cell(Printed.Whole(vCpus)),
            new Cell(Printed.Size(Sum(vms.Select(vm => vm.Memory)))),
            cores > 0 ? new Cell(Printed.Fixed((decimal)vCpus / cores, 1)) : Cell.Empty,
            new Cell(Availability(known)),
        ]);
    }

    private static string Availability(Cluster? cluster) => cluster?.HighAvailability switch
    {
        null => Words.Of("common.not-said"),
        false => "off",
        true => cluster.FailoverLevel is { } level ? Words.Of("estate.clusters.on-n", ("level", level)) : "on",
    };

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
