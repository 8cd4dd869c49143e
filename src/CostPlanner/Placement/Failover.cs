using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Placement;

/// <summary>Proves that a packing survives the loss of hosts, by taking them away and placing their VMs again on the rest.</summary>
internal static class Failover
{
    /// <summary>Every host for one failure, every pair for two; all rules are kept on the hosts left.</summary>
    public static FailoverProof Prove(PackingProblem problem, Packing packing, int failures)
    {
        if (failures == 0)
        {
            return new FailoverProof(0, 0, true, [], null, null);
        }

        var cases = Cases(packing.ServerCount, failures).ToList();
        var holds = cases.Count > 0 || problem.Items.IsEmpty;
        var worst = default((ImmutableArray<int> Lost, Dimension Dimension, Fraction Use)?);
        foreach (var lost in cases)
        {
            holds = holds && Survives(problem, packing, lost);
            var (dimension, use) = Tightest(problem, packing, lost);
            if (worst is null || use.Value > worst.Value.Use.Value)
            {
                worst = (lost, dimension, use);
            }
        }

        return new FailoverProof(
            failures,
            cases.Count,
            holds,
            worst is { } found ? [.. found.Lost.Select(server => problem.Servers[server].Name)] : [],
            worst?.Dimension,
            worst?.Use);
    }

    /// <summary>Whether the loss of each set of hosts is survived; stops at the first that is not.</summary>
    public static bool Holds(PackingProblem problem, Packing packing, int failures) =>
        failures == 0 || problem.Items.IsEmpty
        || (packing.ServerCount > failures && Cases(packing.ServerCount, failures).All(lost => Survives(problem, packing, lost)));

    private static bool Survives(PackingProblem problem, Packing packing, ImmutableArray<int> lost)
    {
        var rest = packing.Copy();
        var homeless = lost.SelectMany(rest.Close).ToList();
        return Spread.Place(problem, rest, homeless);
    }

    private static (Dimension Dimension, Fraction Use) Tightest(PackingProblem problem, Packing packing, ImmutableArray<int> lost)
    {
        var best = (Dimension.Cpu, new Fraction(0));
        for (var d = 0; d < PackingProblem.Dimensions; d++)
        {
            var needed = Enumerable.Range(0, problem.Items.Length)
                .Where(item => packing.PlaceOf(item) != Packing.Nowhere)
                .Sum(item => problem.SizeOf(item)[d]);
            var left = Enumerable.Range(0, packing.ServerCount).Where(server => !lost.Contains(server)).Sum(server => problem.CapacityOf(server)[d]);
            if (left > 0 && Share(needed, left) is var share && share.Value > best.Item2.Value)
            {
                best = ((Dimension)d, share);
            }
        }

        return best;
    }

    private static Fraction Share(long needed, long left) => new(Math.Min(1, (decimal)needed / left));

    private static IEnumerable<ImmutableArray<int>> Cases(int servers, int failures)
    {
        for (var first = 0; first < servers; first++)
        {
            if (failures == 1)
            {
                yield return [first];
                continue;
            }

            for (var second = first + 1; second < servers; second++)
            {
                yield return [first, second];
            }
        }
    }
}
