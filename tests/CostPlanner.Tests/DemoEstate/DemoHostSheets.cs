using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.DemoEstate;

/// <summary>The sheets about hosts, clusters and datastores.</summary>
internal static class DemoHostSheets
{
    private static readonly DateTime Restarted = new(2026, 6, 14, 21, 0, 0);

    public static Sheet Cluster() => DemoWorkbook.Sheet("vCluster", RvtoolsHeaders.Cluster, DemoCluster.All.Select((cluster, i) =>
    {
        var cores = cluster.HostCount * cluster.Sockets * cluster.CoresPerSocket;
        return DemoWorkbook.WithServer(new()
        {
            ["Name"] = cluster.Name,
            ["Config status"] = "green",
            ["OverallStatus"] = "green",
            ["NumHosts"] = cluster.HostCount,
            ["numEffectiveHosts"] = cluster.HostCount,
            ["TotalCpu"] = cores * cluster.Mhz,
            ["NumCpuCores"] = cores,
            ["NumCpuThreads"] = cores * 2,
            ["Effective Cpu"] = cores * cluster.Mhz / 100 * 95,
            ["TotalMemory"] = cluster.HostCount * cluster.MemoryMiB,
            ["Effective Memory"] = cluster.HostCount * cluster.MemoryMiB / 100 * 97,
            ["HA enabled"] = "True",
            ["Failover Level"] = 1,
            ["AdmissionControlEnabled"] = "True",
            ["Host monitoring"] = "enabled",
            ["VM Monitoring"] = "vmMonitoringDisabled",
            ["DRS enabled"] = "True",
            ["DRS default VM behavior"] = "fullyAutomated",
            ["DRS vmotion rate"] = 3,
            ["DPM enabled"] = "False",
            ["Object ID"] = FormattableString.Invariant($"domain-c{8 + i}"),
        });
    }));

    public static Sheet Host() => DemoWorkbook.Sheet(
        "vHost", RvtoolsHeaders.Host, DemoCluster.All.SelectMany(cluster => Enumerable.Range(1, cluster.HostCount).Select(number => Host(cluster, number))));

    public static Sheet Datastore() => DemoWorkbook.Sheet(
        "vDatastore", RvtoolsHeaders.Datastore, DemoCluster.All.SelectMany(cluster => cluster.Datastores.Select(name => Datastore(cluster, name))));

    private static Dictionary<string, object?> Host(DemoCluster cluster, int number)
    {
        var name = cluster.Host(number);
        var all = DemoCompany.Vms.Where(vm => vm.Host == name).ToArray();
        var on = all.Where(vm => vm.IsOn).ToArray();
        var cores = cluster.Sockets * cluster.CoresPerSocket;
        var vcpus = on.Sum(vm => vm.VCpus);
        return DemoWorkbook.WithServer(new()
        {
            ["Host"] = name,
            ["Datacenter"] = cluster.Datacenter,
            ["Cluster"] = cluster.Name,
            ["Config status"] = "green",
            ["in Maintenance Mode"] = "False",
            ["in Quarantine Mode"] = "False",
            ["CPU Model"] = cluster.Cpu,
            ["Speed"] = cluster.Mhz,
            ["HT Available"] = "True",
            ["HT Active"] = "True",
            ["# CPU"] = cluster.Sockets,
            ["Cores per CPU"] = cluster.CoresPerSocket,
            ["# Cores"] = cores,
            ["CPU usage %"] = on.Sum(vm => vm.VCpus * vm.UsedPercent.Cpu) / cores,
            ["# Memory"] = cluster.MemoryMiB,
            ["Memory Tiering Type"] = "noTiering",
            ["Memory usage %"] = (int)(on.Sum(vm => (long)vm.MemoryMiB) * 90 / cluster.MemoryMiB),
            ["Console"] = 0,
            ["# NICs"] = 4,
            ["# HBAs"] = cluster.DatastoreType == "VMFS" ? 2 : 0,
            ["# VMs total"] = all.Length,
            ["# VMs"] = on.Length,
            ["VMs per Core"] = Math.Round((double)on.Length / cores, 4),
            ["# vCPUs"] = vcpus,
            ["vCPUs per Core"] = Math.Round((double)vcpus / cores, 4),
            ["vRAM"] = on.Sum(vm => vm.MemoryMiB),
            ["VM Memory Swapped"] = 0,
            ["VM Memory Ballooned"] = 0,
            ["VMotion support"] = "True",
            ["Storage VMotion support"] = "True",
            ["Current EVC"] = cluster.Evc,
            ["Max EVC"] = cluster.Evc,
            ["Assigned License(s)"] = "00000-00000-00000-00000-00001",
            ["Host Power Policy"] = "dynamic",
            ["ESX Version"] = "VMware ESXi 8.0.3 build-24280767",
            ["Boot time"] = Restarted.AddMinutes(7 * number),
            ["DHCP"] = "False",
            ["Domain"] = "nordhaven.example",
            ["NTPD running"] = "True",
            ["Time Zone"] = "UTC",
            ["GMT Offset"] = "0",
            ["Vendor"] = "Dell Inc.",
            ["Model"] = cluster.Model,
            ["Service tag"] = FormattableString.Invariant($"FAKE{cluster.HostPrefix[^1]}{number:00}").ToUpperInvariant(),
            ["Object ID"] = FormattableString.Invariant($"host-{100 + (DemoCluster.All.ToList().IndexOf(cluster) * 20) + number}"),
        });
    }

    private static Dictionary<string, object?> Datastore(DemoCluster cluster, string name)
    {
        var vms = DemoCompany.Vms.Where(vm => vm.Datastore == name).ToArray();
        var inUse = vms.Sum(vm => vm.InUseMiB + (vm.IsOn ? vm.MemoryMiB : 0));
        var isNfs = cluster.DatastoreType == "NFS";
        return DemoWorkbook.WithServer(new()
        {
            ["Name"] = name,
            ["Config status"] = "green",
            ["Address"] = isNfs ? "nas-b.nordhaven.example" : null,
            ["Accessible"] = "True",
            ["Type"] = cluster.DatastoreType,
            ["# VMs total"] = vms.Length,
            ["# VMs"] = vms.Count(vm => vm.IsOn),
            ["Capacity MiB"] = cluster.DatastoreMiB,
            ["Provisioned MiB"] = vms.Sum(vm => vm.DiskMiB + (vm.IsOn ? vm.MemoryMiB : 0)),
            ["In Use MiB"] = inUse,
            ["Free MiB"] = cluster.DatastoreMiB - inUse,
            ["Free %"] = (int)((cluster.DatastoreMiB - inUse) * 100L / cluster.DatastoreMiB),
            ["SIOC enabled"] = "False",
            ["# Hosts"] = cluster.HostCount,
            ["Hosts"] = string.Join(", ", Enumerable.Range(1, cluster.HostCount).Select(cluster.Host)),
            ["Version"] = isNfs ? "3" : "6.82",
            ["MHA"] = "True",
            ["Object ID"] = $"datastore-{name}",
        });
    }
}
