namespace CostPlanner.Simulation.Sampling;

/// <summary>The numbers of one trial: for each input one that depends on the seed, the trial's number and the input's key, and on nothing else.</summary>
/// <remarks>
/// No state is carried from draw to draw: a number is a hash of where it is asked for, the finaliser of SplitMix64 (Steele, Lea and Flood 2014) taken
/// over seed, trial and key in turn. So trials can be made in any order and on any thread, all options of a trial see the same draws, and an input
/// draws the same values whatever other inputs stand beside it.
/// </remarks>
internal readonly struct TrialGenerator(ulong seed, int trial)
{
    private const ulong GoldenGamma = 0x9E3779B97F4A7C15;
    private const ulong HashStart = 0xCBF29CE484222325;
    private const ulong HashPrime = 0x100000001B3;

    // 52 bits and a half: of 53 bits the last would round to 1.
    private const int Dropped = 12;
    private const double Steps = 1L << 52;

    private readonly ulong state = Mix(unchecked(Mix(unchecked(seed + GoldenGamma)) + ((ulong)trial * GoldenGamma)));

    /// <summary>What stands for a key: its 64-bit FNV-1a hash.</summary>
    public static ulong KeyOf(string key)
    {
        var hash = HashStart;
        foreach (var letter in key)
        {
            hash = unchecked((hash ^ letter) * HashPrime);
        }

        return Mix(hash);
    }

    /// <summary>A number for a key, evenly spread over 0 to 1, never 0 nor 1.</summary>
    public double Share(ulong key) => ((Bits(key) >> Dropped) + 0.5) / Steps;

    /// <summary>64 even bits for a key.</summary>
    public ulong Bits(ulong key) => Mix(unchecked(state + (key * GoldenGamma)));

    private static ulong Mix(ulong bits)
    {
        unchecked
        {
            bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
            bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
            return bits ^ (bits >> 31);
        }
    }
}
