using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Studies.Progress;

namespace CostPlanner.Studies.BreakEvens;

/// <summary>What is asked of a case: where the winner changes.</summary>
/// <param name="Keys">The keys in which every pair of options is looked at.</param>
/// <param name="Map">Two different keys over which the winner is looked for; null for none.</param>
/// <param name="Options">The options, by their places in the scenario, rising; two and more.</param>
public sealed record BreakEvenQuestion(ImmutableArray<KeyRange> Keys, (KeyRange X, KeyRange Y)? Map, ImmutableArray<int> Options);

/// <summary>An option of whose pairs nothing is said.</summary>
/// <param name="Option">The option, by its place among those asked about.</param>
/// <param name="Key">The key at whose values it has no total, or the two of a map.</param>
/// <param name="Why">Why, said of the option.</param>
public sealed record LeftOutOption(int Option, Message Key, Message Why);

/// <summary>Where the winner of a case changes: in one key for each pair of options, and over two keys.</summary>
/// <param name="Inputs">The case.</param>
/// <param name="Options">The options asked about; the places in all answers count among them.</param>
/// <param name="Keys">The answers by key, without the pairs of options that are left out.</param>
/// <param name="Map">Who wins over two keys; null where nobody asked.</param>
/// <param name="LeftOut">Options without a total at any value, by key.</param>
public sealed record BreakEvenStudy(
    CaseInputs Inputs, ImmutableArray<ScenarioOption> Options, ImmutableArray<KeyBreakEvens> Keys, KeyMap? Map, ImmutableArray<LeftOutOption> LeftOut)
{
    /// <summary>The answers; the same on any number of threads.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="asked">What is asked of it.</param>
    /// <param name="progress">Told, on any thread, at how many values of a key the case has been worked out.</param>
    /// <param name="token">Calls it off.</param>
    public static BreakEvenStudy Of(CaseInputs inputs, BreakEvenQuestion asked, IProgress<StudyProgress>? progress = null, CancellationToken token = default)
    {
        ImmutableArray<KeyBreakEvens> keys = [.. asked.Keys.Select(range => KeyBreakEvens.Of(inputs, range, asked.Options, Counted(range.Key.Name), token))];
        var map = asked.Map is var (x, y) ? KeyMap.Of(inputs, x, y, asked.Options, Counted(BothOf(x, y)), token) : null;
        var why = new Lazy<ImmutableArray<Message?>>(() => WhyNoTotal(inputs));
        return new BreakEvenStudy(
            inputs,
            [.. asked.Options.Select(option => inputs.Scenario.Options[option])],
            [.. keys.Select(key => key with { Pairs = [.. key.Pairs.Where(pair => !key.Lacking.Contains(pair.A) && !key.Lacking.Contains(pair.B))] })],
            map,
            [
                .. keys.SelectMany(key => key.Lacking.Select(option => LeftOut(option, key.Key.Name))),
                .. map?.Lacking.Select(option => LeftOut(option, BothOf(map.X, map.Y))) ?? [],
            ]);

        LeftOutOption LeftOut(int option, Message key) => new(option, key, why.Value[asked.Options[option]] ?? Message.Of("no-total.nowhere"));

        Action Counted(Message keys) => new CountedParts(progress, StudyStage.BreakEvens, keys: keys).Next;
    }

    private static Message BothOf(KeyRange x, KeyRange y) => Message.Of("break-evens.two-keys", ("x", x.Key.Name), ("y", y.Key.Name));

    /// <summary>Why each option of the case as it is has no total; null for those that have one.</summary>
    private static ImmutableArray<Message?> WhyNoTotal(CaseInputs inputs)
    {
        var placed = PlacedOption.All(inputs, inputs.Assumptions.With(inputs.Scenario.Assumptions));
        return [.. placed.Zip(PlacedOption.CostsOf(inputs, placed), (option, costs) => option.WhyNoTotal(costs))];
    }
}
