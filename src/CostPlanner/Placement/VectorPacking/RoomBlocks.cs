using System.Runtime.Intrinsics;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>What is left in the bins in use, in blocks of eight that the processor compares at once; places without a bin have -1 left.</summary>
internal sealed class RoomBlocks(float[] scarcity, int places)
{
    private static readonly int Lanes = Vector256<float>.Count;
    private static readonly Vector256<float> Far = Vector256.Create(Tuning.BeyondAnySize);

    private readonly int dimensions = scarcity.Length;
    private readonly float[] free = Filled((places + Lanes - 1) / Lanes * Lanes * scarcity.Length);
    private Vector256<uint> chance = Vector256<uint>.Indices + Vector256.Create(1u);

    /// <summary>Puts other chances in place of those before: each seed has its own.</summary>
    public void Seed(ref SplitMix random)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            chance = chance.WithElement(lane, 1 + (uint)random.Below(Tuning.MostOfSeed));
        }
    }

    public void Set(int place, ReadOnlySpan<int> left)
    {
        for (var d = 0; d < dimensions; d++)
        {
            free[At(place, d)] = left[d];
        }
    }

    /// <summary>Moves what stands at the last place to another, or only away from it.</summary>
    public void Move(int from, int to)
    {
        for (var d = 0; d < dimensions; d++)
        {
            free[At(to, d)] = free[At(from, d)];
            free[At(from, d)] = -1;
        }
    }

    public void Shift(int place, ReadOnlySpan<int> size, int sign)
    {
        for (var d = 0; d < dimensions; d++)
        {
            free[At(place, d)] += sign * size[d];
        }
    }

    /// <summary>
    /// Of the first places the one into which the size fits with the least weighted room left, each room stretched by chance up to the noise;
    /// <see cref="Packed.Nowhere"/> when it fits into none that is allowed.
    /// </summary>
    public int Tightest(ReadOnlySpan<int> size, int count, double noise, Func<int, bool>? isAllowed)
    {
        Span<Vector256<float>> need = stackalloc Vector256<float>[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            need[d] = Vector256.Create((float)size[d]);
        }

        var stretch = Vector256.Create((float)noise);
        var best = Far;
        var at = Vector256<int>.Zero;
        var offset = 0;
        for (var block = 0; block * Lanes < count; block++)
        {
            var fits = Vector256<float>.AllBitsSet;
            var room = Vector256<float>.Zero;
            for (var d = 0; d < dimensions; d++, offset += Lanes)
            {
                var left = Vector256.LoadUnsafe(ref free[offset]) - need[d];
                fits &= Vector256.GreaterThanOrEqual(left, Vector256<float>.Zero);
                room += left * scarcity[d];
            }

            room *= Vector256<float>.One + (stretch * Chances());
            room = Vector256.ConditionalSelect(isAllowed is null ? fits : Allowed(fits, block, isAllowed), room, Far);
            var less = Vector256.LessThan(room, best);
            best = Vector256.ConditionalSelect(less, room, best);
            at = Vector256.ConditionalSelect(less.AsInt32(), Vector256.Create(block), at);
        }

        var lane = 0;
        for (var each = 1; each < Lanes; each++)
        {
            lane = best.GetElement(each) < best.GetElement(lane) ? each : lane;
        }

        return best.GetElement(lane) >= Tuning.BeyondAnySize ? Packed.Nowhere : (at.GetElement(lane) * Lanes) + lane;
    }

    private static Vector256<float> Allowed(Vector256<float> fits, int block, Func<int, bool> isAllowed)
    {
        for (var lane = 0; lane < Lanes; lane++)
        {
            fits = fits.AsInt32().GetElement(lane) == 0 || isAllowed((block * Lanes) + lane) ? fits : fits.WithElement(lane, 0);
        }

        return fits;
    }

    private static float[] Filled(int length)
    {
        var values = new float[length];
        values.AsSpan().Fill(-1);
        return values;
    }

    /// <summary>Eight numbers from 0 to below 1, by the 32-bit xorshift of Marsaglia (Xorshift RNGs, 2003).</summary>
    private Vector256<float> Chances()
    {
        chance ^= chance << Tuning.XorshiftLeft;
        chance ^= chance >> Tuning.XorshiftRight;
        chance ^= chance << Tuning.XorshiftLast;
        return Vector256.ConvertToSingle((chance >> Tuning.BitsBeyondFloat).AsInt32()) * Tuning.FloatStep;
    }

    private int At(int place, int d) => (((place / Lanes * dimensions) + d) * Lanes) + (place % Lanes);
}
