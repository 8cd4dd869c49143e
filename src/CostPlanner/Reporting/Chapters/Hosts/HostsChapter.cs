using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Estate;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>Hosts and utilisation, cluster by cluster; options whose plans read alike share a table.</summary>
internal static class HostsChapter
{
    private const int MisfitsShown = 40;

    public static Section Of(CaseStudy result)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(new Paragraph(Rules(result)));
        blocks.AddRange(RulesTable.Of(result));
        blocks.AddRange(RulesTable.OfInventory(result));
        blocks.AddRange(StagesTable.Of(result));
        foreach (var group in PlanGroup.Of(result))
        {
            blocks.Add(PlanTable.Of(group));
            if (!group.Plan.Holds && group.Plan.Clusters.Any(cluster => !cluster.Misfits.IsEmpty))
            {
                blocks.Add(MisfitsOf(group));
            }
        }

        return new Section(ReportOutline.Hosts, "Hosts and utilisation", Lead(result), blocks.ToImmutable());
    }

    private static string Lead(CaseStudy result)
    {
        var plans = result.Options.Where(option => option.Plan.Holds).Select(option => option.Plan.HostsUsed).Distinct().Order().ToList();
        var today = result.Baseline.Plan.HostsToday is { } hosts
            ? $"Today there are {Printed.Count(hosts, "host")}"
            : "How many hosts there are today is not known";
        return plans.Count switch
        {
            0 => $"{today}; no option finds a place for every VM.",
            1 => $"{today}; every plan that holds needs {Printed.Whole(plans[0])}.",
            _ => $"{today}; the plans that hold need {Printed.Whole(plans[0])} to {Printed.Whole(plans[^1])}.",
        };
    }

    private static string Rules(CaseStudy result)
    {
        var assumptions = result.Assumptions;
        var sizing = ReportOutline.Reference(result, ReportOutline.Sizing) is { } reference ? $" ({reference})" : "";
        var cpu = result.Inputs.Scenario.Sizing.Cpu.IsMeasured
            ? $"CPU by the cores that VMs kept busy{sizing}, each core counted once"
            : $"{Printed.Number(assumptions.Of(AssumptionIds.CpuOvercommit))} vCPUs per core";
        var memory = Printed.Number(assumptions.Of(AssumptionIds.MemoryOvercommit));
        return $"The same rules for every option, unless {ReportOutline.Reference(result, ReportOutline.Assumptions)} says otherwise: {cpu}, "
            + $"memory promised {memory} : 1, {Printed.Percent(assumptions.Of(AssumptionIds.CpuTarget))} of the CPU and "
            + $"{Printed.Percent(assumptions.Of(AssumptionIds.MemoryTarget))} of the memory filled at most, "
            + $"{Printed.Number(assumptions.Of(AssumptionIds.ReservedCores))} cores of each host kept for the hypervisor. "
            + "Each VM is placed by name on a host; the placement stands in result.json.";
    }

    private static Table MisfitsOf(PlanGroup group)
    {
        var misfits = group.Plan.Clusters.SelectMany(cluster => cluster.Misfits.Select(misfit => (cluster.Cluster, misfit))).ToList();
        return new Table
        {
            Caption = $"Plan {group.Letter}: VMs without a place",
            Columns = [new Column("VM", Width: 25), new Column("Cluster", Width: 20), new Column("What stops it")],
            Rows =
            [
                .. misfits.Take(MisfitsShown).Select(each => new Row(
                    [new Cell(each.misfit.Demand.Vm.Name), new Cell(each.Cluster), new Cell(Sentences.Of(each.misfit.Reason))])),
            ],
            Note = misfits.Count > MisfitsShown ? $"{Printed.Whole(misfits.Count - MisfitsShown)} more stand in result.json." : null,
        };
    }
}
