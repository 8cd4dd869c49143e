using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A storage policy of a vSAN pool.</summary>
/// <param name="Id">Its id, as a scenario names it.</param>
/// <param name="Label">Its name, as printed.</param>
/// <param name="Copies">Raw bytes for each byte stored: 2 for a mirror, 4/3 for RAID-5 of 3 + 1; 1 and above.</param>
/// <param name="Overhead">What the architecture keeps beside data and copies, as a share of both.</param>
/// <param name="LeastHosts">The fewest hosts on which it can be kept, 1 and above.</param>
/// <param name="Failures">Hosts lost at once that its data survive.</param>
/// <param name="Provenance">Where the figures come from.</param>
public sealed record StoragePolicy(string Id, Message Label, decimal Copies, decimal Overhead, int LeastHosts, int Failures, Provenance Provenance)
{
    /// <summary>Raw bytes for each byte stored: copies × (1 + overhead).</summary>
    public decimal Raw => Copies * (1 + Overhead);
}

/// <summary>The storage policies that are known.</summary>
public sealed record StoragePolicies(ImmutableArray<StoragePolicy> All)
{
    /// <summary>Copies that differ by no more are those of the same policy: 1.33 is RAID-5 of 3 + 1.</summary>
    private const decimal Alike = 0.01m;

    /// <summary>No policy.</summary>
    public static StoragePolicies None { get; } = new([]);

    /// <summary>The policy of that id, or null.</summary>
    public StoragePolicy? Find(string id) => All.FirstOrDefault(policy => policy.Id == id);

    /// <summary>
    /// The user's values with those of a policy: copies and least hosts, each unless the user gives it. Without a policy, copies that the user gives bring the
    /// least hosts of the policy that has so many, of several the one with the fewest hosts.
    /// </summary>
    /// <param name="own">The user's values.</param>
    /// <param name="policy">The policy that the user names, or null.</param>
    public ImmutableArray<AssumptionOverride> Settled(ImmutableArray<AssumptionOverride> own, string? policy)
    {
        var copies = own.LastOrDefault(each => each.Id == AssumptionIds.StorageCopies)?.Value;
        var chosen = policy is not null
            ? Find(policy)
            : All.Where(each => copies is { } given && Math.Abs(each.Raw - given) <= Alike).MinBy(each => each.LeastHosts);
        return chosen is null ? own :
        [
            .. own,
            .. copies is null ? [new AssumptionOverride(AssumptionIds.StorageCopies, chosen.Raw, chosen.Provenance)] : Array.Empty<AssumptionOverride>(),
            .. own.Any(each => each.Id == AssumptionIds.VsanLeastHosts)
                ? []
                : new[] { new AssumptionOverride(AssumptionIds.VsanLeastHosts, chosen.LeastHosts, chosen.Provenance) },
        ];
    }
}
