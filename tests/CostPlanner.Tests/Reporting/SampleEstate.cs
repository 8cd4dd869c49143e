using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Tests.Reporting;

/// <summary>An estate made by hand: 24 hosts in 4 clusters at two sites, 240 VMs.</summary>
internal static class SampleEstate
{
    public const string File = "northwind-estate.xlsx";

    /// <summary>A name that breaks whatever does not escape.</summary>
    public const string HostileName = "[prod] <web>&db \"01\"";

    public static readonly ImmutableArray<(string Name, string Site, int Hosts, int Vms)> Clusters =
    [
        ("HAM-PROD-01", "Hamburg", 8, 92), ("HAM-DB-01", "Hamburg", 4, 24), ("MUC-PROD-01", "Munich", 8, 86), ("MUC-TEST-01", "Munich", 4, 38),
    ];

    private static readonly ImmutableArray<(string Os, GuestFamily Family)> Guests =
    [
        ("Microsoft Windows Server 2019 (64-bit)", GuestFamily.WindowsServer), ("Red Hat Enterprise Linux 8 (64-bit)", GuestFamily.RedHat),
        ("Microsoft Windows Server 2022 (64-bit)", GuestFamily.WindowsServer), ("Ubuntu Linux (64-bit)", GuestFamily.OtherLinux),
        ("Debian GNU/Linux 11 (64-bit)", GuestFamily.OtherLinux), ("SUSE Linux Enterprise 15 (64-bit)", GuestFamily.Suse),
        ("Oracle Linux 8 (64-bit)", GuestFamily.OracleLinux), ("FreeBSD 13 (64-bit)", GuestFamily.Other),
    ];

    public static Inventory Build() => new()
    {
        Files = [File],
        WrittenBy = "RVTools 4.7.1.4",
        ExportedOn = new DateOnly(2026, 6, 22),
        Platform = PlatformFamily.VSphere,
        Vms = [.. Clusters.SelectMany((cluster, index) => Enumerable.Range(0, cluster.Vms).Select(vm => VmOf(cluster.Name, cluster.Site, index, vm)))],
        Hosts = [.. Clusters.SelectMany((cluster, index) => Enumerable.Range(1, cluster.Hosts).Select(host => HostOf(cluster.Name, cluster.Site, index, host)))],
        Clusters = [.. Clusters.Select((cluster, index) => new Cluster
        {
            Name = cluster.Name, Datacenter = cluster.Site, HighAvailability = index < 3, FailoverLevel = index < 3 ? 1 : null,
            Origin = new SourcePlace(File, "vCluster", index + 2),
        })],
        Datastores = [.. Enumerable.Range(1, 11).Select(DatastoreOf)],
        Licences =
        [
            new LicenceHolding("VMware vSphere 7 Enterprise Plus", "cpuPackage:32core", 48, 48, null, new SourcePlace(File, "vLicense", 2)),
            new LicenceHolding("VMware vCenter Server 7 Standard", "server", 2, 2, new DateOnly(2026, 10, 31), new SourcePlace(File, "vLicense", 3)),
        ],
        Rows = [new("vInfo", 241, 240), new("vHost", 24, 24), new("vCluster", 4, 4), new("vDatastore", 11, 11), new("vLicense", 2, 2), new("vDisk", 402, 402)],
    };

    private static VirtualMachine VmOf(string cluster, string site, int place, int number)
    {
        var isDatabase = place == 1;
        var (os, family) = isDatabase && number % 2 == 0 ? Guests[6] : Guests[number % Guests.Length];
        var vCpus = isDatabase ? 8 + (number % 4 * 8) : 2 + (number % 5 * 2);
        return new VirtualMachine
        {
            Name = place == 0 && number == 0 ? HostileName : FormattableString.Invariant($"{site[..3].ToLowerInvariant()}-{(isDatabase ? "ora" : "app")}{place}-{number + 1:000}"),
            Id = FormattableString.Invariant($"vm-{(place * 1000) + number}"),
            Power = number % 13 == 12 ? PowerState.Off : PowerState.On,
            IsTemplate = place == 3 && number is 12 or 25,
            VCpus = vCpus,
            Memory = ByteSize.FromGiB(isDatabase ? 64 + (number % 4 * 64) : vCpus * (4 + (number % 3 * 2))),
            Disk = ByteSize.FromGiB(isDatabase ? 900 : 120 + (number % 7 * 40)),
            Cluster = cluster,
            Datacenter = site,
            GuestOs = os,
            Guest = family,
            Origin = new SourcePlace(File, "vInfo", number + 2),
        };
    }

    private static Host HostOf(string cluster, string site, int place, int number) => new()
    {
        Name = FormattableString.Invariant($"esx-{site[..3].ToLowerInvariant()}-{(place * 10) + number:00}.example.com"),
        Cluster = cluster,
        Datacenter = site,
        CpuModel = "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz",
        Sockets = 2,
        Cores = 48,
        HyperThreading = true,
        Memory = ByteSize.FromGiB(768),
        Model = "PowerEdge R640",
        Version = "VMware ESXi 7.0.3 build-21930508",
        Origin = new SourcePlace(File, "vHost", (place * 8) + number + 1),
    };

    private static Datastore DatastoreOf(int number) => new()
    {
        Name = FormattableString.Invariant($"{(number <= 6 ? "HAM" : "MUC")}-SAN-{number:00}"),
        Type = "VMFS",
        Capacity = ByteSize.FromGiB(16 * 1024),
        Free = ByteSize.FromGiB(1500 + (number * 610)),
        HostCount = 12,
        Origin = new SourcePlace(File, "vDatastore", number + 1),
    };
}
