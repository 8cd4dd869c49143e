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
        if (!option.Costs.IsComplete)
        {
            reasons.Add($"price missing: {Missing(option)}");
        }

        if (option.Demand.Running.IsEmpty)
        {
            reasons.Add("no VM runs");
        }

        if (option.Plan.HostsNotDescribed is > 0 and var unknown)
        {
            reasons.Add($"{Printed.Count(unknown, "host")} of today kept whose cores or memory are not known, nor what their licences cost");
        }

        var misfits = option.Plan.Clusters.Sum(cluster => cluster.Misfits.Length);
        if (misfits > 0)
        {
            reasons.Add($"{Printed.Count(misfits, "VM")} without a place");
        }

        reasons.AddRange(option.Plan.Clusters
            .Where(cluster => !cluster.Failover.Holds)
            .Select(cluster => $"cluster {cluster.Cluster} does not survive the loss of {Printed.Count(cluster.Failover.Failures, "host")}"));
        return string.Join("; ", reasons);
    }

    private static string Missing(OptionCase option)
    {
        var labels = option.Costs.Holes.Select(line => Sentences.Of(line.Label)).Distinct(StringComparer.Ordinal).ToList();
        var rest = labels.Count - HolesNamed;
        return string.Join(", ", labels.Take(HolesNamed)) + (rest > 0 ? FormattableString.Invariant($" and {rest} more") : "");
    }
}
