namespace CostPlanner.Model;

/// <summary>A licence that the estate holds today. Its key is never kept.</summary>
/// <param name="Name">The product in the source's words.</param>
/// <param name="CostUnit">What it is counted in, in the source's words: "cpuPackage", "cpuCore:16core", "server".</param>
/// <param name="Total">Units held; 0 means unlimited or an evaluation, null that the source does not say.</param>
/// <param name="Used">Units in use, or null where the source does not say.</param>
/// <param name="Expires">The day it ends; null for never or not said.</param>
/// <param name="Origin">Where it was read.</param>
public sealed record LicenceHolding(string Name, string CostUnit, int? Total, int? Used, DateOnly? Expires, SourcePlace Origin)
{
    /// <summary>Whether the source says that it never ends.</summary>
    public bool NeverExpires { get; init; }

    /// <summary>Whether it ends; null where the source does not say, or what it says is not surely a day.</summary>
    public LicenceEnd? End => Expires is not null ? LicenceEnd.Date : NeverExpires ? LicenceEnd.Never : null;
}
