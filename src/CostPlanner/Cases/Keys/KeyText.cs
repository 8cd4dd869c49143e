using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>Changes of a case as the user writes them: "growth=0.1", "failover=0..2", "growth=0..0.2..0.05", "sizing=p95,p99".</summary>
public static class KeyText
{
    private const string To = "..";
    private const decimal Parts = 10m;

    /// <summary>A key and its value; throws <see cref="CaseKeyException"/> where the text is none or the case has no such key.</summary>
    public static KeyValue Setting(CaseInputs inputs, string text)
    {
        var (name, value) = Split(text);
        _ = Key(inputs, name);
        return new KeyValue(name, value);
    }

    /// <summary>A key and the values that it takes: from, to and step, or a list; throws <see cref="CaseKeyException"/> where the text is neither.</summary>
    public static SweepAxis Axis(CaseInputs inputs, string text)
    {
        var (name, values) = Split(text);
        var key = Key(inputs, name);
        return new SweepAxis(
            name,
            key.Label,
            key.Unit,
            key is NumberKey && values.Contains(To, StringComparison.Ordinal) ? Steps(text, values) : [.. values.Split(',', StringSplitOptions.TrimEntries)]);
    }

    /// <summary>
    /// A key and the range that is looked at, its usual one where the text has none; throws <see cref="CaseKeyException"/> where it can mean nothing.
    /// </summary>
    public static KeyRange Range(CaseInputs inputs, string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (Key(inputs, parts[0]) is not NumberKey key)
        {
            throw new CaseKeyException(Message.Of("key-text.no-number", ("key", parts[0])));
        }

        return parts.Length == 2 ? Within(key, text, parts[1])
            : key.Usual is { } usual ? new KeyRange(key, usual.Low, usual.High)
            : throw new CaseKeyException(Message.Of("key-text.no-usual-range", ("key", key.Name)));
    }

    /// <summary>The case with all those values, one after the other; throws <see cref="CaseKeyException"/> for one that can mean nothing.</summary>
    public static CaseInputs Apply(CaseInputs inputs, IEnumerable<KeyValue> values) =>
        values.Aggregate(inputs, (given, each) => Key(given, each.Key).Change(given, each.Value));

    /// <summary>The key of that name; throws <see cref="CaseKeyException"/> with the nearest one where there is none.</summary>
    public static CaseKey Key(CaseInputs inputs, string name) => CaseKeys.Find(inputs, name) ?? throw new CaseKeyException(CaseKeys.WhyNone(inputs, name));

    private static KeyRange Within(NumberKey key, string text, string values)
    {
        if (values.Split(To).Select(ValueText.Number).ToList() is not [{ } from, { } to])
        {
            throw new CaseKeyException(Message.Of("key-text.no-range", ("text", text)));
        }

        return 0 switch
        {
            _ when from >= to => throw new CaseKeyException(Message.Of("key-text.falling-range", ("text", text))),
            _ when !key.Bounds.Hold(from)
                || !key.Bounds.Hold(to) => throw new CaseKeyException(
                Message.Of("key-text.out-of-bounds", ("text", text), ("key", key.Name), ("bounds", key.Bounds.Said))),
            _ when key.IsWhole && (from != decimal.Truncate(from) || to != decimal.Truncate(to)) =>
                throw new CaseKeyException(Message.Of("key-text.not-whole", ("text", text), ("key", key.Name))),
            _ => new KeyRange(key, from, to),
        };
    }

    private static (string Name, string Value) Split(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && at < text.Length - 1
            ? (text[..at].Trim(), text[(at + 1)..].Trim())
            : throw new CaseKeyException(Message.Of("key-text.sets-nothing", ("text", text)));
    }

    /// <summary>Without a step by 1 between whole numbers, else by a tenth of the way.</summary>
    private static ImmutableArray<string> Steps(string text, string values)
    {
        var parts = values.Split(To).Select(ValueText.Number).ToList();
        if (parts.Count is not (2 or 3) || parts.Contains(null))
        {
            throw new CaseKeyException(Message.Of("key-text.no-sweep", ("text", text)));
        }

        var (from, to) = (parts[0]!.Value, parts[1]!.Value);
        var whole = from == decimal.Truncate(from) && to == decimal.Truncate(to);
        var step = parts.Count == 3 ? parts[2]!.Value : whole ? 1 : (to - from) / Parts;
        if (from >= to || step <= 0 || (to - from) / step >= Sweep.MostPoints)
        {
            throw new CaseKeyException(Message.Of("key-text.falling-sweep", ("text", text), ("steps", Sweep.MostPoints)));
        }

        return [.. Enumerable.Range(0, (int)decimal.Truncate((to - from) / step) + 1).Select(number => ValueText.Of(from + (number * step)))];
    }
}
