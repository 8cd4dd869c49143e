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

        blocks.Add(new Notice(Words.Of("sizing.what-these-figures"), Limits(result, study)));
        blocks.AddRange(UsageLists.Of(result, study));
        return new Section(ReportOutline.Sizing, Words.Of("sizing.sizing-by-what"), Lead(study), blocks.ToImmutable(), StartsPage: true);
    }

    private static string Lead(SizingStudy study)
    {
        var held = study.Cases.Where(each => each.Plan.Holds).ToList();
        if (held.Count == 0)
        {
            return Words.Of("sizing.lead");
        }

        var said = held.Where(each => each.Rules.Cpu == each.Rules.Memory)
            .Select(each => (By: each.Rules.Cpu.IsMeasured ? Words.Of("sizing.by") : "", How: SizingWords.Of(each.Rules.Cpu, each.Rules), each.Plan.HostsUsed))
            .Select(each => $"{each.By}{each.How}: {Printed.Whole(each.HostsUsed)}");
        return Words.Of("sizing.lead-hosts-of-the", ("said", string.Join("; ", said)));
    }

    private static string Meaning(CaseStudy result, SizingStudy study)
    {
        if (study.Cpu is not { } cpu || cpu.CoincidentPeak == 0)
        {
            return Words.Of("sizing.meaning");
        }

        var at = Printed.Moment(cpu.CoincidentAt);
        return Words.Of(
            "sizing.meaning-all-vms-together",
            ("cores", SizingWords.Cores(cpu.CoincidentPeak)),
            ("at", at),
            ("times", Times(cpu.SumOfPeaks)),
            ("times-2", Times(cpu.SumOfP95)),
            ("sum-of-p95", cpu.SumOfP95 >= cpu.CoincidentPeak
                ? Words.Of("sizing.meaning-the-sum-of")
                : Words.Of("sizing.meaning-the-sum-of-p95-is-less")),
            ("promised", Promised(result, cpu)));

        string Times(decimal sum) => Words.Of("sizing.times", ("sum", Printed.Number(sum / cpu.CoincidentPeak, 2)));
    }

    /// <summary>As configured, cores are promised by the overcommit, whatever VMs do with them.</summary>
    private static string Promised(CaseStudy result, EstateLoad cpu)
    {
        var overcommit = result.Assumptions.Of(AssumptionIds.CpuOvercommit);
        var promised = result.Baseline.Demand.Running.Sum(vm => vm.Vm.VCpus) / overcommit;
        return Words.Of(
            "sizing.promised-today-s-vcpus",
            ("overcommit", Printed.Number(overcommit)),
            ("cores", SizingWords.Cores(promised)),
            ("promised", promised < cpu.CoincidentPeak
                ? Words.Of("sizing.promised")
                : Words.Of("sizing.promised-times-what-they", ("promised", Printed.Number(promised / cpu.CoincidentPeak, 2)))));
    }

    private static HourLines ChartOf(EstateLoad cpu)
    {
        var hours = cpu.Hours.Length;
        return new HourLines(
            Words.Of("sizing.chart"),
            Words.Of("common.busy-cores"),
            [
                new HourLine(
                    Words.Of("sizing.chart-sum-of-the"), SizingWords.Cores(cpu.SumOfPeaks), [
                        .. Enumerable.Repeat((decimal?)cpu.SumOfPeaks, hours),
                    ], LineRole.AtLeast),
                new HourLine(
                    Words.Of("sizing.chart-sum-of-the-vms-p95"),
                    SizingWords.Cores(cpu.SumOfP95),
                    [.. Enumerable.Repeat((decimal?)cpu.SumOfP95, hours)],
                    LineRole.Other),
                new HourLine(
                    Words.Of("sizing.most-in-the-hour"), Words.Of(
                        "sizing.at-most", ("cores", SizingWords.Cores(cpu.CoincidentPeak))), [.. cpu.Hours.Select(hour => hour.Peak)], LineRole.Cheapest),
                new HourLine(
                    Words.Of("sizing.average-in-the-hour"), Words.Of(
                        "sizing.in-all", ("cores", SizingWords.Cores(cpu.SumOfAverages))), [.. cpu.Hours.Select(hour => hour.Average)], LineRole.Baseline),
            ]);
    }

    private static ImmutableArray<string> Limits(CaseStudy result, SizingStudy study)
    {
        var usage = study.Usage;
        var running = study.Review.All.Length + study.Review.NeverSeen.Length;
        var points = ImmutableArray.CreateBuilder<string>();
        points.Add(
            Words.Of(
                "sizing.limits",
                ("all", Printed.Whole(study.Review.All.Length)),
                ("running", running),
                ("moment", Moment(usage.Start)),
                ("moment-2", Moment(usage.End)),
                ("total-days", Printed.Number((decimal)usage.Period.TotalDays, 1)),
                ("total-minutes", Printed.Number((decimal)usage.Interval.TotalMinutes, 1))));
        if (!study.Review.All.IsEmpty)
        {
            points.Add(
                Words.Of(
                    "sizing.limits-on-average-a",
                    ("average", Printed.Percent(study.Review.All.Average(each => each.Seen.Value))),
                    ("little-seen", study.Review.LittleSeen.Length),
                    ("usage-coverage", Printed.Percent(result.Assumptions.Of(AssumptionIds.UsageCoverage)))));
        }

        if (usage.Period < Duration.Week)
        {
            points.Add(Words.Of("sizing.limits-less-than-a"));
        }
        else if (usage.Period < Duration.ShortestMonth)
        {
            points.Add(Words.Of("sizing.limits-less-than-a-month-was-seen"));
        }
        else
        {
            points.Add(Words.Of("sizing.limits-work-of-a"));
        }

        points.Add(
            Words.Of("sizing.limits-active-memory-is"));
        points.Add(
            Words.Of(
                "sizing.limits-percentiles-are-taken",
                (
                    "percentiles",
                    result.Inputs.Scenario.Sizing.Percentiles == PercentileMethod.NearestRank
                        ? Words.Of("sizing.by-nearest-rank")
                        : Words.Of("sizing.by-interpolation"))));
        return points.ToImmutable();
    }

    private static string Moment(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
