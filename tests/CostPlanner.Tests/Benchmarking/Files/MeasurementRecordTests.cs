using System.Collections.Immutable;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;
using FsCheck;
using FsCheck.Fluent;
using Reader = CostPlanner.Ingest.Measurements.MeasurementFile;

namespace CostPlanner.Tests.Benchmarking.Files;

/// <summary>The record of a run, written and read again.</summary>
public sealed class MeasurementRecordTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_run_is_written_under_its_id_and_read_again()
    {
        var path = MeasurementRecord.Write(SampleRuns.Valid, folder.At("data", "measurements"), Sentences.Of);
        Assert.Equal("run-1.json", Path.GetFileName(path));
        Assert.Equal([path], Directory.GetFiles(folder.At("data", "measurements")));
        var run = Reader.Find("run-1", folder.At("data")).Value!;
        Assert.True(run.IsValid);
        Assert.Equal((SampleRuns.Valid.Id, SampleRuns.Valid.Started, SampleRuns.Valid.Ended, "0.1.0"), (run.Id, run.Started, run.Ended, run.ToolVersion));
        Assert.Equal(SampleRuns.Valid.Values, run.Values);
        Assert.Equal(
            SampleRuns.Valid.Checks.Select(check => (check.Name, check.Passed, check.Line.Words(), check.Words.Words())),
            run.Checks.Select(check => (check.Name, check.Passed, check.Line.Words(), check.Words.Text)));
        Assert.Equal(SampleRuns.Valid.Conditions.Facts, run.Conditions.Facts);
        Assert.Equal(SampleRuns.Valid.Conditions.Argv, run.Conditions.Argv);
        Assert.Equal(SampleRuns.Valid.Conditions.Sha256, run.Conditions.Sha256);
        Assert.Equal((HostClass.Hardware, "standard", 7, "7.2.22"), (run.Conditions.HostClass, run.Conditions.Plan, run.Conditions.Seed, run.Conditions.QemuVersion));
        Assert.Equal((2, 30.1, 30.0, 0), (run.Replicates[0].Samples[2].Guest, run.Replicates[0].Samples[2].HostSeconds, run.Replicates[0].Samples[2].GuestSeconds, run.Replicates[0].Samples[2].ExitCode));
        Assert.Equal(SampleRuns.Valid.Replicates[0].Samples[1].Output, run.Replicates[0].Samples[1].Output);
        Assert.Equal(43470.24, run.Replicates[0].Samples[0].Readings["events-per-second"]);
        Assert.Null(run.Replicates[0].Samples[0].Guest);
    }

    // What scripts see: keys in this order, every value stamped.
    [Fact]
    public void The_file_is_as_documented()
    {
        var text = MeasurementRecord.Text(SampleRuns.Of(conditions: SampleRuns.Conditions with { Plan = "self-test" }), Sentences.Of);
        Assert.StartsWith(
            """
            {
              "schema": "costplanner/measurement/1",
              "id": "run-1",
              "valid": false,
              "toolVersion": "0.1.0",
              "started": "2026-10-01T12:00:00.0000000Z",
              "ended": "2026-10-01T12:45:00.0000000Z",
              "conditions": {
                "hostClass": "hardware",
                "plan": "self-test",
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        // The run's stamp, and one at each of its seven values.
        Assert.Equal(1 + SampleRuns.Values.Length, text.Split("\"valid\": false").Length - 1);
        Assert.DoesNotContain("\"valid\": true", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_run_is_read_as_it_was_written() => Prop.ForAll(
        RandomRuns.ToArbitrary(),
        run =>
        {
            var text = MeasurementRecord.Text(run, Sentences.Of);
            var reading = Reader.Read(folder.Write("random.json", text));
            return reading.Findings.IsEmpty
                && MeasurementRecord.Text(reading.Value!, Sentences.Of) == text
                && reading.Value!.Values.SequenceEqual(run.Values)
                && reading.Value.Replicates.Zip(run.Replicates).All(pair =>
                    (pair.First.Rejected, pair.First.Experiment) == (pair.Second.Rejected, pair.Second.Experiment) && pair.First.Figures.SequenceEqual(pair.Second.Figures)
                    && pair.First.Samples.Select(sample => (sample.Guest, sample.IsWarmUp, sample.Output, sample.HostSeconds, sample.GuestSeconds, sample.ExitCode))
                        .SequenceEqual(pair.Second.Samples.Select(sample => (sample.Guest, sample.IsWarmUp, sample.Output, sample.HostSeconds, sample.GuestSeconds, sample.ExitCode))));
        }).Holds(200);

    private static Gen<double> AnyNumber => ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite);

    private static Gen<double> Positive => AnyNumber.Select(Math.Abs);

    private static Gen<string> AnyText => Gen.ArrayOf(Gen.Elements("a", "7", "\"", "\\", "\n", "\t", "\u001b", "\0", "ß", "東", "😀", "<", "&", "\u2028")).Select(string.Concat);

    private static Gen<string> Plain => AnyText.Select(text => new string([.. text.Where(letter => !char.IsControl(letter))]));

    private static Gen<ImmutableSortedDictionary<string, double>> Named => Gen.ArrayOf(AnyNumber).Select(numbers =>
        numbers.Index().ToImmutableSortedDictionary(each => FormattableString.Invariant($"n-{each.Index}"), each => each.Item));

    private static Gen<MeasuredValue> AnyValue =>
        from ends in Gen.ArrayOf(AnyNumber, 3).Select(three => three.Order().ToArray())
        from hasLow in Gen.Elements(true, false)
        from hasHigh in Gen.Elements(true, false)
        from n in Gen.Choose(1, 1000)
        from method in Plain
        select new MeasuredValue("value", ends[1], hasLow ? ends[0] : null, hasHigh ? ends[2] : null, n, "MiB", "m" + method);

    private static Gen<GuestSample> AnySample =>
        from order in Gen.Choose(0, 1000)
        from guest in Gen.Elements<int?>(null, 1, 2)
        from host in Positive
        from ofGuest in Gen.OneOf(Gen.Constant((double?)null), Positive.Select(each => (double?)each))
        from code in Gen.Elements<int?>(null, 0, 137, -1)
        from readings in Named
        from output in AnyText
        select new GuestSample { Order = order, Guest = guest, Command = "cpu 1 30", IsWarmUp = order == 0, HostSeconds = host, GuestSeconds = ofGuest, ExitCode = code, Readings = readings, Output = output };

    private static Gen<Replicate> AnyReplicate =>
        from samples in Gen.ArrayOf(AnySample)
        from figures in Named
        from reason in Gen.Elements(Enum.GetValues<RejectReason>())
        from words in Plain
        from rejected in Gen.Elements(true, false)
        select new Replicate { Number = 1, Experiment = "cpu-cost", Guests = 2, Samples = [.. samples], Figures = figures, Rejected = rejected ? new Rejection(reason, words) : null };

    private static Gen<BenchmarkRun> RandomRuns =>
        from value in AnyValue
        from replicates in Gen.ArrayOf(AnyReplicate).Resize(4)
        from fact in Plain
        from hostClass in Gen.Elements(Enum.GetValues<HostClass>())
        from passed in Gen.Elements(true, false)
        from seed in Gen.Choose(int.MinValue, int.MaxValue)
        select SampleRuns.Of(
            conditions: SampleRuns.Conditions with { HostClass = hostClass, Seed = seed, Facts = [new HostFact("fact", fact)], Argv = [fact, fact] },
            values: [value],
            checks: [ValidityCheck.Of(RejectReason.Swapping, fact, "none", passed)],
            replicates: [.. replicates.Select((each, i) => each with { Number = i + 1 })]);
}
