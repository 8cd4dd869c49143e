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

        return new Section(ReportOutline.Hosts, Words.Of("hosts.hosts-and-utilisation"), Lead(result), blocks.ToImmutable());
    }

    private static string Lead(CaseStudy result)
    {
        var plans = result.Options.Where(option => option.Plan.Holds).Select(option => option.Plan.HostsUsed).Distinct().Order().ToList();
        var today = result.Baseline.Plan.HostsToday is { } hosts
            ? Words.Of("hosts.today-there-are", ("hosts", hosts))
            : Words.Of("hosts.today");
        return plans.Count switch
        {
            0 => Words.Of("hosts.lead", ("today", today)),
            1 => Words.Of("hosts.lead-every-plan-that", ("today", today), ("plans", Printed.Whole(plans[0]))),
            _ => Words.Of("hosts.lead-the-plans-that", ("today", today), ("plans", Printed.Whole(plans[0])), ("plans-2", Printed.Whole(plans[^1]))),
        };
    }

    private static string Rules(CaseStudy result)
    {
        var assumptions = result.Assumptions;
        var sizing = ReportOutline.Reference(result, ReportOutline.Sizing) is { } reference ? $" ({reference})" : "";
        var cpu = result.Inputs.Scenario.Sizing.Cpu.IsMeasured
            ? Words.Of("hosts.cpu", ("sizing", sizing))
            : Words.Of("hosts.vcpus-per-core", ("cpu-overcommit", Printed.Number(assumptions.Of(AssumptionIds.CpuOvercommit))));
        var memory = Printed.Number(assumptions.Of(AssumptionIds.MemoryOvercommit));
        return Words.Of(
            "hosts.rules",
            ("reference", ReportOutline.Reference(result, ReportOutline.Assumptions) ?? ""),
            ("cpu", cpu),
            ("memory", memory),
            ("cpu-target", Printed.Percent(assumptions.Of(AssumptionIds.CpuTarget))),
            ("memory-target", Printed.Percent(assumptions.Of(AssumptionIds.MemoryTarget))),
            ("reserved-cores", Printed.Number(assumptions.Of(AssumptionIds.ReservedCores))));
    }

    private static Table MisfitsOf(PlanGroup group)
    {
        var misfits = group.Plan.Clusters.SelectMany(cluster => cluster.Misfits.Select(misfit => (cluster.Cluster, misfit))).ToList();
        return new Table
        {
            Caption = Words.Of("hosts.caption", ("letter", group.Letter)),
            Columns = [new Column("VM", Width: 25), new Column(Words.Of("common.cluster"), Width: 20), new Column(Words.Of("hosts.what-stops-it"))],
            Rows =
            [
                .. misfits.Take(MisfitsShown).Select(each => new Row(
                    [new Cell(each.misfit.Demand.Vm.Name), new Cell(each.Cluster), new Cell(Sentences.Of(each.misfit.Reason))])),
            ],
            Note = misfits.Count > MisfitsShown ? Words.Of("hosts.note", ("misfits", Printed.Whole(misfits.Count - MisfitsShown))) : null,
        };
    }
}
