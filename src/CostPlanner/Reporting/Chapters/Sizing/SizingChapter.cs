using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Reporting.Chapters.Estate;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Sizing;

namespace CostPlanner.Reporting.Chapters.Sizing;

/// <summary>What the VMs used over time, and what sizing them by it would buy; a chapter only where use was measured.</summary>
internal static class SizingChapter
{
    public static Section Of(CaseStudy result, SizingStudy study)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(SizingTable.OfCases(result, study));
        blocks.Add(new Paragraph(Meaning(result, study)));
        if (study.Cpu is { } cpu)
        {
            blocks.Add(ChartOf(cpu));
        }

        if (study.Cpu is not null || study.Memory is not null)
        {
            blocks.Add(SizingTable.OfLoad(study));
        }

        blocks.Add(new Notice("What these figures can say, and what not", Limits(result, study)));
        blocks.AddRange(UsageLists.Of(result, study));
        return new Section(ReportOutline.Sizing, "Sizing by what was used", Lead(study), blocks.ToImmutable(), StartsPage: true);
    }

    private static string Lead(SizingStudy study)
    {
        var held = study.Cases.Where(each => each.Plan.Holds).ToList();
        if (held.Count == 0)
        {
            return "However the VMs are sized, no plan of the baseline holds.";
        }

        var said = held.Where(each => each.Rules.Cpu == each.Rules.Memory)
            .Select(each => $"{(each.Rules.Cpu.IsMeasured ? "by " : "")}{SizingWords.Of(each.Rules.Cpu, each.Rules)}: {Printed.Whole(each.Plan.HostsUsed)}");
        return $"Hosts of the baseline, by how its VMs are sized: {string.Join("; ", said)}.";
    }

    private static string Meaning(CaseStudy result, SizingStudy study)
    {
        if (study.Cpu is not { } cpu || cpu.CoincidentPeak == 0)
        {
            return "A VM's peak and its percentile say nothing about when it was busy; hour by hour, VMs that are busy at different times share a host.";
        }

        var at = cpu.CoincidentAt.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture);
        return $"All VMs together never kept more than {SizingWords.Cores(cpu.CoincidentPeak)} cores busy ({at} UTC). Their peaks add up to "
            + $"{Times(cpu.SumOfPeaks)} of that and their p95 to {Times(cpu.SumOfP95)}, "
            + "because they are not busy at the same time: a percentile of the sum is not the sum of percentiles. "
            + (cpu.SumOfP95 >= cpu.CoincidentPeak
                ? "The sum of p95 buys more than was ever needed at once."
                : "The sum of p95 is less than was needed at once: hosts bought by it would have been too few at that time.")
            + $" {Promised(result, cpu)}";

        string Times(decimal sum) => Printed.Number(sum / cpu.CoincidentPeak, 2) + " times";
    }

    /// <summary>As configured, cores are promised by the overcommit, whatever VMs do with them.</summary>
    private static string Promised(CaseStudy result, EstateLoad cpu)
    {
        var overcommit = result.Assumptions.Of(AssumptionIds.CpuOvercommit);
        var promised = result.Baseline.Demand.Running.Sum(vm => vm.Vm.VCpus) / overcommit;
        return $"Today's vCPUs, {Printed.Number(overcommit)} to a core, are promised {SizingWords.Cores(promised)} cores: "
            + (promised < cpu.CoincidentPeak
                ? "fewer than they kept busy at once, so hosts bought by that ratio would have been too few at that time."
                : $"{Printed.Number(promised / cpu.CoincidentPeak, 2)} times what they kept busy at once.");
    }

    private static HourLines ChartOf(EstateLoad cpu)
    {
        var hours = cpu.Hours.Length;
        return new HourLines(
            "CPU of all running VMs together, hour by hour",
            "busy cores",
            [
                new HourLine(
                    "Sum of the VMs' peaks", SizingWords.Cores(cpu.SumOfPeaks), [.. Enumerable.Repeat((decimal?)cpu.SumOfPeaks, hours)], LineRole.AtLeast),
                new HourLine("Sum of the VMs' p95", SizingWords.Cores(cpu.SumOfP95), [.. Enumerable.Repeat((decimal?)cpu.SumOfP95, hours)], LineRole.Other),
                new HourLine(
                    "Most in the hour", $"at most {SizingWords.Cores(cpu.CoincidentPeak)}", [.. cpu.Hours.Select(hour => hour.Peak)], LineRole.Cheapest),
                new HourLine(
                    "Average in the hour", $"{SizingWords.Cores(cpu.SumOfAverages)} in all", [.. cpu.Hours.Select(hour => hour.Average)], LineRole.Baseline),
            ]);
    }

    private static ImmutableArray<string> Limits(CaseStudy result, SizingStudy study)
    {
        var usage = study.Usage;
        var running = study.Review.All.Length + study.Review.NeverSeen.Length;
        var points = ImmutableArray.CreateBuilder<string>();
        points.Add(
            $"{Printed.Whole(study.Review.All.Length)} of {Printed.Count(running, "running VM")} were seen, from {Moment(usage.Start)} to {Moment(usage.End)} "
                + $"UTC ({Printed.Number((decimal)usage.Period.TotalDays, 1)} days), "
            + $"one sample for {Printed.Number((decimal)usage.Interval.TotalMinutes, 1)} minutes. What is shorter is averaged away.");
        if (!study.Review.All.IsEmpty)
        {
            points.Add(
                $"On average a VM was seen in {Printed.Percent(study.Review.All.Average(each => each.Seen.Value))} of that time; "
                    + $"{Printed.Count(study.Review.LittleSeen.Length, "VM")} in less than "
                + $"{Printed.Percent(result.Assumptions.Of(AssumptionIds.UsageCoverage))}.");
        }

        if (usage.Period < Duration.Week)
        {
            points.Add("Less than a week was seen: nothing may be concluded about weekly work.");
        }
        else if (usage.Period < Duration.ShortestMonth)
        {
            points.Add("Less than a month was seen: nothing may be concluded about the end of a month.");
        }
        else
        {
            points.Add("Work of a quarter's or a year's end is in it only if it fell into that time.");
        }

        points.Add(
            "Active memory is what guests touched lately. They fill the rest with caches that they would miss: size memory by it only where you mean to.");
        points.Add(
            $"Percentiles are taken {(result.Inputs.Scenario.Sizing.Percentiles == PercentileMethod.NearestRank ? "by nearest rank" : "by interpolation")}; "
                + "hours are those of UTC.");
        return points.ToImmutable();
    }

    private static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
