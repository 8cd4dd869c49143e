namespace CostPlanner.Placement.VectorPacking;

/// <summary>The copies of a table in bins of one kind.</summary>
/// <param name="BinOf">For each copy its bin, from 0.</param>
/// <param name="Bins">How many bins are used; none is empty unless there are no copies.</param>
internal sealed record Packed(int[] BinOf, int Bins)
{
    /// <summary>The place of a copy that lies nowhere yet.</summary>
    public const int Nowhere = -1;

    /// <summary>The same copies with empty bins taken out.</summary>
    public static Packed WithoutEmpty(int[] binOf, int bins)
    {
        var numbers = new int[bins];
        foreach (var bin in binOf)
        {
            numbers[bin] = 1;
        }

        var used = 0;
        for (var bin = 0; bin < bins; bin++)
        {
            numbers[bin] = numbers[bin] == 0 ? Nowhere : used++;
        }

        return new Packed(used == bins ? binOf : [.. binOf.Select(bin => numbers[bin])], used);
    }
}
