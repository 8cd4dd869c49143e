using System.Collections.Immutable;
using System.Numerics;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Returns;

/// <summary>The internal rate of return: the rate at which flows of money are worth nothing today.</summary>
/// <remarks>
/// <para>Definition: r with Σ over periods k of flow(k) / (1 + r)^k = 0, r above −1, period 0 undiscounted; with v = 1 / (1 + r) the roots of a
/// polynomial.</para>
/// <para>
/// Whether there is one rate is decided on exact numbers, by the rule of <see cref="Payback"/>: one change of sign. Flows that change direction once have one
/// rate (Descartes). Else, where their running sum changes its sign once and does not end at 0, exactly one rate is above 0 (Norstrom 1972), and that one is
/// taken and said to be so. Where both change more often no rate is told, also where only one would
/// balance the flows; nor where the running sum is never below 0, which is payback at once.
/// </para>
/// </remarks>
public static class InternalRate
{
    /// <summary>The rate for one period of equally spaced flows; money that comes in is positive.</summary>
    public static RateOfReturn OfPeriods(ImmutableArray<decimal> flows)
    {
        ImmutableArray<decimal> moving = [.. flows.SkipWhile(flow => flow == 0).Reverse().SkipWhile(flow => flow == 0).Reverse()];
        if (OneWay(moving) is { } none)
        {
            return none;
        }

        var exact = WholeNumbers.Of(moving);
        if (IsNeverBehind(exact))
        {
            return RateOfReturn.None(NoRate.NothingInvested, Message.Of("rate.nothing-invested"));
        }

        var changes = SignChanges.Of(exact.Select(flow => flow.Sign));
        if (changes > 1 && IsNorstrom(exact))
        {
            return OnlyAbove0(moving);
        }

        return changes == 1 ? TheOnly(moving, exact) : RateOfReturn.None(NoRate.SeveralChanges, Message.Of("rate.several", ("changes", changes)));
    }

    /// <summary>The effective yearly rate of monthly flows: (1 + m)^12 − 1, m the rate of a month.</summary>
    public static RateOfReturn OfMonths(ImmutableArray<decimal> flows) =>
        OfPeriods(flows).In(month => Compounding.Power(1 + month, Duration.MonthsPerYear) - 1);

    private static RateOfReturn? OneWay(ImmutableArray<decimal> moving) => (moving.Any(flow => flow < 0), moving.Any(flow => flow > 0)) switch
    {
        (true, true) => null,
        (false, true) => RateOfReturn.None(NoRate.NothingInvested, Message.Of("rate.nothing-invested")),
        (true, false) => RateOfReturn.None(NoRate.NothingReturned, Message.Of("rate.nothing-returned")),
        _ => RateOfReturn.None(NoRate.NothingMoves, Message.Of("rate.nothing-moves")),
    };

    /// <summary>Whether no more has ever gone out than came in: what has paid back at once has nothing laid out to earn on.</summary>
    private static bool IsNeverBehind(ImmutableArray<BigInteger> flows)
    {
        var sum = BigInteger.Zero;
        return flows.All(flow => (sum += flow).Sign >= 0);
    }

    private static bool IsNorstrom(ImmutableArray<BigInteger> flows)
    {
        var sum = BigInteger.Zero;
        var changes = SignChanges.Of(flows.Select(flow => (sum += flow).Sign));
        return changes == 1 && !sum.IsZero;
    }

    /// <summary>The rate, where it is known to be the only one: above, at or below 0 as the sum of the flows says.</summary>
    private static RateOfReturn TheOnly(ImmutableArray<decimal> moving, ImmutableArray<BigInteger> exact)
    {
        var sum = exact.Aggregate(BigInteger.Add).Sign;
        var said = Said(moving, null);
        return sum == 0 ? RateOfReturn.Of(0, said) : sum == Math.Sign(moving[0]) ? Below0(moving, said) : Above0(moving, said);
    }

    private static RateOfReturn OnlyAbove0(ImmutableArray<decimal> moving) =>
        Above0(moving, Said(moving, Message.Of("rate.only-above-0")));

    /// <summary>What must be said with a rate: money that comes in first is borrowed, and a high rate is no good news.</summary>
    private static Message? Said(ImmutableArray<decimal> moving, Message? beside) =>
        moving[0] > 0 ? Clauses.Of(Message.Of("rate.paid-not-earned"), beside) : beside;

    private static RateOfReturn Above0(ImmutableArray<decimal> moving, Message? said)
    {
        var factor = RootBelow1(moving);
        return factor < 1 / (1 + RateLimits.Highest) ? OutOfRange : RateOfReturn.Of((1 / factor) - 1, said);
    }

    /// <summary>Searched over 1 + r, so that no power of a number above 1 can run over.</summary>
    private static RateOfReturn Below0(ImmutableArray<decimal> moving, Message? said)
    {
        var growth = RootBelow1([.. moving.Reverse()]);
        return growth < 1 + RateLimits.Lowest ? OutOfRange : RateOfReturn.Of(growth - 1, said);
    }

    private static RateOfReturn OutOfRange => RateOfReturn.None(
        NoRate.OutOfRange, Message.Of("rate.out-of-range", ("lowest", RateLimits.Lowest), ("highest", RateLimits.Highest)));

    /// <summary>The one root between 0 and 1, by halving until two neighbours among the decimals are left.</summary>
    private static decimal RootBelow1(ImmutableArray<decimal> polynomial)
    {
        var largest = polynomial.Max(Math.Abs);
        decimal[] scaled = [.. polynomial.Select(coefficient => coefficient / largest)];
        var (low, high) = (0m, 1m);
        while (true)
        {
            var middle = (low + high) / 2;
            if (middle == low || middle == high)
            {
                return middle;
            }

            (low, high) = Math.Sign(At(scaled, middle)) == Math.Sign(polynomial[0]) ? (middle, high) : (low, middle);
        }
    }

    /// <summary>The polynomial's value, by Horner's rule: no power is formed.</summary>
    private static decimal At(decimal[] polynomial, decimal x)
    {
        var value = 0m;
        for (var power = polynomial.Length - 1; power >= 0; power--)
        {
            value = (value * x) + polynomial[power];
        }

        return value;
    }
}
