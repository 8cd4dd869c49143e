using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Sizing;

namespace CostPlanner.Reporting.Chapters.Sizing;

/// <summary>The tables of the chapter on sizing: what was measured, and what each way of sizing would buy.</summary>
internal static class SizingTable
{
    private static readonly CostCategory[] Compared = [CostCategory.Hardware, CostCategory.HardwareMaintenance, CostCategory.PlatformLicences];

    /// <summary>The ways of sizing, side by side.</summary>
    public static Table OfCases(CaseStudy result, SizingStudy study) => new()
    {
        Caption = Words.Of(
            "sizing.caption",
            ("option", result.Baseline.Option.Name),
            ("years", result.Inputs.Scenario.HorizonYears),
            ("currency", result.Inputs.Scenario.Currency.Code)),
        Columns =
        [
            new Column(Words.Of("sizing.vms-sized-by"), Width: 34),
            new Column(Words.Of("common.cores"), true),
            new Column(Words.Of("common.memory"), true),
            new Column(Words.Of("common.hosts"), true),
            new Column(Words.Of("sizing.hosts-against-configured"), true),
            new Column(Words.Of("sizing.columns"), true),
        ],
        Rows = [.. study.Cases.Select(each => RowOf(each, study.Cases[0]))],
        Note = Note(result),
        IsKept = true,
    };

    /// <summary>What all VMs used together.</summary>
    public static Table OfLoad(SizingStudy study) => new()
    {
        Caption = Words.Of("sizing.caption-what-was-measured"),
        Columns =
        [
            new Column(Words.Of("sizing.resource"), Width: 28),
            new Column(Words.Of("sizing.sum-of-peaks"), true),
            new Column(Words.Of("sizing.sum-of-p95"), true),
            new Column(Words.Of("sizing.most-at-one-time"), true),
            new Column(Words.Of("sizing.p95-over-time"), true),
            new Column(Words.Of("sizing.average"), true),
        ],
        Rows =
        [
            .. study.Cpu is { } cpu ? [LoadRow(Words.Of("sizing.rows"), cpu, SizingWords.Cores)] : Array.Empty<Row>(),
            .. study.Memory is { } memory
                ? [LoadRow(Words.Of("sizing.active-memory"), memory, mib => Printed.Size(ByteSize.FromMiB(mib)))]
                : Array.Empty<Row>(),
        ],
        Note = Words.Of("sizing.note"),
        IsKept = true,
    };

    private static Row RowOf(SizingCase each, SizingCase configured)
    {
        var cost = each.Costs.TotalOf(Compared);
        var holes = each.Costs.Lines.Any(line => line.IsHole && Compared.Contains(line.Category));
        return new Row(
        [
            new Cell(SizingWords.Of(each.Rules), each.IsScenarios ? Tone.Strong : Tone.Normal) { Below = each.IsScenarios ? Words.Of("sizing.below") : null },
            new Cell(SizingWords.Cores(each.Cores)),
            new Cell(Printed.Size(each.Memory)),
            each.Plan.Holds ? new Cell(Printed.Whole(each.Plan.HostsUsed), Tone.Strong) : Cell.Missing(Words.Of("sizing.no-plan-holds")),
            !each.Plan.Holds || !configured.Plan.Holds || each == configured ? Cell.Empty : new Cell(Signed(each.Plan.HostsUsed - configured.Plan.HostsUsed)),
            each.Plan.Holds ? new Cell(Printed.Whole(cost.Amount)) { Before = holes ? Wording.AtLeast : null } : Cell.Missing(Words.Of("sizing.no-plan-holds")),
        ]);
    }

    private static Row LoadRow(string name, EstateLoad load, Func<decimal, string> printed) => new(
    [
        new Cell(name), new Cell(printed(load.SumOfPeaks)), new Cell(printed(load.SumOfP95)), new Cell(printed(load.CoincidentPeak), Tone.Strong),
        new Cell(printed(load.CoincidentP95)), new Cell(printed(load.SumOfAverages)),
    ]);

    private static string Signed(int difference) => (difference > 0 ? "+" : "") + Printed.Whole(difference);

    private static string Note(CaseStudy result)
    {
        var assumptions = result.Assumptions;
        var reference = result.Inputs.Scenario.ReferenceCpu is { } cpu ? Words.Of("sizing.cores-are-those-of", ("cpu", cpu)) : "";
        return Words.Of(
            "sizing.note-cores-and-memory",
            ("cpu-headroom", Printed.Number(assumptions.Of(AssumptionIds.CpuHeadroom))),
            ("memory-headroom", Printed.Number(assumptions.Of(AssumptionIds.MemoryHeadroom))),
            ("cpu-overcommit", Printed.Number(assumptions.Of(AssumptionIds.CpuOvercommit))),
            ("reference", reference));
    }
}
