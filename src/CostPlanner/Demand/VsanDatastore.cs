using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>A vSAN datastore with what its VMs occupy on it, and whether their figures hold its copies already.</summary>
/// <param name="Datastore">The datastore; its capacity is raw.</param>
/// <param name="Vms">VMs on it, those powered off and templates too.</param>
/// <param name="Provisioned">Their disks as configured, without copies.</param>
/// <param name="InUse">What the source says they occupy; their disks as configured where it does not say.</param>
/// <param name="Unmeasured">VMs of which it does not say what they occupy.</param>
/// <param name="Copies">Copies that the storage policy keeps.</param>
public sealed record VsanDatastore(Datastore Datastore, int Vms, ByteSize Provisioned, ByteSize InUse, int Unmeasured, decimal Copies)
{
    /// <summary>VMs of which no size of any kind is known: they count as nothing, and what the pool needs is at least what it says.</summary>
    public int Unknown { get; init; }

    /// <summary>
    /// What the datastore has in use for each byte that its VMs say they occupy; null where either is not known. Near the number of copies the VMs' figures
    /// hold none, near 1 they hold all.
    /// </summary>
    public decimal? Ratio => Datastore.InUse is { Bytes: > 0 } used && InUse.Bytes > 0 && Unmeasured < Vms ? (decimal)used.Bytes / InUse.Bytes : null;

    /// <summary>Whether the VMs' figures hold the copies: only where the ratio is nearer to 1 than to the number of copies, and not far below 1.</summary>
    public bool HoldCopies => Copies > 1 && Ratio is { } ratio && ratio * ratio < Copies && ratio * ratio * Copies > 1;

    /// <summary>Whether the ratio is near 1 or near the number of copies, so that the figures confirm what was decided.</summary>
    public bool IsConfirmed => HoldCopies || (Ratio is { } ratio && ratio * ratio < Copies * Copies * Copies && ratio * ratio * Copies > 1);

    /// <summary>The vSAN datastores on which VMs lie, in the inventory's order.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="copies">Copies that the storage policy keeps.</param>
    public static ImmutableArray<VsanDatastore> Of(Inventory inventory, decimal copies)
    {
        if (!inventory.Datastores.Any(datastore => datastore.IsVsan))
        {
            return [];
        }

        var index = new DatastoreIndex(inventory);
        var lying = inventory.Vms.Where(vm => !vm.IsPlaceholder).ToLookup(index.Of);
        return
        [
            .. from datastore in inventory.Datastores
               where datastore.IsVsan && lying.Contains(datastore)
               let vms = lying[datastore].ToList()
               let occupied = Sum(vms.Select(vm => Occupied(vm) ?? vm.DiskAtLeast))
               select new VsanDatastore(
                   datastore, vms.Count, Sum(vms.Select(vm => vm.DiskAtLeast)), occupied, vms.Count(vm => Occupied(vm) is null), copies)
               {
                   Unknown = vms.Count(vm => Occupied(vm) is null && vm.Disk is null),
               },
        ];
    }

    /// <summary>
    /// What a VM takes of the pool's raw capacity: what it occupies, else its disks as configured, with the copies that its figure does not hold.
    /// </summary>
    public ByteSize Takes(VirtualMachine vm) => Occupied(vm) is { } used ? HoldCopies ? used : used * Copies : vm.DiskAtLeast * Copies;

    /// <summary>What a VM occupies; null where the source does not say, as where a VM with disks is said to occupy nothing.</summary>
    private static ByteSize? Occupied(VirtualMachine vm) => vm.DiskInUse is { } used && (used > ByteSize.Zero || vm.Disk is { Bytes: 0 }) ? used : null;

    private static ByteSize Sum(IEnumerable<ByteSize> sizes) => sizes.Aggregate(ByteSize.Zero, (sum, size) => sum + size);
}
