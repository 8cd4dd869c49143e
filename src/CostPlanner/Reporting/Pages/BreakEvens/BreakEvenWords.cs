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
        return $"{Axis(key.Key)}: {(key.Now is { } now ? $"now {Value(key.Key, now)}" : "none now")}";
    }

    /// <summary>A key with its unit, as an axis has it; a label that ends with it says it once: "Growth of the demand per year".</summary>
    public static string Axis(NumberKey key)
    {
        var unit = UncertaintyWords.Unit(key.Unit);
        var label = Sentences.Of(key.Label);
        return unit.Length == 0 || label.EndsWith(unit, StringComparison.Ordinal) ? label : $"{label}, {unit}";
    }

    /// <summary>The values looked at: "0.0 % to 95.0 %".</summary>
    public static string Range(NumberKey key, decimal low, decimal high) => $"{Value(key, low)} to {Value(key, high)}";

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
            return $"not known: one of the two lacks a total at every value looked at ({range})";
        }

        var gaps = answer.Missing == 0 ? "" : $"; no answer at {Printed.Whole(answer.Missing)} of {Printed.Whole(answer.Looked)} values looked at";
        return answer.IsNeverInRange
            ? $"never in range ({range}): {Always(answer, a, b, currency)}{gaps}"
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
            return "the two cost the same";
        }

        var leads = new[] { answer.Least!.Value, answer.Most!.Value }.Select(Math.Abs)
            .Order()
            .Select(lead => Printed.Amount(new Money(lead, currency)))
            .Distinct();
        return $"{cheaper} is the cheaper by {string.Join(" to ", leads)}";
    }

    private static string Of(NumberKey key, Crossing change, string a, string b)
    {
        var (below, above) = Sides(change, a, b);
        return 0 switch
        {
            _ when change.HasGap => $"between {Value(key, change.From)} and {Value(key, change.To)}, where there is no answer: below it {below} is the "
                + $"cheaper, above it {above}",
            _ when key.IsWhole
                && change.From < change.To => $"from {Value(key, change.To)} on: up to {Value(key, change.From)} {below} is the cheaper, from there on {above}",
            _ => $"at {Value(key, change.At)}: below it {below} is the cheaper, above it {above}",
        };
    }
}
