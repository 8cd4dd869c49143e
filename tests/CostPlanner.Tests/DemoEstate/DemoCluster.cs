namespace CostPlanner.Tests.DemoEstate;

/// <summary>A cluster of equal hosts of the invented company.</summary>
/// <param name="Name">The cluster.</param>
/// <param name="Datacenter">The site.</param>
/// <param name="HostPrefix">Hosts are called prefix, number, domain.</param>
/// <param name="HostCount">How many hosts.</param>
/// <param name="Model">The server.</param>
/// <param name="Cpu">The CPU in the words of the hypervisor.</param>
/// <param name="Sockets">CPUs of a host.</param>
/// <param name="CoresPerSocket">Cores of a CPU.</param>
/// <param name="Mhz">Clock of a core.</param>
/// <param name="MemoryMiB">What the hypervisor sees of the installed memory.</param>
/// <param name="Evc">The baseline that all its CPUs share.</param>
/// <param name="Datastores">Shared datastores, each of <paramref name="DatastoreMiB"/>.</param>
/// <param name="DatastoreMiB">The capacity of one datastore.</param>
/// <param name="DatastoreType">VMFS or NFS.</param>
public sealed record DemoCluster(
    string Name, string Datacenter, string HostPrefix, int HostCount, string Model, string Cpu, int Sockets, int CoresPerSocket, int Mhz,
    int MemoryMiB, string Evc, IReadOnlyList<string> Datastores, int DatastoreMiB, string DatastoreType)
{
    private const int TiB = 1 << 20;

    /// <summary>Nordhaven Logistics runs two sites, 24 hosts, 1,040 cores.</summary>
    public static IReadOnlyList<DemoCluster> All { get; } =
    [
        new("PROD-A", "Nordhaven", "nh-esx-a", 12, "PowerEdge R740", "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 2, 24, 2993, 786_099, "intel-cascadelake",
            ["nh-a-vmfs-01", "nh-a-vmfs-02", "nh-a-vmfs-03", "nh-a-vmfs-04"], 20 * TiB, "VMFS"),
        new("PROD-B", "Westkai", "nh-esx-b", 6, "PowerEdge R740", "Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz", 2, 24, 2993, 786_099, "intel-cascadelake",
            ["nh-b-vmfs-01", "nh-b-vmfs-02"], 20 * TiB, "VMFS"),
        new("DB-A", "Nordhaven", "nh-esx-d", 4, "PowerEdge R750", "Intel(R) Xeon(R) Gold 6354 CPU @ 3.00GHz", 2, 18, 2992, 1_048_243, "intel-icelake",
            ["nh-d-vmfs-01", "nh-d-vmfs-02"], 16 * TiB, "VMFS"),
        new("DMZ-B", "Westkai", "nh-esx-z", 2, "PowerEdge R650xs", "Intel(R) Xeon(R) Gold 6326 CPU @ 2.90GHz", 1, 16, 2893, 261_811, "intel-icelake",
            ["nh-z-nfs-01"], 6 * TiB, "NFS"),
    ];

    /// <summary>The full name of its n-th host, counted from 1.</summary>
    public string Host(int number) => FormattableString.Invariant($"{HostPrefix}{number:00}.nordhaven.example");
}
