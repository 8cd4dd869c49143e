using System.Collections.Immutable;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.Sensitivity;

/// <summary>A share of variance and how well it is known.</summary>
/// <param name="Value">The estimate; by chance it may lie a little outside 0 to 1.</param>
/// <param name="Low">The low end of its 95 % interval.</param>
/// <param name="High">The high end.</param>
public readonly record struct VarianceShare(double Value, double Low, double High);

/// <summary>How much of a figure's variance comes from some inputs.</summary>
/// <param name="Inputs">Their places: one input, several that are correlated and so have one share together, or all that were not asked singly.</param>
/// <param name="First">What knowing them alone would take from the variance (first-order index).</param>
/// <param name="Total">What they bring in, alone and with others (total index): what would be left if all others were known.</param>
public sealed record SobolFactor(ImmutableArray<int> Inputs, VarianceShare First, VarianceShare Total);

/// <summary>Where a figure's variance comes from: Sobol indices by Saltelli's sampling.</summary>
/// <param name="Factors">Inputs asked singly, or with those they are correlated with, the largest total first.</param>
/// <param name="Rest">All other inputs as one; null where none is left.</param>
/// <param name="Rows">Pairs of trials that were mixed.</param>
/// <param name="Lacking">Pairs left out because the case had no figure for them or a mix of them.</param>
/// <param name="Runs">How often the case was run for it.</param>
/// <remarks>
/// Two independent sets of trials, A and B, are the simulation's own, so they cost nothing. For each factor the case is run on A with that factor's
/// values from B. First order: mean of f(B) (f(AB) − f(A)) over the variance (Saltelli et al. 2010, table 2 b), figures taken from their mean;
/// total: mean of (f(A) − f(AB))² over twice the variance (Jansen 1999, table 2 f). Intervals: 2.5 % to 97.5 % of estimates over rows drawn again
/// with replacement. The rest is mixed in as one factor, so that what was not asked singly is still accounted for and no screening can hide a cause.
/// </remarks>
public sealed record SobolIndices(ImmutableArray<SobolFactor> Factors, SobolFactor? Rest, int Rows, int Lacking, int Runs)
{
    /// <summary>The indices of factors; null where fewer than two rows have figures or the figure does not vary.</summary>
    /// <param name="result">The simulation, whose first half of trials is A and whose second half is B.</param>
    /// <param name="singly">The inputs asked singly, as groups; the others are the rest. No correlation may reach from one group to another.</param>
    /// <param name="trialCase">The case.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="mostRows">The most pairs.</param>
    /// <param name="token">Calls it off.</param>
    public static SobolIndices? Of(
        SimulationResult result,
        ImmutableArray<ImmutableArray<int>> singly,
        TrialCase trialCase,
        TrialFigure figure,
        int mostRows,
        CancellationToken token = default)
    {
        var rows = Math.Min(result.Trials.Length / 2, mostRows);
        var asked = singly.SelectMany(each => each).ToHashSet();
        var rest = Enumerable.Range(0, result.Plan.Inputs.Length).Where(input => !asked.Contains(input)).ToImmutableArray();
        var groups = rest.IsEmpty ? singly : singly.Add(rest);
        var figures = new SobolRow?[rows];
        Parallel.For(0, rows, new ParallelOptions { CancellationToken = token }, row =>
            figures[row] = Row(result.Trials[row], result.Trials[row + rows], groups, trialCase, figure));
        var known = figures.OfType<SobolRow>().ToArray();
        if (SobolEstimate.Of(known, groups.Length, result.Plan.Seed) is not { } shares)
        {
            return null;
        }

        var factors = groups.Select((inputs, group) => new SobolFactor(inputs, shares[group].First, shares[group].Total)).ToArray();
        return new SobolIndices(
            [.. factors.Take(singly.Length).OrderByDescending(each => each.Total.Value)],
            rest.IsEmpty ? null : factors[^1],
            known.Length,
            rows - known.Length,
            rows * groups.Length);
    }

    private static SobolRow? Row(
        Trial a, Trial b, ImmutableArray<ImmutableArray<int>> groups, TrialCase trialCase, TrialFigure figure)
    {
        var mixed = groups.Select(group => figure(trialCase(Mixed(a.Values, b.Values, group)))).ToArray();
        return figure(a.Outcome) is { } ofA && figure(b.Outcome) is { } ofB && mixed.All(each => each is not null)
            ? new SobolRow((double)ofA, (double)ofB, [.. mixed.Select(each => (double)each!.Value)])
            : null;
    }

    private static ImmutableArray<decimal> Mixed(ImmutableArray<decimal> a, ImmutableArray<decimal> b, ImmutableArray<int> group)
    {
        var values = a.ToBuilder();
        foreach (var input in group)
        {
            values[input] = b[input];
        }

        return values.ToImmutable();
    }
}
