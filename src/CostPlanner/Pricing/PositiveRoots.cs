using System.Collections.Immutable;
using System.Numerics;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>How many numbers above 0 make a polynomial 0.</summary>
internal enum RootCount
{
    /// <summary>None.</summary>
    None,

    /// <summary>Exactly one.</summary>
    One,

    /// <summary>Two or more, or one where it only touches 0, or what lies too near to be told from two.</summary>
    Several,
}

/// <summary>Counts the positive roots of a polynomial with whole coefficients; exact, nothing is rounded.</summary>
/// <remarks>
/// Descartes: a polynomial has at most as many positive roots as its coefficients, zeros left out, change sign, and differs from that by an
/// even number. Vincent, Collins and Akritas: map (0, 1) to (0, ∞) and count again; 0 changes are no root, 1 is one root, more halve the interval.
/// The roots above 1 are those of the reversed polynomial below 1.
/// </remarks>
internal static class PositiveRoots
{
    /// <summary>The number of roots, a multiple root counted as several; the lowest power comes first, and neither its coefficient nor the last is 0.</summary>
    public static RootCount Of(ImmutableArray<BigInteger> polynomial)
    {
        BigInteger[] up = [.. polynomial];
        BigInteger[] down = [.. polynomial.Reverse()];
        var count = RootsAt0(MovedBy1(up));
        count += count > 1 ? 0 : Below1(up);
        count += count > 1 ? 0 : Below1(down);
        return count switch
        {
            0 => RootCount.None,
            1 => RootCount.One,
            _ => RootCount.Several,
        };
    }

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

    /// <summary>Roots between 0 and 1, both left out: 0, 1, or 2 for more and for what is too near to tell.</summary>
    private static int Below1(BigInteger[] polynomial)
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

        return Math.Min(count, 2);
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
