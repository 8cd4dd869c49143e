using CostPlanner.Ingest;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

/// <summary>The keys usage, sizing and reference_cpu of a scenario.</summary>
public sealed class SizingSectionTests : IDisposable
{
    private const string Start =
        """
        title: T
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 1
        inventory: vms.csv
        failover: 0
        baseline: a
        options:
          - {id: a, name: A, platform: kvm}

        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Reading<Scenario> Read(string keys) => ScenarioFile.Read(folder.Write("scenario.yaml", Start + keys));

    private Scenario Scenario(string keys) => Assert.IsType<Scenario>(Read(keys).Value);

    [Fact]
    public void Without_the_keys_everything_is_as_configured()
    {
        var scenario = Scenario("");

        Assert.Equal((SizingRules.AsConfigured, null, null), (scenario.Sizing, scenario.UsageFile, scenario.ReferenceCpu));
        Assert.False(scenario.Sizing.IsMeasured);
    }

    [Fact]
    public void Every_key_arrives_where_it_belongs()
    {
        var scenario = Scenario(
            "usage: series\nreference_cpu: EPYC 7763\nsizing: {cpu: coincident, memory: p99.9, percentile: interpolated, buckets: hours-of-week, bucket: p80}\n");

        Assert.Equal(("series", "EPYC 7763"), (scenario.UsageFile, scenario.ReferenceCpu));
        Assert.Equal((SizingKind.Coincident, 99.9m, 80m), (scenario.Sizing.Cpu.Kind, scenario.Sizing.Memory.Percentile!.Value.Value, scenario.Sizing.Bucket.Percentile!.Value.Value));
        Assert.Equal((PercentileMethod.Interpolated, TimeBuckets.HoursOfWeek, 168), (scenario.Sizing.Percentiles, scenario.Sizing.Buckets, scenario.Sizing.BucketCount));
        Assert.Equal("coincident p99.9 p80", $"{scenario.Sizing.Cpu} {scenario.Sizing.Memory} {scenario.Sizing.Bucket}");
    }

    [Theory]
    [InlineData("cpu: p0", "p0")]
    [InlineData("cpu: p100", "p100")]
    [InlineData("memory: p95%", "p95%")]
    [InlineData("cpu: peek", "Did you mean \"peak\"")]
    [InlineData("bucket: average", "\"average\" is not allowed; use one of peak, p95")]
    [InlineData("percentile: nearest", "nearest-rank")]
    [InlineData("buckets: days", "hours-of-day")]
    [InlineData("cpus: p95", "Did you mean \"cpu\"")]
    public void A_word_that_means_nothing_is_an_error(string key, string expected)
    {
        var reading = Read($"sizing:\n  {key}\n");

        Assert.Null(reading.Value);
        Assert.Contains(expected, Assert.Single(reading.Findings).Line(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_measured_sizing_without_series_and_an_unknown_CPU_are_errors()
    {
        folder.Write("vms.csv", "name,vcpus,memory_mib\na,1,1024\n");
        var missing = CaseFiles.Read(folder.Write("one.yaml", Start + "sizing: {cpu: p95}\n"), Repository.Data);
        var unknown = CaseFiles.Read(folder.Write("two.yaml", Start + "reference_cpu: EPYC 7764\n"), Repository.Data);
        var rateless = CaseFiles.Read(folder.Write("three.yaml", Start + "reference_cpu: Xeon X5650\n"), Repository.Data);
        var absent = CaseFiles.Read(folder.Write("four.yaml", Start + "usage: none.csv\n"), Repository.Data);

        Assert.All([missing, unknown, rateless, absent], reading => Assert.Null(reading.Value));
        Assert.Contains(missing.Findings, finding => finding.Code == "usage-missing" && finding.Place.Column == "sizing");
        Assert.Contains(unknown.Findings, finding => finding.Code == "unknown-cpu" && finding.Message.Contains("EPYC 776", StringComparison.Ordinal));
        Assert.Contains(rateless.Findings, finding => finding.Code == "unknown-cpu" && finding.Message.Contains("SPECrate", StringComparison.Ordinal));
        Assert.Contains(absent.Findings, finding => finding.Code == "file-missing");
    }

    [Fact]
    public void The_series_are_read_with_the_inventory()
    {
        folder.Write("vms.csv", "name,vcpus,memory_mib\na,1,1024\n");
        folder.Write("usage.csv", "vm,time,cpu_cores\na,1000000000,0.5\na,1000000300,0.25\n");
        var inputs = CaseFiles.Read(folder.Write("case.yaml", Start + "usage: usage.csv\nsizing: {cpu: p95}\n"), Repository.Data).Value!;

        Assert.Equal([0.5f, 0.25f], Assert.Single(inputs.Usage!.Vms).Cpu.Values);
    }
}
