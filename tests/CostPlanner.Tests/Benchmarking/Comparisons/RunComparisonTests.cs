using CostPlanner.Benchmarking.Comparisons;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Comparisons;

public sealed class RunComparisonTests
{
    [Fact]
    public void A_planted_difference_of_replicates_is_shown()
    {
        var row = Compared(Alu(0.90, 0.91, 0.89, 0.90, 0.90), Alu(0.97, 0.96, 0.98, 0.97, 0.97));
        Assert.Equal((DifferenceVerdict.Higher, "B is higher by 7.8%"), (row.Verdict, row.Words.Words()));
        Assert.Equal(2 / 252.0, row.Difference!.P, 9);
    }

    [Fact]
    public void Equal_replicates_show_no_difference_and_three_cannot()
    {
        Assert.Equal("no difference shown", Compared(Alu(0.90, 0.91, 0.89, 0.90, 0.92), Alu(0.91, 0.90, 0.92, 0.89, 0.90)).Words.Words());
        Assert.Equal("too few replicates to show a difference", Compared(Alu(0.9, 0.9, 0.9), Alu(0.5, 0.5, 0.5)).Words.Words());
    }

    // Without replicates: intervals that do not touch.
    [Theory]
    [InlineData(36, 44, 60, 56, 64, "B is higher by 50.0%")]
    [InlineData(56, 64, 40, 36, 44, "B is lower by 33.3%")]
    [InlineData(36, 60, 58, 50, 64, "no difference shown")]
    public void A_fit_is_compared_by_its_intervals(double lowA, double highA, double b, double lowB, double highB, string words)
    {
        var row = Row(Fit((lowA + highA) / 2, lowA, highA), Fit(b, lowB, highB), Measures.MemoryOverheadBase);
        Assert.Null(row.Difference);
        Assert.Equal(words, row.Words.Words());
    }

    [Fact]
    public void What_cannot_be_compared_says_why()
    {
        Assert.Equal("no interval to compare by", Row(Fit(40, null, 44), Fit(60, 56, 64), Measures.MemoryOverheadBase).Words.Words());
        Assert.Equal("only B measured it", Row(SampleRuns.Of(values: []), SampleRuns.Valid, Measures.SmtYield).Words.Words());
        Assert.Equal("only A measured it", Row(SampleRuns.Valid, SampleRuns.Of(values: []), Measures.SmtYield).Words.Words());
        var other = SampleRuns.Of(values: [new MeasuredValue("smt-yield", 1, 1, 1, 5, "percent", "m")]);
        Assert.Equal(("the units differ: share and percent", null), (Row(SampleRuns.Valid, other, Measures.SmtYield).Words.Words(), Row(SampleRuns.Valid, other, Measures.SmtYield).Verdict));
    }

    [Fact]
    public void Conditions_that_differ_are_listed_and_doubts_told()
    {
        var other = SampleRuns.Conditions with
        {
            Plan = "quick",
            HostClass = HostClass.Emulated,
            Facts = [new("cpu-model", "Other CPU"), new("microcode", "0xa1"), new("sockets", "2")],
            Sha256 = SampleRuns.Conditions.Sha256.SetItem("vmlinuz", new string('b', 64)),
        };
        var comparison = RunComparison.Of(SampleRuns.Valid, SampleRuns.Of("run-2", other), 1);
        Assert.Equal(
            [("host class", "hardware", "emulated"), ("plan", "standard", "quick"), ("SHA-256 of vmlinuz", new string('a', 64), new string('b', 64)), ("cpu-model", "Test CPU", "Other CPU"), ("sockets", "", "2")],
            comparison.Conditions.Select(each => (each.Name.Words(), each.A.Words(), each.B.Words())));
        Assert.Equal(
            ["run run-2 does not count: it ran on a host of class emulated, not hardware", "the plans differ: standard and quick", "the guests are not made of the same files"],
            comparison.Doubts.Select(doubt => doubt.Words()));
        Assert.Empty(RunComparison.Of(SampleRuns.Valid, SampleRuns.Valid, 1).Conditions);
        Assert.Empty(RunComparison.Of(SampleRuns.Valid, SampleRuns.Valid, 1).Doubts);
    }

    // 18,000 for 32 guests that pass and 33 that fail: 562.50, more than 545.45.
    [Fact]
    public void A_guest_costs_its_share_of_the_server_at_the_knee()
    {
        var price = GuestPrice.Of(SampleRuns.Valid, new Money(18_000, Currency.Euro));
        Assert.Equal((562.50m, 545.45m), (price.PerGuest!.Value.Amount, price.Least!.Value.Rounded(2).Amount));
        var open = GuestPrice.Of(Knee(32, null), new Money(18_000, Currency.Euro));
        Assert.Equal((562.50m, null, null), (open.PerGuest!.Value.Amount, open.Least, open.Hole));
    }

    [Fact]
    public void Where_it_cannot_be_told_a_guest_has_no_price()
    {
        string? Hole(BenchmarkRun run)
        {
            var price = GuestPrice.Of(run, new Money(18_000, Currency.Euro));
            Assert.Null(price.PerGuest);
            return price.Hole.Words();
        }

        Assert.Equal("run run-1 does not count: nothing was checked", Hole(SampleRuns.Of(checks: [])));
        Assert.Equal("run run-1 has no guests-at-knee", Hole(SampleRuns.Of(values: [])));
        Assert.Equal("not even one guest passed", Hole(Knee(0, 1)));
        Assert.Equal("no server carries so many guests", Hole(Knee(1e30, null)));
    }

    private static BenchmarkRun Knee(double passes, double? fails) => SampleRuns.Of(values: [SampleRuns.Value(Measures.GuestsAtKnee, passes, passes, fails)]);

    private static BenchmarkRun Alu(params double[] figures)
    {
        var interval = Interval.OfRatios(figures);
        return SampleRuns.Of(values: [Measures.CpuAlu.Value(interval, "geometric mean")], replicates: SampleRuns.Replicates("cpu-alu", figures));
    }

    private static BenchmarkRun Fit(double value, double? low, double? high) =>
        SampleRuns.Of(values: [SampleRuns.Value(Measures.MemoryOverheadBase, value, low, high)]);

    private static ComparedMeasure Compared(BenchmarkRun a, BenchmarkRun b) => Row(a, b, Measures.CpuAlu);

    private static ComparedMeasure Row(BenchmarkRun a, BenchmarkRun b, Measure measure) =>
        RunComparison.Of(a, b, 1).Measures.Single(row => row.Name == measure.Name);
}
