using System.Collections.Immutable;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>The option with the lowest present cost at a point of a sweep, among those that are ranked there.</summary>
public static class SweepWinner
{
    /// <summary>How much less its present cost is than that of the next; null where less than two are ranked.</summary>
    public static decimal? Lead(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var known = Known(sweep, figures).Select(option => option.Item[Cost(sweep)]).Order().Take(2).ToList();
        return known.Count < 2 ? null : known[1] - known[0];
    }

    /// <summary>
    /// What the best way to leave saves at a point against the best way to stay, in money of today; null where one of them is missing, or the sweep is of a
    /// version that does not tell the two apart.
    /// </summary>
    public static decimal? Leaving(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        if (sweep.IndexOf(CaseFigures.Stays) is not (>= 0 and var stays))
        {
            return null;
        }

        return Best(1) - Best(0);

        decimal? Best(decimal side) =>
            Known(sweep, figures).Where(option => option.Item[stays] == side).Select(option => option.Item[Cost(sweep)]).Min();
    }

    /// <summary>Its position among the options, the first of several alike; null where none is ranked.</summary>
    public static int? At(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var cost = Cost(sweep);
        var known = Known(sweep, figures);
        return known.Count == 0 ? null : known.MinBy(option => option.Item[cost]).Index;
    }

    /// <summary>An option's total as printed: "at least" where not all of it is known.</summary>
    public static string Total(Sweep sweep, ImmutableArray<decimal?> option) =>
        FigureText.Of(
            sweep.Measures[sweep.IndexOf(CaseFigures.Total)], option[sweep.IndexOf(CaseFigures.Total)], option[sweep.IndexOf(CaseFigures.Complete)] != 1);

    private static List<(int Index, ImmutableArray<decimal?> Item)> Known(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var ranked = First(sweep, CaseFigures.Ranked, CaseFigures.Complete);
        return [.. figures.Index().Where(option => option.Item[ranked] == 1)];
    }

    private static int Cost(Sweep sweep) => First(sweep, CaseFigures.Present, CaseFigures.Total);

    /// <summary>The position of a measure, or of the one in its stead in a file of a version that did not have it.</summary>
    private static int First(Sweep sweep, string measure, string instead) =>
        sweep.IndexOf(measure) is >= 0 and var at ? at : sweep.IndexOf(instead);
}
