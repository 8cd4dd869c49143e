using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Proposals;

/// <summary>What a run proposes to a scenario: assumed beside measured, and whether the measured value may be used.</summary>
/// <remarks>
/// Only a run that counts as a whole proposes anything (hardware, no self-test, every check passed), and of it only a value that rests on five
/// replicates or points at least, whose interval is known on both sides and narrower than the range of the assumption it would replace.
/// </remarks>
public static class RunProposals
{
    private const int Digits = 4;
    private const decimal Largest = 1e15m;

    /// <summary>One proposal for each row of the table, in its order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="assumptions">The assumptions of the data folder.</param>
    /// <param name="own">The scenario's own values, for every option.</param>
    public static ImmutableArray<Proposal> Of(BenchmarkRun run, AssumptionSet assumptions, ImmutableArray<AssumptionOverride> own)
    {
        var found = ImmutableArray.CreateBuilder<Proposal>();
        var yields = Yields.Of(assumptions, own);
        foreach (var row in MeasuredAssumption.Table.Where(row => row.Weight is null))
        {
            var proposal = Alone(run, row, assumptions[row.AssumptionId], Now(row, assumptions, own), yields);
            found.Add(proposal);
            yields = row.AssumptionId == AssumptionIds.ThreadYield && proposal is { IsAccepted: true, Measured: { } } ? Yields.Of(proposal) : yields;
        }

        found.AddRange(Together(run, [.. MeasuredAssumption.Table.Where(row => row.Weight is not null)], assumptions, own));
        return found.ToImmutable();
    }

    private static decimal Now(MeasuredAssumption row, AssumptionSet assumptions, ImmutableArray<AssumptionOverride> own) =>
        own.LastOrDefault(each => each.Id == row.AssumptionId)?.Value ?? assumptions.Of(row.AssumptionId);

    /// <summary>An assumption that is judged by itself.</summary>
    private static Proposal Alone(BenchmarkRun run, MeasuredAssumption row, Assumption assumed, decimal now, Yields yields)
    {
        var counts = row.AssumptionId == AssumptionIds.CpuOvercommit && !HadNoSecondThreads(run) ? yields : Yields.None;
        var proposal = Drafted(run, row, assumed, now, counts);
        return proposal with { Refusal = proposal.Refusal ?? Wide(proposal.High - proposal.Low, assumed.High - assumed.Low, assumed) };
    }

    /// <summary>
    /// Whether the host had one thread on each core: then no worth of a second thread is in what was measured. A host that does not tell is taken to have had
    /// two.
    /// </summary>
    private static bool HadNoSecondThreads(BenchmarkRun run)
    {
        string? Fact(string name) => run.Conditions.Facts.FirstOrDefault(fact => fact.Name == name)?.Value.Text;
        return int.TryParse(Fact("cores"), NumberStyles.None, CultureInfo.InvariantCulture, out var cores)
            && int.TryParse(Fact("threads"), NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads == cores;
    }

    /// <summary>Assumptions that are parts of one sum: all of them, or none.</summary>
    private static IEnumerable<Proposal> Together(
        BenchmarkRun run, ImmutableArray<MeasuredAssumption> rows, AssumptionSet assumptions, ImmutableArray<AssumptionOverride> own)
    {
        var drafts = rows.Select(row => Drafted(run, row, assumptions[row.AssumptionId], Now(row, assumptions, own), Yields.None)).ToImmutableArray();
        var range = rows.Sum(row => row.Weight!.Value * (assumptions[row.AssumptionId].High - assumptions[row.AssumptionId].Low));
        var whole = run.Find(Measures.MemoryOverheadTypical.Name);
        var refusal = whole?.Width is not { } width
            ? Message.Of("proposal.no-interval", ("measure", Measures.MemoryOverheadTypical.Name))
            : Wide(Rounded(width), range, null);
        return drafts.Select(draft => draft with
        {
            Refusal = draft.Refusal ?? refusal ?? (drafts.FirstOrDefault(other => !other.IsAccepted) is { } other
                ? Message.Of("proposal.goes-with", ("assumption", other.Assumed.Id))
                : null),
        });
    }

    /// <summary>What was measured, refused where it cannot be used whatever its width.</summary>
    private static Proposal Drafted(BenchmarkRun run, MeasuredAssumption row, Assumption assumed, decimal now, Yields yields)
    {
        var measured = run.Find(row.Measure.Name);
        var value = Rounded(measured?.Value, row.Divisor * (1 + yields.Value));
        var low = Rounded(measured?.Low, row.Divisor * (1 + yields.High));
        var high = Rounded(measured?.High, row.Divisor * (1 + yields.Low));
        var bounds = KnownAssumptions.Of(assumed.Id).Bounds;
        var refusal = 0 switch
        {
            _ when !run.IsValid => Message.Of("run.does-not-count", ("why", run.WhyNotValid[0])),
            _ when measured is null => Message.Of("proposal.not-measured", ("measure", row.Measure.Name)),
            _ when measured.Unit != row.Measure.Unit => Message.Of("proposal.unit", ("is", measured.Unit), ("expected", row.Measure.Unit)),
            _ when value is null => Message.Of("proposal.too-large"),
            _ when measured.N < StopRule.Least => Message.Of("proposal.too-few", ("points", measured.N), ("least", StopRule.Least)),
            _ when low is null || high is null => Message.Of("proposal.open-interval"),
            _ when !bounds.Hold(value.Value) => Message.Of("proposal.out-of-bounds", ("low", bounds.Low), ("high", bounds.High)),
            _ => null,
        };
        var note = yields.Value == 0 ? null : Message.Of("proposal.divided", ("yield", yields.Value));
        return new Proposal(assumed, now, value, low, high, measured?.N ?? 0, refusal, measured is null ? null : note);
    }

    private static Message? Wide(decimal? width, decimal range, Assumption? assumed) => width < range
        ? null
        : Message.Of("proposal.wide", ("width", Unknown(width)), ("of", assumed is null ? Message.Of("proposal.of-three") : Message.None), ("range", range));

    private static MessageValue Unknown(decimal? width) => width is { } known ? known : "";

    private static decimal? Rounded(double? value) => Rounded(value, 1);

    /// <summary>To four digits that count: more would claim more than was measured. Null for what no assumption can be.</summary>
    private static decimal? Rounded(double? value, decimal divisor) =>
        value is { } number && Math.Abs(number) < (double)Largest
            ? decimal.Parse(
                ((double)((decimal)number / divisor)).ToString($"G{Digits}", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The thread yield that will hold, with its interval where it is the measured one.</summary>
    private readonly record struct Yields(decimal Value, decimal Low, decimal High)
    {
        public static Yields None { get; }

        public static Yields Of(AssumptionSet assumptions, ImmutableArray<AssumptionOverride> own)
        {
            var value = own.LastOrDefault(each => each.Id == AssumptionIds.ThreadYield)?.Value ?? assumptions.Of(AssumptionIds.ThreadYield);
            return new Yields(value, value, value);
        }

        public static Yields Of(Proposal measured) => new(measured.Measured!.Value, Math.Max(0, measured.Low!.Value), measured.High!.Value);
    }
}
