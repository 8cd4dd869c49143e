using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Demand;

/// <summary>What the user should know about where the estate's disks lie: vSAN, and datastores that are not listed.</summary>
public static class StorageFindings
{
    /// <summary>What was read of each vSAN datastore and whether its VMs' figures hold copies; VMs on datastores that the inventory does not list.</summary>
    public static ImmutableArray<Finding> Of(Inventory inventory, AssumptionSet assumptions) =>
    [
        .. VsanDatastore.Of(inventory, assumptions.Of(AssumptionIds.StorageCopies)).SelectMany(OfVsan),
        .. NotListed(inventory),
    ];

    private static IEnumerable<Finding> OfVsan(VsanDatastore vsan)
    {
        var (datastore, counted) = (vsan.Datastore, vsan.Unmeasured == vsan.Vms ? "what is provisioned" : "what is in use");
        var said = vsan.Ratio is { } ratio
            ? FormattableString.Invariant($"the datastore has {datastore.InUse!.Value.TiB:#,0.0} TiB in use, {ratio:0.0#} times as much")
            : "the source does not tell both what the datastore and what its VMs have in use";
        var factor = vsan.HoldCopies
            ? "the VMs' figures hold the copies: they were not multiplied again"
            : FormattableString.Invariant($"the VMs' figures were taken to hold no copies: {counted} was counted {vsan.Copies:0.##} times (storage-copies)");
        yield return new Finding(
            vsan.IsConfirmed ? Severity.Note : Severity.Warning,
            "vsan-copies",
            FormattableString.Invariant($"vSAN datastore {datastore.Name}: its {vsan.Vms} VMs use {vsan.InUse.TiB:#,0.0} TiB of {vsan.Provisioned.TiB:#,0.0} TiB provisioned; {said}"),
            datastore.Origin,
            factor,
            vsan.IsConfirmed ? null : "check the figures of vInfo and vDatastore; set storage_policy or storage-copies to the policy in use");
        if (vsan.Unmeasured > 0)
        {
            yield return new Finding(
                Severity.Warning,
                "vsan-use-unknown",
                FormattableString.Invariant($"vSAN datastore {datastore.Name}: the source does not say what {vsan.Unmeasured} of its {vsan.Vms} VMs have in use"),
                datastore.Origin,
                "their provisioned size was counted instead"
                    + (vsan.Unknown > 0 ? FormattableString.Invariant($"; of {vsan.Unknown} no size is known: they count as nothing, and the pool needs more than is said") : ""),
                "export vInfo with the column In Use MiB");
        }

        if (datastore.Hosts.IsEmpty)
        {
            yield return new Finding(
                Severity.Warning,
                "vsan-hosts-unknown",
                $"vSAN datastore {datastore.Name}: the source does not say which hosts hold it",
                datastore.Origin,
                "its raw capacity was shared equally among the hosts of the clusters of its VMs",
                "export vDatastore with the column Hosts");
        }
    }

    /// <summary>One finding for all VMs whose datastore is not listed: whether it is vSAN, inside a host or shared is not known.</summary>
    private static IEnumerable<Finding> NotListed(Inventory inventory)
    {
        var listed = inventory.Datastores.Select(datastore => datastore.Name).ToHashSet(StringComparer.Ordinal);
        var lost = inventory.Vms.Where(vm => vm is { Datastore: not null, IsPlaceholder: false } && !listed.Contains(vm.Datastore!)).ToList();
        if (lost.Count == 0)
        {
            yield break;
        }

        var names = lost.Select(vm => vm.Datastore!).Distinct().Order(StringComparer.Ordinal).ToList();
        var vsan = names.Where(name => name.Contains("vsan", StringComparison.OrdinalIgnoreCase)).ToList();
        yield return new Finding(
            Severity.Warning,
            "datastore-not-listed",
            FormattableString.Invariant($"{lost.Count} {(lost.Count == 1 ? "VM lies" : "VMs lie")} on {names.Count} {(names.Count == 1 ? "datastore" : "datastores")} that the inventory does not list ({string.Join(", ", names.Take(Named))}{(names.Count > Named ? ", ..." : "")}): their type and capacity are not known")
                + (vsan.Count > 0 ? $"; {string.Join(", ", vsan.Take(Named))} by its name may be vSAN" : ""),
            lost[0].Origin with { Row = null },
            "they were taken as shared storage, which no plan checks and no option buys",
            "export vDatastore (RVTools: all sheets), above all where hosts are to be replaced");
    }

    private static int Named => 2;
}
