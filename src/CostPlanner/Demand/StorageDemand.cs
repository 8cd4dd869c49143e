using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>Which VMs need storage of hosts, and how much: inside their own host, or of the pool that vSAN makes of all hosts of a cluster.</summary>
internal sealed class StorageDemand
{
    private readonly DatastoreIndex index;
    private readonly Dictionary<Datastore, VsanDatastore> vsan;

    public StorageDemand(Inventory inventory, decimal copies)
    {
        index = new DatastoreIndex(inventory);
        vsan = VsanDatastore.Of(inventory, copies).ToDictionary(each => each.Datastore);
    }

    /// <summary>The VM's disks where they lie inside one host; zero where they lie on shared storage or on vSAN.</summary>
    public ByteSize Local(VirtualMachine vm) => index.Of(vm) is { IsInsideHosts: true, IsVsan: false } ? vm.DiskAtLeast : ByteSize.Zero;

    /// <summary>What the VM takes of a vSAN pool, copies and all; zero where it lies on none.</summary>
    public ByteSize Pooled(VirtualMachine vm) =>
        index.Of(vm) is { IsVsan: true } datastore && vsan.TryGetValue(datastore, out var its) ? its.Takes(vm) : ByteSize.Zero;
}
