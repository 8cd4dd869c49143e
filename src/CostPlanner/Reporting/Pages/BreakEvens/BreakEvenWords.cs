using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation.BreakEvens;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Pages.BreakEvens;

/// <summary>What is said of break-evens, in the report, on a page and on a terminal.</summary>
public static class BreakEvenWords
{
    /// <summary>A key with its unit and its value now: "Discount of Broadcom, of the list price: now 0.0 %".</summary>
    public static string Of(KeyBreakEvens key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var plausible = key.Plausible is { } range
            ? Words.Of("uncertainty.winner-changes.plausible", ("low", Value(key.Key, range.Low)), ("high", Value(key.Key, range.High)))
            : "";
        var now = key.Now is { } value ? Words.Of("break-evens.now", ("value", Value(key.Key, value))) : Words.Of("break-evens.none-now");
        return $"{Axis(key.Key)}: {now}{plausible}";
    }

    /// <summary>A key with its unit, as an axis has it; a label that ends with it says it once: "Growth of the demand per year".</summary>
    public static string Axis(NumberKey key)
    {
        var unit = UncertaintyWords.Unit(key.Unit);
        var label = Sentences.Of(key.Label);
        return unit.Length == 0 || label.EndsWith(unit, StringComparison.Ordinal) ? label : $"{label}, {unit}";
    }

    /// <summary>The values looked at: "0.0 % to 95.0 %".</summary>
    public static string Range(NumberKey key, decimal low, decimal high) => Words.Of(
        "break-evens.to",
        ("value", Value(key, low)),
        ("value-2", Value(key, high)));

    /// <summary>A value of a key without its unit; a share as per cent.</summary>
    public static string Value(NumberKey key, decimal value) => UncertaintyWords.Value(key.Unit, value);

    /// <summary>Where the winner of a pair changes, who is the cheaper on either side, and at how many values there was no answer.</summary>
    /// <param name="key">The key that is looked at.</param>
    /// <param name="pair">One of its pairs.</param>
    /// <param name="a">What the one option is called.</param>
    /// <param name="b">What the other is called.</param>
    /// <param name="currency">The currency of totals.</param>
    public static string Of(KeyBreakEvens key, PairBreakEven pair, string a, string b, Currency currency)
    {
        var answer = pair.Answer;
        var range = Range(key.Key, answer.Low, answer.High);
        if (answer.Missing >= answer.Looked)
        {
            return Words.Of("break-evens.not-known-one", ("range", range));
        }

        var gaps = answer.Missing == 0 ? "" : Words.Of(
            "break-evens.gaps",
            ("missing", Printed.Whole(answer.Missing)),
            ("looked", Printed.Whole(answer.Looked)));
        return answer.IsNeverInRange
            ? Words.Of("break-evens.never-in-range", ("range", range), ("always", Always(answer, a, b, currency)), ("gaps", gaps))
            : string.Join("; ", answer.Crossings.Select(each => Of(key.Key, each, a, b))) + gaps;
    }

    /// <summary>The option that is the cheaper below a change, and the one above it.</summary>
    public static (string Below, string Above) Sides(Crossing change, string a, string b) => change.Before > 0 ? (b, a) : (a, b);

    /// <summary>The option that is the cheaper wherever there is an answer; null where the two cost the same.</summary>
    public static string? Cheaper(BreakEven answer, string a, string b) => answer.Most > 0 ? b : answer.Least < 0 ? a : null;

    private static string Always(BreakEven answer, string a, string b, Currency currency)
    {
        if (Cheaper(answer, a, b) is not { } cheaper)
        {
            return Words.Of("break-evens.always");
        }

        var leads = new[] { answer.Least!.Value, answer.Most!.Value }.Select(Math.Abs)
            .Order()
            .Select(lead => Printed.Amount(new Money(lead, currency)))
            .Distinct();
        return Words.Of("break-evens.is-the-cheaper-by", ("cheaper", cheaper), ("leads", string.Join(Words.Of("break-evens.between-leads"), leads)));
    }

    private static string Of(NumberKey key, Crossing change, string a, string b)
    {
        var (below, above) = Sides(change, a, b);
        return 0 switch
        {
            _ when change.HasGap => Words.Of(
                "break-evens.between-and-where",
                ("value", Value(key, change.From)),
                ("value-2", Value(key, change.To)),
                ("below", below),
                ("above", above)),
            _ when key.IsWhole
                && change.From < change.To => Words.Of(
                    "break-evens.from-on-up",
                    ("value", Value(key, change.To)),
                    ("value-2", Value(key, change.From)),
                    ("below", below),
                    ("above", above)),
            _ => Words.Of("break-evens.at-below-it", ("value", Value(key, change.At)), ("below", below), ("above", above)),
        };
    }
}
