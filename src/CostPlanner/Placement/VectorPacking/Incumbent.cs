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
            progress?.Invoke(packed.Bins);
        }
    }

    public void Raise(int better) => Bound = Math.Max(Bound, better);
}
