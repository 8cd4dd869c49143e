using System.Runtime.CompilerServices;

namespace CostPlanner.Placement.VectorPacking;

/// <summary>A small seeded generator: the same numbers on every machine and runtime.</summary>
/// <remarks>SplitMix64: Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.</remarks>
internal struct SplitMix
{
    private ulong state;

    /// <summary>A generator of its own for each (seed, round, group): neighbours share nothing.</summary>
    public SplitMix(int seed, long round = 0, int group = 0)
    {
        unchecked
        {
            state = Mix((ulong)seed * Tuning.SplitMixStep);
            state = Mix(state ^ (((ulong)round + 1) * Tuning.SplitMixStep));
            state = Mix(state ^ (((ulong)group + 1) * Tuning.SplitMixFirst));
        }
    }

    /// <summary>A whole number from 0 to one below the limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int limit) => (int)unchecked(((NextBits() >> Tuning.HalfOfBits) * (uint)limit) >> Tuning.HalfOfBits);

    /// <summary>A number from 0 to below 1.</summary>
    public double Share() => (NextBits() >> Tuning.BitsBeyondDouble) * Tuning.DoubleStep;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong NextBits()
    {
        unchecked
        {
            state += Tuning.SplitMixStep;
            return Mix(state);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> Tuning.SplitMixShiftFirst)) * Tuning.SplitMixFirst;
            z = (z ^ (z >> Tuning.SplitMixShiftSecond)) * Tuning.SplitMixSecond;
            return z ^ (z >> Tuning.SplitMixShiftLast);
        }
    }
}
