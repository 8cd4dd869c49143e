using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Reporting.WhatIf;

/// <summary>The cheapest option at a point of a sweep, among those whose total is known.</summary>
public static class SweepWinner
{
    /// <summary>Its position among the options, the first of several alike; null where no total is known.</summary>
    public static int? At(Sweep sweep, ImmutableArray<ImmutableArray<decimal?>> figures)
    {
        var (total, complete) = (sweep.IndexOf(CaseFigures.Total), sweep.IndexOf(CaseFigures.Complete));
        var known = figures.Index().Where(option => option.Item[complete] == 1).ToList();
        return known.Count == 0 ? null : known.MinBy(option => option.Item[total]).Index;
    }

    /// <summary>An option's total as printed: "at least" where not all of it is known.</summary>
    public static string Total(Sweep sweep, ImmutableArray<decimal?> option) =>
        FigureText.Of(sweep.Measures[sweep.IndexOf(CaseFigures.Total)], option[sweep.IndexOf(CaseFigures.Total)], option[sweep.IndexOf(CaseFigures.Complete)] != 1);
}
