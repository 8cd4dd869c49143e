using System.Collections.Immutable;
using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Proposals;

public sealed class RunProposalsTests
{
    private static readonly Provenance Source = new("test", "2026", Grade.A, "test");

    /// <summary>Ranges as in the data folder: thread yield 0 to 0.3, overcommit 3 to 6, overhead 38 to 70 + 8 per vCPU + 1/512.</summary>
    private static readonly AssumptionSet Assumptions = new(Assumed.Plain.All.Select(each => each.Id switch
    {
        AssumptionIds.ThreadYield => Ranged(each.Id, 0, 0, 0.3m),
        AssumptionIds.CpuOvercommit => Ranged(each.Id, 3, 4, 6),
        AssumptionIds.QemuOverheadBase => Ranged(each.Id, 38, 38, 70),
        AssumptionIds.QemuOverheadPerVCpu => Ranged(each.Id, 8, 8, 8),
        AssumptionIds.QemuOverheadShare => Ranged(each.Id, 0.001953125m, 0.001953125m, 0.001953125m),
        _ => each,
    }));

    [Fact]
    public void A_valid_run_proposes_what_it_measured()
    {
        var proposals = Of(SampleRuns.Valid);
        Assert.All(proposals.Values, each => Assert.Null(each.Refusal));
        Assert.Equal((0m, 0.25m, 0.2m, 0.3m, 5), Shown(proposals[AssumptionIds.ThreadYield]));
        // 4 vCPUs per core with both threads at work, a core and its thread being worth 1.25 (1.2 to 1.3): 4 / 1.25 = 3.2, 4 / 1.3 = 3.077, 4.125 / 1.2 = 3.4375.
        Assert.Equal((4m, 3.2m, 3.077m, 3.438m, 5), Shown(proposals[AssumptionIds.CpuOvercommit]));
        Assert.Equal("divided by 1 + 0.25, the thread yield, which the model adds itself", proposals[AssumptionIds.CpuOvercommit].Note.Words());
        Assert.Equal((38m, 40m, 36m, 44m, 5), Shown(proposals[AssumptionIds.QemuOverheadBase]));
        Assert.Equal((8m, 8m, 7m, 9m, 5), Shown(proposals[AssumptionIds.QemuOverheadPerVCpu]));
        // 2 MiB per GiB = 2/1024 = 0.001953.
        Assert.Equal((0.001953125m, 0.001953m, 0.001465m, 0.002441m, 5), Shown(proposals[AssumptionIds.QemuOverheadShare]));
    }

    // Not measured, the scenario's own yield of 0.6 holds: 4 / 1.6 = 2.5. Neither: as measured.
    [Fact]
    public void The_yield_that_will_hold_is_taken_out_of_the_overcommit()
    {
        var without = SampleRuns.Of(values: SampleRuns.With(Measures.SmtYield, null));
        var own = ImmutableArray.Create(new AssumptionOverride(AssumptionIds.ThreadYield, 0.6m, Source));
        Assert.Equal((4m, 2.5m), (Of(without)[AssumptionIds.CpuOvercommit].Measured, Of(without, own)[AssumptionIds.CpuOvercommit].Measured));
        Assert.Equal(0.6m, Of(without, own)[AssumptionIds.ThreadYield].Now);
        Assert.Null(Of(without)[AssumptionIds.CpuOvercommit].Note);
        // Measured and refused (0 to 0.5 is wider than 0 to 0.3): what is assumed holds, 0.
        Assert.Equal(4m, Of(SampleRuns.Of(values: SampleRuns.With(Measures.SmtYield, SampleRuns.Value(Measures.SmtYield, 0.25, 0, 0.5))))[AssumptionIds.CpuOvercommit].Measured);
    }

    // 8 cores, 8 threads: 4 vCPUs per core were carried by cores alone. With 16 threads, or where nobody knows, the scenario's yield of 0.6 is taken out.
    [Theory]
    [InlineData("8", 4)]
    [InlineData("16", 2.5)]
    [InlineData("unknown: not told", 2.5)]
    public void Without_second_threads_none_are_taken_out(string threads, double expected)
    {
        var run = SampleRuns.Of(
            values: SampleRuns.With(Measures.SmtYield, null),
            conditions: SampleRuns.Conditions with { Facts = [.. SampleRuns.Conditions.Facts, new("cores", "8"), new("threads", threads)] });
        Assert.Equal((decimal)expected, Of(run, [new AssumptionOverride(AssumptionIds.ThreadYield, 0.6m, Source)])[AssumptionIds.CpuOvercommit].Measured);
    }

    public static TheoryData<string, BenchmarkRun, string, string> Refusals
    {
        get
        {
            static BenchmarkRun Knee(double value, double? low, double? high, int n = 5) =>
                SampleRuns.Of(values: SampleRuns.With(Measures.Overcommit, SampleRuns.Value(Measures.Overcommit, value, low, high, n)));
            static BenchmarkRun Under(MeasurementConditions conditions) => SampleRuns.Of(conditions: conditions);
            var overcommit = AssumptionIds.CpuOvercommit;
            var typical = Measures.MemoryOverheadTypical;
            return new()
            {
                { "emulated", Under(SampleRuns.Conditions with { HostClass = HostClass.Emulated }), overcommit, "the run does not count: it ran on a host of class emulated, not hardware" },
                { "nested", Under(SampleRuns.Conditions with { HostClass = HostClass.Nested }), overcommit, "the run does not count: it ran on a host of class nested, not hardware" },
                { "none", Under(SampleRuns.Conditions with { HostClass = HostClass.None }), overcommit, "the run does not count: it ran on a host of class none, not hardware" },
                { "self-test", Under(SampleRuns.Conditions with { Plan = "self-test" }), overcommit, "the run does not count: it is a self-test, whose figures mean nothing" },
                { "failed check", SampleRuns.Of(checks: [ValidityCheck.Of(RejectReason.GuestClock, "3 %", "at most 1 %", false)]), overcommit, "the run does not count: a check failed: guest-clock: 3 %, at most 1 %" },
                { "no checks", SampleRuns.Of(checks: []), overcommit, "the run does not count: nothing was checked" },
                { "not measured", SampleRuns.Of(values: SampleRuns.With(Measures.Overcommit, null)), overcommit, "the run has no overcommit-ratio" },
                { "another unit", SampleRuns.Of(values: SampleRuns.With(Measures.Overcommit, new("overcommit-ratio", 4, 4, 4.1, 5, "vCPU per thread", "m"))), overcommit, "it is in vCPU per thread, not in vCPU per core" },
                { "too few", Knee(4, 4, 4.1, 4), overcommit, "it rests on 4 only, and 5 are the fewest" },
                { "no upper end", Knee(4, 4, null), overcommit, "its interval is not known on both sides" },
                { "no lower end", Knee(4, null, 4.1), overcommit, "its interval is not known on both sides" },
                // 3.75 / 1.2 − 0 / 1.3 = 3.125 against 6 − 3.
                { "as wide as the range", Knee(3, 0, 3.75), overcommit, "its interval is 3.125 wide, not narrower than what is assumed, a range of 3" },
                { "exactly as wide", SampleRuns.Of(values: SampleRuns.With(Measures.SmtYield, SampleRuns.Value(Measures.SmtYield, 0.1, 0, 0.3))), AssumptionIds.ThreadYield, "its interval is 0.3 wide, not narrower than what is assumed, a range of 0.3" },
                { "out of bounds", Knee(100, 100, 100.1), overcommit, "it is not from 0.1 to 32, and can mean nothing" },
                { "beyond all numbers", Knee(1e300, 1e300, 1e300), overcommit, "it is too large to be meant" },
                { "a part is missing", SampleRuns.Of(values: SampleRuns.With(Measures.MemoryOverheadPerVCpu, null)), AssumptionIds.QemuOverheadPerVCpu, "the run has no memory-overhead-per-vcpu" },
                { "its fellow is refused", SampleRuns.Of(values: SampleRuns.With(Measures.MemoryOverheadPerVCpu, null)), AssumptionIds.QemuOverheadBase, "it goes with qemu-overhead-per-vcpu, which is refused" },
                { "a part below zero", SampleRuns.Of(values: SampleRuns.With(Measures.MemoryOverheadPerGiB, SampleRuns.Value(Measures.MemoryOverheadPerGiB, -1, -2, 0))), AssumptionIds.QemuOverheadShare, "it is not from 0 to 1, and can mean nothing" },
                { "no whole", SampleRuns.Of(values: SampleRuns.With(typical, null)), AssumptionIds.QemuOverheadBase, "the run has no interval of memory-overhead-typical, by which the three are judged" },
                { "a whole too wide", SampleRuns.Of(values: SampleRuns.With(typical, SampleRuns.Value(typical, 64, 48, 80))), AssumptionIds.QemuOverheadShare, "its interval is 32 wide, not narrower than what is assumed of the three together, a range of 32" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_measurement_that_may_not_be_used_is_refused_with_its_reason(string what, BenchmarkRun run, string id, string reason)
    {
        Assert.NotEmpty(what);
        Assert.Equal(reason, Of(run)[id].Refusal.Words());
    }

    [Fact]
    public void Nothing_of_a_run_that_does_not_count_is_accepted() =>
        Assert.DoesNotContain(Of(SampleRuns.Of(checks: [])).Values, each => each.IsAccepted);

    [Fact]
    public void The_table_names_assumptions_and_measures_that_exist_each_once()
    {
        Assert.Equal(
            ["thread-yield", "cpu-overcommit", "qemu-overhead-base", "qemu-overhead-per-vcpu", "qemu-overhead-share"],
            MeasuredAssumption.Table.Select(row => row.AssumptionId));
        Assert.All(MeasuredAssumption.Table, row => Assert.NotNull(KnownAssumptions.Find(row.AssumptionId)));
        Assert.All(MeasuredAssumption.Table, row => Assert.Contains(row.Measure, Measures.All));
    }

    private static Dictionary<string, Proposal> Of(BenchmarkRun run, ImmutableArray<AssumptionOverride>? own = null) =>
        RunProposals.Of(run, Assumptions, own ?? []).ToDictionary(each => each.Assumed.Id);

    private static (decimal, decimal?, decimal?, decimal?, int) Shown(Proposal proposal) => (proposal.Now, proposal.Measured, proposal.Low, proposal.High, proposal.N);

    private static Assumption Ranged(string id, decimal low, decimal likely, decimal high) => new(id, id, "unit", low, likely, high, Source);
}
