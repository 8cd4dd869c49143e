using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>
/// The record of a run while it grows. It can be built at any time: until the run is over, a failed check says so, and the record is what the run can be
/// resumed from.
/// </summary>
internal sealed class RunRecord
{
    private readonly PreparedRun prepared;
    private readonly BenchmarkRun? earlier;
    private readonly List<Replicate> replicates;
    private readonly List<ValidityCheck> checks = [];
    private readonly List<HostFact> found = [];

    /// <summary>A record, empty or with what an earlier part of the run made.</summary>
    public RunRecord(PreparedRun prepared, BenchmarkRun? earlier)
    {
        (this.prepared, this.earlier) = (prepared, earlier);
        replicates = [.. earlier?.Replicates ?? []];
        Started = earlier?.Started ?? DateTimeOffset.UtcNow;
    }

    /// <summary>When the run began, also where it was resumed.</summary>
    public DateTimeOffset Started { get; }

    /// <summary>The number of the next replicate.</summary>
    public int NextNumber => replicates.Count == 0 ? 1 : replicates[^1].Number + 1;

    /// <summary>Adds a replicate.</summary>
    public void Add(Replicate replicate) => replicates.Add(replicate);

    /// <summary>Adds what was found of the host only now; it takes the place of what an earlier part of the run found.</summary>
    public void Add(HostFact fact) => found.Add(fact);

    /// <summary>Adds a check of the run as a whole; one of a name that is there replaces it, unless that one failed.</summary>
    public void Add(ValidityCheck check)
    {
        var at = checks.FindIndex(each => each.Name == check.Name);
        if (at < 0)
        {
            checks.Add(check);
        }
        else if (checks[at].Passed)
        {
            checks[at] = check;
        }
    }

    /// <summary>The replicates of an experiment that count, in their order.</summary>
    public ImmutableArray<Replicate> Of(string experiment) => [.. replicates.Where(each => each.Experiment == experiment && each.Rejected is null)];

    /// <summary>Every replicate so far.</summary>
    public IReadOnlyList<Replicate> Replicates => replicates;

    /// <summary>How many replicates of an experiment do not count.</summary>
    public int RejectedOf(string experiment) => replicates.Count(each => each.Experiment == experiment && each.Rejected is not null);

    /// <summary>The values that are known so far.</summary>
    public IEnumerable<MeasuredValue> Values => prepared.Plan.Experiments.SelectMany(experiment => experiment.Values(Of(experiment.Name)));

    /// <summary>The record as it is now.</summary>
    /// <param name="isOver">Whether the run came to its end.</param>
    public BenchmarkRun Build(bool isOver)
    {
        var all = new RunRecord(prepared, earlier);
        foreach (var check in CarriedOver().Concat(checks).Concat(WorstChecks.Of(prepared.Plan.Experiments.SelectMany(each => each.Checks(Of(each.Name))))))
        {
            all.Add(check);
        }

        all.Add(ValidityCheck.Of(RejectReason.Interrupted, Message.Of(isOver ? "check.no" : "check.yes"), Message.Of("check.no"), isOver));
        var ended = DateTimeOffset.UtcNow;
        return new BenchmarkRun(
            prepared.Request.Id,
            PreparedRun.ToolVersion,
            Started,
            ended < Started ? Started : ended,
            prepared.Conditions with { Facts = [.. prepared.Conditions.Facts, .. found] },
            [.. replicates],
            [.. Values],
            [.. all.checks]);
    }

    // What failed in an earlier part of the run is in its figures for good; that it was interrupted or took too long is not.
    private IEnumerable<ValidityCheck> CarriedOver() => (earlier?.Checks ?? []).Where(check => !check.Passed && !JudgedAgain.Contains(check.Name));

    private static readonly string[] JudgedAgain =
        [
            .. new[]
            {
                RejectReason.Interrupted,
                RejectReason.RunDeadline,
                RejectReason.TooFewReplicates,
                RejectReason.Noisy,
                RejectReason.NotStationary,
            }.Select(reason => reason.Word()),
        ];
}
