namespace CostPlanner.Placement.VectorPacking;

/// <summary>Settings of the search: how hard it tries and where it looks. They are not policy; policy is in data/assumptions.</summary>
internal static class Tuning
{
    /// <summary>The constants of SplitMix64.</summary>
    public const ulong SplitMixStep = 0x9E3779B97F4A7C15;

    public const ulong SplitMixFirst = 0xBF58476D1CE4E5B9;
    public const ulong SplitMixSecond = 0x94D049BB133111EB;
    public const int SplitMixShiftFirst = 30;
    public const int SplitMixShiftSecond = 27;
    public const int SplitMixShiftLast = 31;

    /// <summary>Bits of half a generated number, and those that a double has no place for.</summary>
    public const int HalfOfBits = 32;

    public const int BitsBeyondDouble = 11;
    public const double DoubleStep = 1.0 / (1L << 53);

    /// <summary>Work allowed when the caller names none: a part for every instance and a part for each copy.</summary>
    public const long WorkForAll = 2_000_000_000;

    public const long WorkForCopy = 12_000;

    /// <summary>Above so many copies of distinct types the scans that look at every open bin cost too much.</summary>
    public const int ManyTypes = 50_000;

    /// <summary>Above so many bins first fit looks through a tree instead of a list.</summary>
    public const int BinsForTree = 20_000;

    /// <summary>How many buckets of like items the dot product scores, and how finely a bucket divides sizes until then.</summary>
    public const int Buckets = 256;

    public const int LevelsOfShare = 1024;
    public const int MostLevels = 128;
    public static readonly double[] Fineness = [0.15, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 9, 13];

    /// <summary>A size larger than any there is: the head of an empty bucket.</summary>
    public const float BeyondAnySize = 1 << 26;

    /// <summary>Bins that worst fit looks at for an item, in a window at a random place, and how many windows it tries.</summary>
    public const int Window = 32;

    public const int WindowTries = 4;

    /// <summary>Numbers of bins that worst fit is tried on, as shares above the bound.</summary>
    public static readonly double[] OpenShares = [0.004, 0.001, 0.008, 0];

    /// <summary>Repair takes so many bins at once, and more where there are no more than so many copies.</summary>
    public const int GroupBins = 20;

    public const int WideGroupBins = 100;
    public const int WholeInstanceCopies = 2_500;

    /// <summary>There all bins are taken at once, too: looks of the first attempt, and rounds of groups after one that failed.</summary>
    public const long WholeLooks = 60_000_000;

    public const int RoundsBetweenWhole = 8;

    /// <summary>Groups that one round repairs side by side, at most, whatever the threads.</summary>
    public const int GroupsInRound = 16;

    /// <summary>Ejections tried on a group, and in a row without any gain: few at first, more once whole sweeps save no bin.</summary>
    public const int GroupEjections = 3_000;

    public const int EjectionsWithoutGain = 60;
    public const int MostEjectionsWithoutGain = 1_500;

    /// <summary>Bins looked at to find an empty one.</summary>
    public const int Samples = 12;

    /// <summary>Bins looked at by chance for one that no group has yet, before they are looked at in turn.</summary>
    public const int MostSamples = 10_000;

    /// <summary>Bins with no more items try every pair of items to eject, others a few.</summary>
    public const int ItemsForAllPairs = 10;

    /// <summary>For so many ejections an item that was placed stays, and up to so many more.</summary>
    public const int Tenure = 3;

    public const int TenureSpread = 8;

    /// <summary>Every so many ejections, a power of 2, so many exchanges between bins are tried.</summary>
    public const int EjectionsBetweenSwaps = 8;

    public const int Swaps = 16;

    /// <summary>Ejections between questions whether to stop, a power of 2.</summary>
    public const int EjectionsBetweenStops = 64;

    /// <summary>Weights closer than this are equal.</summary>
    public const float EqualWeights = 1e-9f;

    /// <summary>The pattern bound is tried for so many types of items and states of a bin, in so many rounds.</summary>
    public const int MostTypesForPatterns = 64;

    public const long MostBinStates = 1 << 21;
    public const int MostPatterns = 2_000;

    /// <summary>Duals are rounded down to so many parts of a bin; gains below this are none.</summary>
    public const double DualParts = 1L << 40;

    public const double LeastGain = 1e-9;

    /// <summary>So much more is asked of a type than there are copies, at most; and what all of that may add to the bins of the linear program.</summary>
    public const double MoreAsked = 1e-4;

    public const double Slack = 0.05;

    /// <summary>The least that a stand-in costs, in bins, and how much dearer it becomes at a time.</summary>
    public const double CheapestStandIn = 1e-3;

    public const double RaiseOfStandIns = 1.5;

    /// <summary>Patterns that are kept in mind, and how many numbers of the inverse are as quick to change as one look.</summary>
    public const int MostKnownPatterns = 5_000;

    public const int LooksShare = 8;

    /// <summary>Rounding fixes the patterns used at least so often, and others until it has so large a share of the copies.</summary>
    public const double NearlyWhole = 0.9;

    public const double FixedAtOnce = 0.2;

    /// <summary>Roundings that are tried, and how often a pattern may at last seem to be used more than it is.</summary>
    public const int Roundings = 30;

    public const double NoiseOfRounding = 0.4;

    /// <summary>Fills are searched for among so many copies, at most so many to a bin.</summary>
    public const int MostCopiesForFills = 1_500;

    public const int FewItems = 3;

    /// <summary>Work allowed for repair before patterns of few items, and for the copies that whole patterns leave.</summary>
    public const long WorkBeforePatterns = 30_000_000;

    public const long WorkForRest = 200_000_000;

    /// <summary>
    /// Ruin and recreate: starts tried, bins emptied at most, below how many copies are pulled out besides, and the chance in placing them again.
    /// </summary>
    public const int Starts = 20;

    public const int BinsRuined = 4;
    public const int CopiesPulled = 8;
    public const double MostNoise = 0.3;
    public const double NoiseOfKinds = 8;
    public const double EmptiedAgain = 1.02;

    /// <summary>The first temperature, as a share of the cost, for one bin.</summary>
    public const double StartTemperature = 0.0005;

    /// <summary>A capacity is divided into so many steps at most, in so many looks at a size.</summary>
    public const int MostSteps = 1024;

    public const int LooksForSteps = 1 << 17;

    /// <summary>Steps towards the covering bound, and how many without a gain before they get smaller.</summary>
    public const int CoveringSteps = 3_000;

    public const int CoveringPatience = 30;

    /// <summary>Work for priced bins when the caller names none: a part for every instance and a part for each copy.</summary>
    public const long PricedWorkForAll = 400_000_000;

    public const long PricedWorkForCopy = 5_500_000;

    /// <summary>The 32-bit xorshift, and how its numbers become shares.</summary>
    public const int XorshiftLeft = 13;

    public const int XorshiftRight = 17;
    public const int XorshiftLast = 5;
    public const int BitsBeyondFloat = 8;
    public const float FloatStep = 1f / (1 << 24);
    public const int MostOfSeed = 1 << 30;
}
