using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>Why an option cannot be ranked, in words.</summary>
internal static class UnrankedReasons
{
    private const int HolesNamed = 3;

    /// <summary>The reasons, without a full stop.</summary>
    public static string Why(OptionCase option)
    {
        var reasons = new List<string>();
        if (option.Eligibility.Why is { } lacking)
        {
            reasons.Add(Sentences.Of(lacking));
        }

        if (!option.Costs.IsComplete)
        {
            reasons.Add(Words.Of("costs.unranked-reasons.price-missing", ("missing", Missing(option))));
        }

        if (option.Demand.Running.IsEmpty)
        {
            reasons.Add(Words.Of("costs.unranked-reasons.no-vm-runs"));
        }

        if (option.Plan.HostsNotDescribed is > 0 and var unknown)
        {
            reasons.Add(Words.Of("costs.unranked-reasons.why", ("unknown", unknown)));
        }

        var misfits = option.Plan.Clusters.Sum(cluster => cluster.Misfits.Length);
        if (misfits > 0)
        {
            reasons.Add(Words.Of("costs.unranked-reasons.without-a-place", ("misfits", misfits)));
        }

        reasons.AddRange(option.Plan.Clusters
            .Where(cluster => !cluster.Failover.Holds)
            .Select(cluster => Words.Of(
                "costs.unranked-reasons.why-cluster-does-not",
                ("cluster", cluster.Cluster),
                ("failures", cluster.Failover.Failures))));
        return string.Join("; ", reasons);
    }

    private static string Missing(OptionCase option)
    {
        var labels = option.Costs.Holes.Select(line => Sentences.Of(line.Label)).Distinct(StringComparer.Ordinal).ToList();
        var rest = labels.Count - HolesNamed;
        return string.Join(", ", labels.Take(HolesNamed)) + (rest > 0 ? Words.Of("costs.unranked-reasons.and-more", ("rest", rest)) : "");
    }
}
