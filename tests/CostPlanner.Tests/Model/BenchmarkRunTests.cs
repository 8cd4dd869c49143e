using System.Collections.Immutable;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

public sealed class BenchmarkRunTests
{
    private static readonly DateTimeOffset Day = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_run_on_hardware_whose_checks_all_passed_counts()
    {
        Assert.True(SampleRuns.Valid.IsValid);
        Assert.Empty(SampleRuns.Valid.WhyNotValid.Select(each => each.Words()));
        Assert.Equal(0.25, SampleRuns.Valid.Find("smt-yield")!.Value);
        Assert.Null(SampleRuns.Valid.Find("nothing"));
    }

    [Theory]
    [InlineData(HostClass.None, "none")]
    [InlineData(HostClass.Emulated, "emulated")]
    [InlineData(HostClass.Nested, "nested")]
    public void No_other_class_counts(HostClass hostClass, string word) => Assert.Equal(
        [$"it ran on a host of class {word}, not hardware"],
        SampleRuns.Of(conditions: SampleRuns.Conditions with { HostClass = hostClass }).WhyNotValid.Select(each => each.Words()));

    [Fact]
    public void Each_reason_why_a_run_does_not_count_is_told()
    {
        Assert.Equal(["it is a self-test, whose figures mean nothing"], SampleRuns.Of(conditions: SampleRuns.Conditions with { Plan = "self-test" }).WhyNotValid.Select(each => each.Words()));
        Assert.Equal(["nothing was checked"], SampleRuns.Of(checks: []).WhyNotValid.Select(each => each.Words()));
        Assert.Equal(["no replicate counts"], SampleRuns.Of(replicates: []).WhyNotValid.Select(each => each.Words()));
        Assert.Equal(
            ["no replicate counts"],
            SampleRuns.Of(replicates: [.. SampleRuns.Replicates().Select(each => each with { Rejected = new Rejection(RejectReason.GuestClock, "guest 1") })]).WhyNotValid.Select(each => each.Words()));
        Assert.Equal(
            ["a check failed: calibration-drift: 4.1 %, at most 3 %"],
            SampleRuns.Of(checks: [ValidityCheck.Of(RejectReason.CalibrationDrift, "4.1 %", "at most 3 %", false)]).WhyNotValid.Select(each => each.Words()));
    }

    [Fact]
    public void A_rejected_replicate_enters_no_figure()
    {
        var replicates = SampleRuns.Replicates("cpu-alu", 0.9, 0.5, 0.91);
        replicates = replicates.SetItem(1, replicates[1] with { Rejected = new Rejection(RejectReason.ForeignLoad, "12 % by others") });
        Assert.Equal([0.9, 0.91], SampleRuns.Of(replicates: replicates).FiguresOf("cpu-alu"));
        Assert.Empty(SampleRuns.Valid.FiguresOf("cpu-alu"));
    }

    public static TheoryData<string, Action> Nonsense => new()
    {
        { "an id that is no file's name", () => SampleRuns.Of("../x") },
        { "an id that is hidden", () => SampleRuns.Of(".x") },
        { "no id", () => SampleRuns.Of("") },
        { "an end before the start", () => Made(Day, Day.AddSeconds(-1)) },
        { "a time that is not UTC", () => Made(Day.ToOffset(TimeSpan.FromHours(2)), Day) },
        { "two values of a name", () => SampleRuns.Of(values: [.. SampleRuns.Values, SampleRuns.Values[0]]) },
        { "two checks of a name", () => SampleRuns.Of(checks: [.. SampleRuns.Checks, SampleRuns.Checks[0]]) },
        { "a check without a name", () => SampleRuns.Of(checks: [SampleRuns.Checks[0] with { Name = "Not A Name" }]) },
        { "control characters in a check", () => SampleRuns.Of(checks: [SampleRuns.Checks[0] with { Value = "\u001b[2J" }]) },
        { "a plan without a name", () => With(each => each with { Plan = "" }) },
        { "two facts of a name", () => With(each => each with { Facts = [new("a", "1"), new("a", "2")] }) },
        { "control characters in a fact", () => With(each => each with { Facts = [new("a", "\u0007")] }) },
        { "a hash that is none", () => With(each => each with { Sha256 = each.Sha256.SetItem("vmlinuz", "abc") }) },
        { "capital letters in a hash", () => With(each => each with { Sha256 = each.Sha256.SetItem("vmlinuz", new string('A', 64)) }) },
        { "no version of QEMU", () => With(each => each with { QemuVersion = " " }) },
        { "replicates out of order", () => SampleRuns.Of(replicates: [.. SampleRuns.Replicates().Reverse()]) },
        { "a replicate of number 0", () => Replicate(each => each with { Number = 0 }) },
        { "fewer guests than none", () => Replicate(each => each with { Guests = -1, Samples = [] }) },
        { "a sample of a guest that is not there", () => Sample(each => each with { Guest = 3 }) },
        { "a sample of guest 0", () => Sample(each => each with { Guest = 0 }) },
        { "a sample without a command", () => Sample(each => each with { Command = "" }) },
        { "a sample that took less than nothing", () => Sample(each => each with { HostSeconds = -0.1 }) },
        { "a sample that took no number", () => Sample(each => each with { GuestSeconds = double.NaN }) },
        { "a reading that is endless", () => Sample(each => each with { Readings = each.Readings.SetItem("p99-ms", double.PositiveInfinity) }) },
        { "a reading without a name", () => Sample(each => each with { Readings = each.Readings.SetItem("", 1) }) },
        { "a figure that is no number", () => Replicate(each => each with { Figures = each.Figures.SetItem("cpu-alu", double.NaN) }) },
        { "a value that is no number", () => SampleRuns.Value(Measures.CpuAlu, double.NaN, null, null) },
        { "an interval beside its value", () => SampleRuns.Value(Measures.CpuAlu, 1, 1.1, 1.2) },
        { "an interval below its value", () => SampleRuns.Value(Measures.CpuAlu, 1, null, 0.9) },
        { "a value of no samples", () => SampleRuns.Value(Measures.CpuAlu, 1, 1, 1, 0) },
        { "a value without a unit", () => _ = new MeasuredValue("a", 1, 1, 1, 1, "", "method") },
        { "a value without a method", () => _ = new MeasuredValue("a", 1, 1, 1, 1, "s", " ") },
        { "a value whose name is none", () => _ = new MeasuredValue("A b", 1, 1, 1, 1, "s", "method") },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void What_a_run_cannot_mean_is_refused(string what, Action make)
    {
        Assert.NotEmpty(what);
        Assert.Throws<ArgumentException>(make);
    }

    [Fact]
    public void Every_reason_has_a_word_and_a_sentence_of_its_own()
    {
        var reasons = Enum.GetValues<RejectReason>();
        Assert.All(reasons, reason => Assert.Equal(reason, RejectReasons.Of(reason.Word())));
        Assert.All(reasons, reason => Assert.True(MeasurementName.IsOne(reason.Word())));
        Assert.Equal(reasons.Length, reasons.Select(reason => reason.Sentence()).Distinct().Count());
        Assert.Equal("guest-out-of-memory", RejectReason.GuestOutOfMemory.Word());
        Assert.Null(RejectReasons.Of("GuestClock"));
    }

    [Fact]
    public void Every_class_has_a_word() =>
        Assert.All(Enum.GetValues<HostClass>(), each => Assert.Equal(each, HostClasses.Of(each.Word())));

    private static void Made(DateTimeOffset started, DateTimeOffset ended) =>
        _ = new BenchmarkRun("a", "1", started, ended, SampleRuns.Conditions, [], [], []);

    private static void With(Func<MeasurementConditions, MeasurementConditions> change) => SampleRuns.Of(conditions: change(SampleRuns.Conditions));

    private static void Replicate(Func<Replicate, Replicate> change) => SampleRuns.Of(replicates: [change(SampleRuns.Replicates()[0])]);

    private static void Sample(Func<GuestSample, GuestSample> change) =>
        Replicate(each => each with { Samples = ImmutableArray.Create(change(each.Samples[1])) });
}
