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
        var datastore = vsan.Datastore;
        var said = vsan.Ratio is { } ratio
            ? Message.Of("vsan-copies.ratio", ("in-use", datastore.InUse!.Value), ("ratio", ratio))
            : Message.Of("vsan-copies.no-ratio");
        var factor = vsan.HoldCopies ? Message.Of("vsan-copies.held")
            : vsan.Unmeasured == vsan.Vms ? Message.Of("vsan-copies.of-provisioned", ("copies", vsan.Copies))
            : Message.Of("vsan-copies.of-in-use", ("copies", vsan.Copies));
        yield return new Finding(
            vsan.IsConfirmed ? Severity.Note : Severity.Warning,
            "vsan-copies",
            Message.Of(
                "vsan-copies",
                ("datastore", datastore.Name), ("vms", vsan.Vms), ("in-use", vsan.InUse), ("provisioned", vsan.Provisioned), ("said", said)),
            datastore.Origin,
            factor,
            vsan.IsConfirmed ? null : Message.Of("vsan-copies.mend"));
        if (vsan.Unmeasured > 0)
        {
            yield return new Finding(
                Severity.Warning,
                "vsan-use-unknown",
                Message.Of("vsan-use-unknown", ("datastore", datastore.Name), ("unmeasured", vsan.Unmeasured), ("vms", vsan.Vms)),
                datastore.Origin,
                vsan.Unknown > 0 ? Message.Of("vsan-use-unknown.no-size", ("unknown", vsan.Unknown)) : Message.Of("vsan-use-unknown.done"),
                Message.Of("vsan-use-unknown.mend"));
        }

        if (datastore.Hosts.IsEmpty)
        {
            yield return new Finding(
                Severity.Warning,
                "vsan-hosts-unknown",
                Message.Of("vsan-hosts-unknown", ("datastore", datastore.Name)),
                datastore.Origin,
                Message.Of("vsan-hosts-unknown.done"),
                Message.Of("vsan-hosts-unknown.mend"));
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
            Message.Of(
                "datastore-not-listed",
                ("vms", lost.Count),
                ("datastores", names.Count),
                ("names", Some(names)),
                ("vsan", vsan.Count > 0 ? Message.Of("datastore-not-listed.vsan", ("names", Message.List(vsan.Take(Named)))) : Message.None)),
            lost[0].Origin with { Row = null },
            Message.Of("datastore-not-listed.done"),
            Message.Of("datastore-not-listed.mend"));
    }

    private static Message Some(List<string> names) => names.Count > Named
        ? Message.Of("names.cut", ("names", Message.List(names.Take(Named))))
        : Message.Of("names.all", ("names", Message.List(names)));

    private static int Named => 2;
}
