using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Pages.BreakEvens;

/// <summary>Where the winner of a pair of options changes as one value does, all others staying as they are.</summary>
internal static class BreakEvenTable
{
    /// <summary>How the values were found.</summary>
    public static string Method => Words.Of("break-evens.method");

    /// <summary>The table of those pairs that matter; null where there are none.</summary>
    /// <param name="keys">The keys with their pairs.</param>
    /// <param name="names">The options that pairs count among, as printed.</param>
    /// <param name="currency">The currency of totals.</param>
    /// <param name="matters">Which pairs are shown.</param>
    /// <param name="note">What is said of the pairs that are shown.</param>
    public static Table? Of(ImmutableArray<KeyBreakEvens> keys, ImmutableArray<string> names, Currency currency, Func<PairBreakEven, bool> matters, string note)
    {
        ImmutableArray<Row> rows = [.. keys.Where(key => key.Pairs.Any(matters)).SelectMany(key => Rows(key, names, currency, matters))];
        return rows.IsEmpty ? null : new Table
        {
            Caption = Words.Of("break-evens.caption"),
            Columns = [new Column(Words.Of("break-evens.pair"), Width: 38), new Column(Words.Of("break-evens.the-cheaper-one-changes"), Width: 62)],
            Rows = rows,
            Note = $"{Method} {note}",
        };
    }

    private static IEnumerable<Row> Rows(KeyBreakEvens key, ImmutableArray<string> names, Currency currency, Func<PairBreakEven, bool> matters)
    {
        yield return new Row([new Cell(BreakEvenWords.Of(key))], RowKind.Group);
        foreach (var pair in key.Pairs.Where(matters))
        {
            var (a, b) = (names[pair.A], names[pair.B]);
            yield return new Row(
                [
                    new Cell(Words.Of("break-evens.and", ("a", a), ("b", b))),
                    new Cell(BreakEvenWords.Of(key, pair, a, b, currency), pair.Answer.IsNeverInRange ? Tone.Quiet : Tone.Normal),
                ]);
        }
    }
}
