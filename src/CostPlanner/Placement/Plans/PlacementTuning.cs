namespace CostPlanner.Placement.Plans;

/// <summary>Settings of the search: how finely it counts and how hard it tries. They are not policy; policy is in data/assumptions.</summary>
internal static class PlacementTuning
{
    /// <summary>Names that a sentence lists before it counts the rest.</summary>
    public const int NamesShown = 12;

    /// <summary>CPU is packed in thousandths of a vCPU, so that grown demands keep their fractions.</summary>
    public const int PartsPerVCpu = 1000;

    /// <summary>New servers are offered beyond the sum of demands, as a multiple, because packing is never perfect.</summary>
    public const int CandidateFactor = 2;

    /// <summary>New servers offered at most for the sake of a storage pool.</summary>
    public const int MostServersForStorage = 10_000;

    /// <summary>Values that would let today's estate hold are offered in hundredths.</summary>
    public const int PartsOfOffers = 100;

    /// <summary>Mixes of servers looked at before the cheapest is no longer called proven.</summary>
    public const int CoverNodes = 200_000;

    /// <summary>Bounds worked out with doubles are taken so much lower, so that they are surely not too high.</summary>
    public const double RoundingDown = 1 - 1e-9;

    /// <summary>What a server is worth at least that gives nothing of what is needed.</summary>
    public const double LeastWorth = 1e-12;

    /// <summary>Mixes tried one by one above the bound; then each asks for a larger share more than the one before.</summary>
    public const int NextMixes = 8;

    public const decimal GrowingShare = 1.5m;

    /// <summary>The share that the first mix, and each next one, must hold more where plans are not improved.</summary>
    public const decimal QuickShare = 0.005m;

    /// <summary>The least share that the next mix must hold more.</summary>
    public const decimal LeastShare = 0.000_001m;

    /// <summary>Looks that the search may take to place items on given servers: a part for any problem and a part for each item.</summary>
    public const long FillLooks = 20_000;

    public const long FillLooksForItem = 10_000;

    /// <summary>Up to so many items a plan is sought that keeps a reserve on each server, rather than servers free.</summary>
    public const int ItemsToFill = 1_000;

    /// <summary>Of more items a mix is spread evenly only where it holds a larger share more than it must.</summary>
    public const decimal AmpleSlack = 0.1m;

    /// <summary>Looks for each item to fill a mix of which servers are kept free, as a first try.</summary>
    public const long QuickLooksForItem = 50;

    /// <summary>Looks to place again the items of lost servers, where plain ways fail: for any problem and for each item.</summary>
    public const long RestartLooks = 10_000;

    public const long RestartLooksForItem = 500;

    /// <summary>Items that may be looked at in all the cases of a proof in which others have to move; a plan that needs more is given up.</summary>
    public const long MostItemsMoved = 2_000_000;

    /// <summary>Looks that may be taken to find the fewest equal servers, for each item.</summary>
    public const long FewestLooksForItem = 20_000;
}
