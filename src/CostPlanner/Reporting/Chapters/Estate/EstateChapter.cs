using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Licences;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>What was read of the estate, and what of it counts.</summary>
internal static class EstateChapter
{
    private static string NotKnown => Words.Of("common.not-known");

    public static Section Of(CaseStudy result)
    {
        var inventory = result.Inputs.Inventory;
        var counts = EstateCounts.Of(inventory);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(CountsOf(result, counts));
        blocks.Add(new Paragraph(Counting(result)));
        blocks.Add(ClustersTable.Of(inventory));
        blocks.Add(GuestsTable.Of(result.Baseline.Demand, result.Inputs.Scenario.Placement));
        blocks.AddRange(PlatformVmsTable.Of(result));
        blocks.AddRange(SelectionsTable.Of(result));
        if (!inventory.Datastores.IsEmpty)
        {
            blocks.Add(DatastoresTable.Of(inventory.Datastores));
        }

        if (!inventory.Licences.IsEmpty)
        {
            blocks.Add(HoldingsTable.Of(inventory.Licences));
        }

        if (!inventory.Rows.IsEmpty)
        {
            blocks.Add(RowsTable.Of(result));
        }

        return new Section(ReportOutline.Estate, Words.Of("estate.the-estate"), Lead(result, counts), blocks.ToImmutable());
    }

    private static string Lead(CaseStudy result, EstateCounts counts) =>
        Words.Of(
            "estate.lead-with-and-of",
            ("running", result.Baseline.Demand.Running.Length),
            ("running-2", result.Baseline.Demand.Running.Sum(each => each.Vm.VCpus)),
            ("memory", Printed.Size(MemoryOf(result))),
            ("hosts", counts.Hosts is { } hosts ? Printed.Count(hosts, "host") : Words.Of("estate.lead")),
            ("clusters", Clusters(result.Inputs.Inventory)));

    private static string Clusters(Inventory inventory)
    {
        var (clusters, alone) = (inventory.Clusters.Length, inventory.Hosts.Count(host => host.Cluster is null));
        return (clusters, alone) switch
        {
            _ when !inventory.TellsClusters => Words.Of("estate.clusters"),
            (_, 0) => Printed.Count(clusters, "cluster"),
            (0, _) => Words.Of("estate.clusters-no-cluster-each"),
            _ => Words.Of("estate.of-them-standing-alone", ("clusters", clusters), ("alone", Printed.Whole(alone))),
        };
    }

    private static Facts CountsOf(CaseStudy result, EstateCounts counts)
    {
        var demand = result.Baseline.Demand;
        return new Facts(
        [
            new Fact(Words.Of("estate.vms-read"), Printed.Whole(counts.Vms)),
            new Fact(Words.Of("estate.of-these-running"), Printed.Whole(demand.Running.Length)),
            .. counts.VmsOfUnknownPower > 0
                ? [new Fact(Words.Of("estate.counts"), Printed.Whole(counts.VmsOfUnknownPower))]
                : ImmutableArray<Fact>.Empty,
            new Fact(Words.Of("estate.powered-off-or-suspended"), Printed.Whole(demand.NotRunning.Length)),
            new Fact(Words.Of("estate.templates"), Printed.Whole(demand.Templates.Length)),
            new Fact(Words.Of("estate.placeholders-of-another-site"), Printed.Whole(demand.Placeholders.Length)),
            new Fact(Words.Of("estate.counts-of-unknown-size"), Printed.Whole(counts.VmsOfUnknownSize)),
            new Fact(Words.Of("estate.counts-left-out-by"), Printed.Whole(demand.LeftOut.Length)),
            .. Some(Words.Of("estate.counts-of-the-platform"), demand.OfPlatform.Length + demand.DoneWithout.Length),
            .. Some(Words.Of("estate.counts-inaccessible-or-orphaned"), demand.Lost.Length),
            new Fact(Words.Of("estate.vcpus-of-running-vms"), Printed.Whole(demand.Running.Sum(each => each.Vm.VCpus))),
            new Fact(Words.Of("estate.memory-of-running-vms"), Printed.Size(MemoryOf(result))),
            new Fact(Words.Of("estate.disks-of-all-vms"), DisksOf(counts)),
            new Fact(Words.Of("common.hosts"), Known(counts.Hosts)),
            new Fact(Words.Of("common.cores"), AtLeast(counts.Cores, counts.HostsNotDescribed)),
            new Fact(Words.Of("estate.counts-cores-to-be"), AtLeast(counts.LicensableCores, counts.HostsNotDescribed)),
        ]);
    }

    /// <summary>A line that stands only where there is something to count.</summary>
    private static Fact[] Some(string label, int count) => count == 0 ? [] : [new Fact(label, Printed.Whole(count))];

    private static ByteSize MemoryOf(CaseStudy result) =>
        result.Baseline.Demand.Running.Aggregate(ByteSize.Zero, (sum, each) => sum + each.Vm.Memory);

    private static string DisksOf(EstateCounts counts) => counts.VmsOfUnknownDisk switch
    {
        0 => Printed.Size(counts.Disk),
        var unknown when unknown == counts.Vms - counts.VmsOfUnknownSize => NotKnown,
        var unknown => Words.Of("estate.of-not-known", ("at-least", Wording.AtLeast), ("disk", Printed.Size(counts.Disk)), ("unknown", unknown)),
    };

    private static string Known(int? count) => count is { } known ? Printed.Whole(known) : NotKnown;

    private static string AtLeast(int? count, int unknown) => count is not null && unknown > 0 ? $"{Wording.AtLeast} {Known(count)}" : Known(count);

    private static string Counting(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var demand = result.Baseline.Demand;
        var cpus = demand.CpuUnit == CpuUnit.VCpus
            ? Words.Of("estate.vcpus", ("running", Printed.Number(demand.Running.Sum(each => each.Cpu), 0)))
            : Words.Of("estate.busy-cores", ("cores", Printed.Number(SizingComparison.Cores(demand, result.Assumptions), 0)));
        var memory = Printed.Size(SizingComparison.Memory(demand));
        return Words.Of(
            "estate.counting",
            ("years", scenario.HorizonYears),
            ("option", result.Baseline.Option.Name),
            ("cpus", cpus),
            ("memory", memory),
            ("unknown", Unknown(result.Inputs.Inventory)));
    }

    private static string Unknown(Inventory inventory)
    {
        var hosts = EstateCounts.Of(inventory).HostsNotDescribed;
        return hosts == 0 ? "" : Words.Of("estate.unknown", ("hosts", hosts));
    }
}
