using System.Collections.Immutable;
using CostPlanner.Reporting.Content;
using CostPlanner.Simulation.BreakEvens;

namespace CostPlanner.Reporting.Sections;

/// <summary>Where the winner of a pair of options changes as one value does, all others staying as they are.</summary>
internal static class BreakEvenTable
{
    public static Table? Of(BusinessCase result, UncertaintyStudy study)
    {
        var pairs = Pairs(result, study);
        return study.BreakEvens.IsEmpty || pairs.IsEmpty ? null : new Table
        {
            Caption = "Break-evens: where the cheaper of two options changes",
            Columns = [new Column("Pair", Width: 38), new Column("The cheaper one changes", Width: 62)],
            Rows = [.. study.BreakEvens.SelectMany(key => Rows(result, key, pairs))],
            Note = "One value moves, all others stay as in the case, and the whole case is run at each. Pairs: each option with the baseline, and the two cheapest.",
        };
    }

    /// <summary>Where the winner of a pair changes, in words.</summary>
    public static string Words(KeyBreakEvens key, PairBreakEven pair, string a, string b)
    {
        var answer = pair.Answer;
        var range = $"{Value(key, answer.Low)} to {Value(key, answer.High)}";
        if (answer.Missing >= answer.Looked)
        {
            return $"not known: one of the two lacks a total at every value looked at ({range})";
        }

        var gaps = answer.Missing == 0 ? "" : $"; no answer at {Printed.Whole(answer.Missing)} of {Printed.Whole(answer.Looked)} values looked at";
        return answer.IsNeverInRange
            ? $"never in range ({range}){Always(answer, a, b)}{gaps}"
            : string.Join("; ", answer.Crossings.Select(each => Crossing(key, each, a, b))) + gaps;
    }

    /// <summary>The pairs that matter: each option with the baseline, then the two cheapest where neither is the baseline; places in the scenario's order.</summary>
    private static ImmutableArray<(int A, int B)> Pairs(BusinessCase result, UncertaintyStudy study)
    {
        var baseline = study.Result.Plan.Baseline;
        var cheapest = result.Options.Index().Where(each => each.Item.IsRanked).OrderBy(each => each.Item.Costs.Total.Amount).Take(2).Select(each => each.Index).Order().ToList();
        var pairs = Enumerable.Range(0, result.Options.Length).Where(option => option != baseline).Select(option => (Math.Min(option, baseline), Math.Max(option, baseline)));
        return [.. (cheapest.Count < 2 ? pairs : pairs.Append((cheapest[0], cheapest[1]))).Distinct()];
    }

    private static IEnumerable<Row> Rows(BusinessCase result, KeyBreakEvens key, ImmutableArray<(int A, int B)> pairs)
    {
        var unit = UncertaintyWords.Unit(key.Key.Unit);
        yield return new Row([new Cell($"{key.Key.Label}{(unit.Length == 0 ? "" : $", {unit}")}: now {Value(key, key.Now)}")], RowKind.Group);
        foreach (var (a, b) in pairs)
        {
            var pair = key.Pairs.First(each => each.A == a && each.B == b);
            var (nameA, nameB) = (result.Options[a].Option.Name, result.Options[b].Option.Name);
            yield return new Row([new Cell($"{nameA} and {nameB}"), new Cell(Words(key, pair, nameA, nameB), pair.Answer.IsNeverInRange ? Tone.Quiet : Tone.Normal)]);
        }
    }

    private static string Always(BreakEven answer, string a, string b) => (answer.AtLow ?? answer.AtHigh) switch
    {
        null or 0 => "",
        > 0 => $": {b} is the cheaper",
        _ => $": {a} is the cheaper",
    };

    private static string Crossing(KeyBreakEvens key, Crossing each, string a, string b)
    {
        var (below, above) = each.Before > 0 ? (b, a) : (a, b);
        var at = each.HasGap ? $"between {Value(key, each.From)} and {Value(key, each.To)}, where there is no answer" : $"at {Value(key, each.At)}";
        return $"{at}: below it {below} is the cheaper, above it {above}";
    }

    private static string Value(KeyBreakEvens key, decimal value) => UncertaintyWords.Value(key.Key.Unit, value);
}
