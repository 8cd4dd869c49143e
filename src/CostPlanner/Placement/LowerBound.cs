namespace CostPlanner.Placement;

/// <summary>How few servers could possibly do, and why.</summary>
/// <param name="Servers">No plan needs fewer.</param>
/// <param name="Why">What the figure comes from, in words.</param>
internal sealed record LowerBound(int Servers, string Why)
{
    /// <summary>
    /// The largest of: for each dimension, the fewest servers, largest first, whose capacity without that of the largest
    /// ones lost still holds the sum of all demands; for each anti-affinity group its size and the servers lost; and one
    /// server more than are lost. When all offered servers together are too few, one more than are offered.
    /// </summary>
    public static LowerBound Of(PackingProblem problem, IReadOnlyCollection<int> servers, int failures)
    {
        if (problem.Items.IsEmpty)
        {
            return new LowerBound(0, "no VM needs a host");
        }

        var bound = new LowerBound(1 + failures, failures == 0 ? "one host at least" : "one host more than may fail");
        for (var d = 0; d < PackingProblem.Dimensions; d++)
        {
            bound = Tighter(bound, OfDimension(problem, servers, failures, d));
        }

        for (var group = 0; group < problem.GroupNames.Length; group++)
        {
            var size = problem.Groups.Count(groups => groups.Contains(group));
            bound = Tighter(bound, new LowerBound(size + failures, $"the VMs of rule \"{problem.GroupNames[group]}\", each on a host of its own"));
        }

        return bound;
    }

    private static LowerBound OfDimension(PackingProblem problem, IReadOnlyCollection<int> servers, int failures, int d)
    {
        var needed = Enumerable.Range(0, problem.Items.Length).Sum(item => problem.SizeOf(item)[d]);
        var capacities = servers.Select(server => problem.CapacityOf(server)[d]).OrderDescending().ToList();
        var held = 0L;
        var count = 0;
        foreach (var capacity in capacities)
        {
            if (held >= needed)
            {
                break;
            }

            count++;
            held += count > failures ? capacity : 0;
        }

        return new LowerBound(held >= needed ? count : count + 1, $"the sum of {Words.Of((Dimension)d)} with {Words.Failures(failures)}");
    }

    private static LowerBound Tighter(LowerBound left, LowerBound right) => right.Servers > left.Servers ? right : left;
}
