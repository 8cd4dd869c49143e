using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Studies;
using CostPlanner.Studies.Sizing;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What was measured of the estate, and what sizing by it comes to; null where nothing was measured.</summary>
internal static class SizingJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        if (result.Sizing is not { } study)
        {
            to.WriteNull("sizing");
            return;
        }

        to.WriteStartObject("sizing");
        Rules(to, "rules", result.Inputs.Scenario.Sizing);
        to.WriteString("referenceCpu", result.Inputs.Scenario.ReferenceCpu);
        Usage(to, study);
        Load(to, "cpu", study.Cpu);
        Load(to, "memoryMiB", study.Memory);
        to.WriteStartArray("cases");
        foreach (var each in study.Cases)
        {
            Case(to, each);
        }

        to.WriteEndArray();
        var names = new VmNames(result.Inputs.Inventory);
        Vms(to, "idle", study.Review.Idle, names);
        Vms(to, "oversized", study.Review.Oversized, names);
        Vms(to, "littleSeen", study.Review.LittleSeen, names);
        to.Texts("neverSeen", study.Review.NeverSeen.Select(names.Of));
        to.WriteEndObject();
    }

    private static void Rules(Utf8JsonWriter to, string name, SizingRules rules)
    {
        to.WriteStartObject(name);
        to.WriteString("cpu", rules.Cpu.ToString());
        to.WriteString("memory", rules.Memory.ToString());
        to.WriteString("percentile", Fields.Word(rules.Percentiles));
        to.WriteString("buckets", Fields.Word(rules.Buckets));
        to.WriteString("bucket", rules.Bucket.ToString());
        to.WriteEndObject();
    }

    private static void Usage(Utf8JsonWriter to, SizingStudy study)
    {
        var usage = study.Usage;
        to.WriteStartObject("usage");
        to.Texts("files", usage.Files);
        to.WriteString("start", Moment(usage.Start));
        to.WriteString("end", Moment(usage.End));
        to.WriteNumber("intervalSeconds", (int)usage.Interval.TotalSeconds);
        to.WriteNumber("slots", usage.Slots);
        to.WriteNumber("vmsSeen", study.Review.All.Length);
        to.WriteNumber("vmsNeverSeen", study.Review.NeverSeen.Length);
        to.Number("rowsRead", usage.Rows.Sum(rows => (decimal)rows.Read));
        to.Number("rowsUsed", usage.Rows.Sum(rows => (decimal)rows.Used));
        to.WriteEndObject();
    }

    private static void Load(Utf8JsonWriter to, string name, EstateLoad? load)
    {
        if (load is null)
        {
            to.WriteNull(name);
            return;
        }

        to.WriteStartObject(name);
        to.Number("sumOfPeaks", load.SumOfPeaks);
        to.Number("sumOfP95", load.SumOfP95);
        to.Number("sumOfAverages", load.SumOfAverages);
        to.Number("coincidentPeak", load.CoincidentPeak);
        to.WriteString("coincidentAt", Moment(load.CoincidentAt));
        to.Number("coincidentP95", load.CoincidentP95);
        to.WriteStartArray("hours");
        foreach (var hour in load.Hours)
        {
            to.WriteStartObject();
            to.WriteNumber("hour", hour.Hour);
            to.Number("average", hour.Average);
            to.Number("peak", hour.Peak);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteEndObject();
    }

    private static void Case(Utf8JsonWriter to, SizingCase each)
    {
        to.WriteStartObject();
        Rules(to, "rules", each.Rules);
        to.WriteBoolean("isScenarios", each.IsScenarios);
        to.Number("cores", each.Cores);
        to.Number("memoryMiB", each.Memory.MiB);
        to.WriteBoolean("planHolds", each.Plan.Holds);
        to.WriteNumber("hosts", each.Plan.HostsUsed);
        to.WriteNumber("bought", each.Plan.HostsBought);
        to.WriteNumber("lowerBound", each.Plan.LowerBound);
        to.Number("hardware", each.Costs.TotalOf(CostCategory.Hardware, CostCategory.HardwareMaintenance).Amount);
        to.Number("platformLicences", each.Costs.TotalOf(CostCategory.PlatformLicences).Amount);
        to.Number("total", each.Costs.Total.Amount);
        to.WriteBoolean("atLeast", !each.Costs.IsComplete);
        to.WriteEndObject();
    }

    private static void Vms(Utf8JsonWriter to, string name, ImmutableArray<ReviewedVm> vms, VmNames names)
    {
        to.WriteStartArray(name);
        foreach (var each in vms)
        {
            to.WriteStartObject();
            to.WriteString("vm", names.Of(each.Vm));
            to.WriteNumber("vCpus", each.Vm.VCpus);
            to.Number("cpuP95", each.CpuP95);
            to.Number("memoryMiB", each.Vm.Memory.MiB);
            to.Number("memoryP95MiB", each.MemoryP95?.MiB);
            to.Number("seen", each.Seen.Value);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
