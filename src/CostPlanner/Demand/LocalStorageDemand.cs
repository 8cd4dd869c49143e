using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>Which VMs need storage inside their host, and how much.</summary>
/// <remarks>A VM counts where its configuration file lies; a VM with disks on several datastores is not split.</remarks>
internal sealed class LocalStorageDemand
{
    private readonly Dictionary<string, Datastore> inside;
    private readonly decimal vsanCopies;

    public LocalStorageDemand(Inventory inventory, decimal vsanCopies)
    {
        inside = inventory.Datastores
            .Where(datastore => datastore.IsInsideHosts)
            .DistinctBy(datastore => datastore.Name)
            .ToDictionary(datastore => datastore.Name, StringComparer.Ordinal);
        this.vsanCopies = vsanCopies;
    }

    /// <summary>The VM's disks, on vSAN with their copies; zero where they lie on shared storage.</summary>
    public ByteSize Of(VirtualMachine vm)
    {
        if (vm.Datastore is null || !inside.TryGetValue(vm.Datastore, out var datastore))
        {
            return ByteSize.Zero;
        }

        return datastore.IsVsan ? vm.Disk * vsanCopies : vm.Disk;
    }
}
