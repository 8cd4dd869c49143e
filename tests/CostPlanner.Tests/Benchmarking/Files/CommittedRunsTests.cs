using CostPlanner.Ingest.Measurements;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Files;

/// <summary>The records that are shipped: an example, which must never pass for a measurement.</summary>
public sealed class CommittedRunsTests
{
    [Fact]
    public void Every_shipped_record_is_read_and_none_counts()
    {
        var records = Directory.GetFiles(Path.Combine(Repository.Data, "measurements"), "*.json").Select(MeasurementFile.Read).ToList();

        Assert.NotEmpty(records);
        Assert.All(records, record => Assert.Empty(record.Findings));
        Assert.All(records, record => Assert.False(record.Value!.IsValid));
    }

    [Fact]
    public void The_example_is_a_self_test_with_every_experiment_and_planted_fault()
    {
        var run = MeasurementFile.Read(Path.Combine(Repository.Data, "measurements", "self-test-example.json")).Value!;

        Assert.Equal((MeasurementConditions.SelfTest, HostClass.Emulated), (run.Conditions.Plan, run.Conditions.HostClass));
        Assert.Contains(run.Checks, check => check is { Name: "planted-faults", Passed: true });
        Assert.Equal(7, run.Replicates.Count(each => each.Experiment.StartsWith("fault-", StringComparison.Ordinal)));
        Assert.NotNull(run.Find("overcommit-ratio"));
    }
}
