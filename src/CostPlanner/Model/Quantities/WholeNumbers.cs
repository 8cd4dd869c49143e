using System.Collections.Immutable;
using System.Numerics;

namespace CostPlanner.Model;

/// <summary>Decimals as whole numbers of any length, for arithmetic that must not round.</summary>
public static class WholeNumbers
{
    private const int Radix = 10;
    private const int WordBits = 32;

    /// <summary>The numbers, all multiplied by the same power of ten, the least that leaves none with a fraction in its notation.</summary>
    public static ImmutableArray<BigInteger> Of(ImmutableArray<decimal> numbers)
    {
        var scale = numbers.Select(number => (int)number.Scale).DefaultIfEmpty(0).Max();
        return [.. numbers.Select(number => Digits(number) * BigInteger.Pow(Radix, scale - number.Scale))];
    }

    /// <summary>The number without its decimal point.</summary>
    private static BigInteger Digits(decimal number)
    {
        // Three words of 32 bits, the lowest first, and a fourth for sign and point.
        var digits = decimal.GetBits(number).Take(3).Reverse().Aggregate(BigInteger.Zero, (sum, word) => (sum << WordBits) + unchecked((uint)word));
        return number < 0 ? -digits : digits;
    }
}
