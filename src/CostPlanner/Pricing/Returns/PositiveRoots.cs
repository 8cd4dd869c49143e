using System.Collections.Immutable;
using System.Numerics;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>How many numbers of a range make a polynomial 0.</summary>
internal enum RootCount
{
    /// <summary>None.</summary>
    None,

    /// <summary>Exactly one.</summary>
    One,

    /// <summary>Two or more, or one where it only touches 0, or what lies too near to be told from two.</summary>
    Several,
}

/// <summary>The number of positive roots of a polynomial with whole coefficients; exact, nothing is rounded.</summary>
/// <remarks>
/// Descartes: a polynomial has at most as many positive roots as its coefficients, zeros left out, change sign, and differs from that by an
/// even number. Vincent, Collins and Akritas: map (0, 1) to (0, ∞) and count again; 0 changes are no root, 1 is one root, more halve the interval.
/// The roots above 1 are those of the reversed polynomial below 1. A multiple root counts as several.
/// </remarks>
/// <param name="Below1">Between 0 and 1.</param>
/// <param name="At1">At 1.</param>
/// <param name="Above1">Above 1.</param>
internal sealed record PositiveRoots(RootCount Below1, RootCount At1, RootCount Above1)
{
    /// <summary>All positive roots.</summary>
    public RootCount All => Counted(new[] { Below1, At1, Above1 }.Sum(count => (int)count));

    /// <summary>The roots of a polynomial; the lowest power comes first, and neither its coefficient nor the last is 0.</summary>
    public static PositiveRoots Of(ImmutableArray<BigInteger> polynomial) => new(
        Counted(CountBelow1([.. polynomial])),
        Counted(RootsAt0(MovedBy1([.. polynomial]))),
        Counted(CountBelow1([.. polynomial.Reverse()])));

    /// <summary>How often the sign changes from one number to the next, zeros left out.</summary>
    public static int SignChanges(IEnumerable<BigInteger> numbers)
    {
        var (changes, last) = (0, 0);
        foreach (var sign in numbers.Select(number => number.Sign).Where(sign => sign != 0))
        {
            changes += sign == -last ? 1 : 0;
            last = sign;
        }

        return changes;
    }

    private static RootCount Counted(int roots) => roots switch
    {
        0 => RootCount.None,
        1 => RootCount.One,
        _ => RootCount.Several,
    };

    /// <summary>Roots between 0 and 1, both left out; 2 and more are several.</summary>
    private static int CountBelow1(BigInteger[] polynomial)
    {
        var open = new Stack<(BigInteger[] Polynomial, decimal Width)>([(polynomial, 1m)]);
        var count = 0;
        while (count < 2 && open.TryPop(out var part))
        {
            var changes = SignChanges(MovedBy1([.. part.Polynomial.Reverse()]));
            if (changes > 1 && part.Width < RateLimits.Resolution)
            {
                return 2;
            }

            if (changes > 1)
            {
                var left = Halved(part.Polynomial);
                var right = MovedBy1(left);
                count += RootsAt0(right);
                open.Push((left, part.Width / 2));
                open.Push((right[RootsAt0(right)..], part.Width / 2));
            }
            else
            {
                count += changes;
            }
        }

        return count;
    }

    private static int RootsAt0(BigInteger[] polynomial) => polynomial.TakeWhile(coefficient => coefficient.IsZero).Count();

    /// <summary>2^n × p(x / 2): the left half of (0, 1) becomes the whole.</summary>
    private static BigInteger[] Halved(BigInteger[] polynomial) =>
        [.. polynomial.Select((coefficient, power) => coefficient << (polynomial.Length - 1 - power))];

    /// <summary>p(x + 1), by Horner's scheme of additions.</summary>
    private static BigInteger[] MovedBy1(BigInteger[] polynomial)
    {
        BigInteger[] moved = [.. polynomial];
        for (var i = 0; i < moved.Length; i++)
        {
            for (var power = moved.Length - 2; power >= i; power--)
            {
                moved[power] += moved[power + 1];
            }
        }

        return moved;
    }
}
