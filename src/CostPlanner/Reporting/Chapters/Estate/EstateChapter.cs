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
    private const string NotKnown = "not known";

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

        return new Section(ReportOutline.Estate, "The estate", Lead(result, counts), blocks.ToImmutable());
    }

    private static string Lead(CaseStudy result, EstateCounts counts) =>
        $"{Printed.Count(result.Baseline.Demand.Running.Length, "running VM")} with "
        + $"{Printed.Count(result.Baseline.Demand.Running.Sum(each => each.Vm.VCpus), "vCPU")} and "
        + $"{Printed.Size(MemoryOf(result))} of memory share {(counts.Hosts is { } hosts ? Printed.Count(hosts, "host") : "hosts that are not known")} in "
        + $"{Clusters(result.Inputs.Inventory)}.";

    private static string Clusters(Inventory inventory)
    {
        var (clusters, alone) = (inventory.Clusters.Length, inventory.Hosts.Count(host => host.Cluster is null));
        return (clusters, alone) switch
        {
            _ when !inventory.TellsClusters => "clusters that the inventory does not tell",
            (_, 0) => Printed.Count(clusters, "cluster"),
            (0, _) => "no cluster: each stands alone",
            _ => $"{Printed.Count(clusters, "cluster")}, {Printed.Whole(alone)} of them standing alone",
        };
    }

    private static Facts CountsOf(CaseStudy result, EstateCounts counts)
    {
        var demand = result.Baseline.Demand;
        return new Facts(
        [
            new Fact("VMs read", Printed.Whole(counts.Vms)),
            new Fact("of these running", Printed.Whole(demand.Running.Length)),
            .. counts.VmsOfUnknownPower > 0
                ? [new Fact("of these with an unknown power state", Printed.Whole(counts.VmsOfUnknownPower))]
                : ImmutableArray<Fact>.Empty,
            new Fact("powered off or suspended", Printed.Whole(demand.NotRunning.Length)),
            new Fact("templates", Printed.Whole(demand.Templates.Length)),
            new Fact("placeholders of another site", Printed.Whole(demand.Placeholders.Length)),
            new Fact("of unknown size, in no plan", Printed.Whole(counts.VmsOfUnknownSize)),
            new Fact("left out by the scenario", Printed.Whole(demand.LeftOut.Length)),
            .. Some("of the platform itself, not moved or staffed", demand.OfPlatform.Length + demand.DoneWithout.Length),
            .. Some("inaccessible or orphaned, in no plan", demand.Lost.Length),
            new Fact("vCPUs of running VMs", Printed.Whole(demand.Running.Sum(each => each.Vm.VCpus))),
            new Fact("Memory of running VMs", Printed.Size(MemoryOf(result))),
            new Fact("Disks of all VMs", DisksOf(counts)),
            new Fact("Hosts", Known(counts.Hosts)),
            new Fact("Cores", AtLeast(counts.Cores, counts.HostsNotDescribed)),
            new Fact("Cores to be licensed, 16 per CPU at least", AtLeast(counts.LicensableCores, counts.HostsNotDescribed)),
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
        var unknown => $"{Wording.AtLeast} {Printed.Size(counts.Disk)}; of {Printed.Count(unknown, "VM")} not known",
    };

    private static string Known(int? count) => count is { } known ? Printed.Whole(known) : NotKnown;

    private static string AtLeast(int? count, int unknown) => count is not null && unknown > 0 ? $"{Wording.AtLeast} {Known(count)}" : Known(count);

    private static string Counting(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var demand = result.Baseline.Demand;
        var cpus = demand.CpuUnit == CpuUnit.VCpus
            ? $"{Printed.Number(demand.Running.Sum(each => each.Cpu), 0)} vCPUs"
            : $"{Printed.Number(SizingComparison.Cores(demand, result.Assumptions), 0)} busy cores";
        var memory = Printed.Size(SizingComparison.Memory(demand));
        return "CPU and memory are counted for running VMs only; VMs that are powered off, and templates, hold storage alone. "
            + $"Grown to the end of {Wording.Years(scenario.HorizonYears)} and with the overhead of {result.Baseline.Option.Name} beside each VM, "
            + $"hosts must carry {cpus} and {memory}.{Unknown(result.Inputs.Inventory)}";
    }

    private static string Unknown(Inventory inventory)
    {
        var hosts = EstateCounts.Of(inventory).HostsNotDescribed;
        return hosts == 0 ? "" : $" The sockets, cores or memory of {Printed.Count(hosts, "host")} are not known: the counts of cores are lower bounds.";
    }
}
