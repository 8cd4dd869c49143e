using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Simulation.BreakEvens;

namespace CostPlanner.Cases.Keys;

/// <summary>A key and the values of it that are looked at.</summary>
/// <param name="Key">The key.</param>
/// <param name="Low">The least value.</param>
/// <param name="High">The most, above the least.</param>
public sealed record KeyRange(NumberKey Key, decimal Low, decimal High)
{
    /// <summary>The key's smallest step, 1 for a whole number; null for one without.</summary>
    public decimal? Unit => Key.IsWhole ? 1 : null;

    /// <summary>A key over the values that are looked at where nobody names any; null where the case has no such key, or none such values.</summary>
    public static KeyRange? Usual(CaseInputs inputs, string name) =>
        CaseKeys.Find(inputs, name) is NumberKey { Usual: { } usual } key ? new KeyRange(key, usual.Low, usual.High) : null;

    /// <summary>So many even values from low to high, both among them; of a whole number the nearest ones, each once.</summary>
    public ImmutableArray<decimal> Values(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return BreakEven.Scan(Low, High, new BreakEvenSearch(count - 1, 0, Unit));
    }

    /// <summary>The same, with what the case has now in place of the value next to it, so that the case itself is among them; the two ends stay.</summary>
    public ImmutableArray<decimal> Values(int count, CaseInputs inputs)
    {
        var even = Values(count);
        return Key.Value(inputs) is { } now && Low < now && now < High && even.Length > 2
            ? even.SetItem(Enumerable.Range(1, even.Length - 2).MinBy(place => Math.Abs(even[place] - now)), now)
            : even;
    }
}
