using System.Collections.Immutable;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>The cheapest option at a point of a sweep, among those whose total is known.</summary>
public static class SweepWinner
{
    /// <summary>How much less it costs than the next; null where less than two totals are known.</summary>
    public static decimal? Lead(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var known = Known(sweep, figures).Select(option => option.Item[sweep.IndexOf(CaseFigures.Total)]).Order().Take(2).ToList();
        return known.Count < 2 ? null : known[1] - known[0];
    }

    /// <summary>Its position among the options, the first of several alike; null where no total is known.</summary>
    public static int? At(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var total = sweep.IndexOf(CaseFigures.Total);
        var known = Known(sweep, figures);
        return known.Count == 0 ? null : known.MinBy(option => option.Item[total]).Index;
    }

    /// <summary>An option's total as printed: "at least" where not all of it is known.</summary>
    public static string Total(Sweep sweep, ImmutableArray<decimal?> option) =>
        FigureText.Of(
            sweep.Measures[sweep.IndexOf(CaseFigures.Total)], option[sweep.IndexOf(CaseFigures.Total)], option[sweep.IndexOf(CaseFigures.Complete)] != 1);

    private static List<(int Index, ImmutableArray<decimal?> Item)> Known(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var complete = sweep.IndexOf(CaseFigures.Complete);
        return [.. figures.Index().Where(option => option.Item[complete] == 1)];
    }
}
