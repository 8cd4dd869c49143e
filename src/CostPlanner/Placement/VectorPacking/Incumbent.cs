namespace CostPlanner.Placement.VectorPacking;

/// <summary>The best packing so far, and the bound that ends the search.</summary>
internal sealed class Incumbent(int bound, Action<decimal>? progress)
{
    public Packed? Best { get; private set; }

    /// <summary>No packing has fewer bins.</summary>
    public int Bound { get; private set; } = bound;

    public bool IsProven => Best is { } best && best.Bins <= Bound;

    /// <summary>Takes the packing when it has fewer bins than the best so far.</summary>
    public void Offer(Packed packed)
    {
        if (Best is null || packed.Bins < Best.Bins)
        {
            Best = packed;
            Tell(packed.Bins);
        }
    }

    /// <summary>Tells whoever watches that there is a packing of so many bins.</summary>
    public void Tell(int bins) => progress?.Invoke(bins);

    /// <summary>What the bound comes from, in words.</summary>
    public string BoundBy { get; private set; } = "the sum of a dimension or of a group";

    /// <summary>Takes a bound when it is higher.</summary>
    public void Raise(int better, string why) => (Bound, BoundBy) = better > Bound ? (better, why) : (Bound, BoundBy);
}
