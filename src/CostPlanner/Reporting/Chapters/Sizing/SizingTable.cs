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
        Caption = $"What {result.Baseline.Option.Name} needs when its VMs are sized in different ways; costs over "
            + $"{Wording.Years(result.Inputs.Scenario.HorizonYears)}, {result.Inputs.Scenario.Currency.Code}",
        Columns =
        [
            new Column("VMs sized by", Width: 34),
            new Column("Cores", true),
            new Column("Memory", true),
            new Column("Hosts", true),
            new Column("Hosts against configured", true),
            new Column("Hardware, upkeep and platform licences", true),
        ],
        Rows = [.. study.Cases.Select(each => RowOf(each, study.Cases[0]))],
        Note = Note(result),
        IsKept = true,
    };

    /// <summary>What all VMs used together.</summary>
    public static Table OfLoad(SizingStudy study) => new()
    {
        Caption = "What was measured: all running VMs together, without headroom or growth",
        Columns =
        [
            new Column("Resource", Width: 28),
            new Column("Sum of peaks", true),
            new Column("Sum of p95", true),
            new Column("Most at one time", true),
            new Column("p95 over time", true),
            new Column("Average", true),
        ],
        Rows =
        [
            .. study.Cpu is { } cpu ? [LoadRow("CPU, busy cores of today's hosts", cpu, SizingWords.Cores)] : Array.Empty<Row>(),
            .. study.Memory is { } memory ? [LoadRow("Active memory", memory, mib => Printed.Size(ByteSize.FromMiB(mib)))] : Array.Empty<Row>(),
        ],
        Note = "The first two add up what VMs used at different times; the next two are of the sum over all VMs at each time.",
        IsKept = true,
    };

    private static Row RowOf(SizingCase each, SizingCase configured)
    {
        var cost = each.Costs.TotalOf(Compared);
        var holes = each.Costs.Lines.Any(line => line.IsHole && Compared.Contains(line.Category));
        return new Row(
        [
            new Cell(SizingWords.Of(each.Rules), each.IsScenarios ? Tone.Strong : Tone.Normal) { Below = each.IsScenarios ? "as this report is sized" : null },
            new Cell(SizingWords.Cores(each.Cores)),
            new Cell(Printed.Size(each.Memory)),
            each.Plan.Holds ? new Cell(Printed.Whole(each.Plan.HostsUsed), Tone.Strong) : Cell.Missing("no plan holds"),
            !each.Plan.Holds || !configured.Plan.Holds || each == configured ? Cell.Empty : new Cell(Signed(each.Plan.HostsUsed - configured.Plan.HostsUsed)),
            each.Plan.Holds ? new Cell(Printed.Whole(cost.Amount)) { Before = holes ? Wording.AtLeast : null } : Cell.Missing("no plan holds"),
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
        var reference = result.Inputs.Scenario.ReferenceCpu is { } cpu ? $" Cores are those of {cpu}." : "";
        return $"Cores and memory are what must be there at the hour that needs the most, growth included. Measured sizes have a headroom of "
            + $"{Printed.Number(assumptions.Of(AssumptionIds.CpuHeadroom))} for CPU and "
            + $"{Printed.Number(assumptions.Of(AssumptionIds.MemoryHeadroom))} for memory, and never exceed what a VM is configured with; as configured, "
            + $"{Printed.Number(assumptions.Of(AssumptionIds.CpuOvercommit))} vCPUs are one core.{reference}";
    }
}
