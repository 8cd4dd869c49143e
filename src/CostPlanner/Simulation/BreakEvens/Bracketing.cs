using System.Collections.Concurrent;

namespace CostPlanner.Simulation.BreakEvens;

/// <summary>A difference as a function of one key, run once for each value, and the way to its changes of sign by halving.</summary>
internal sealed class Bracketing(Func<decimal, decimal?> difference, decimal near, decimal? unit)
{
    private readonly ConcurrentDictionary<decimal, decimal?> known = new();

    /// <summary>At how many values the case was run.</summary>
    public int Looked => known.Count;

    /// <summary>At how many of them it had no difference.</summary>
    public int Missing => known.Values.Count(each => each is null);

    /// <summary>The least difference; null where there is none.</summary>
    public decimal? Least => known.Values.Min();

    /// <summary>The most.</summary>
    public decimal? Most => known.Values.Max();

    /// <summary>The difference at a value.</summary>
    public decimal? At(decimal value) => known.GetOrAdd(value, difference);

    /// <summary>The change between two values whose differences have different signs, none 0.</summary>
    public Crossing Between(decimal from, decimal to, CancellationToken token)
    {
        var before = Math.Sign(At(from)!.Value);
        while (to - from > near)
        {
            token.ThrowIfCancellationRequested();
            var middle = Middle(from, to);
            if (middle <= from || middle >= to)
            {
                break; // No value lies between, in the key's steps or in decimals.
            }

            switch (At(middle))
            {
                case null:
                    return Found(from, to, hasGap: true);
                case 0:
                    return new Crossing(middle, middle, At(from)!.Value, At(to)!.Value, false);
                case { } here when Math.Sign(here) == before:
                    from = middle;
                    break;
                default:
                    to = middle;
                    break;
            }
        }

        return Found(from, to, hasGap: false);
    }

    private decimal Middle(decimal from, decimal to) =>
        from + (unit is { } step ? decimal.Floor((to - from) / step / 2) * step : (to - from) / 2);

    private Crossing Found(decimal from, decimal to, bool hasGap) => new(from, to, At(from)!.Value, At(to)!.Value, hasGap);
}
