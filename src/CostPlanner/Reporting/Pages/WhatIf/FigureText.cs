using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>Figures of a case as they are printed.</summary>
public static class FigureText
{
    /// <summary>A value in its unit; "no answer" where there is none.</summary>
    public static string Of(CaseMeasure measure, decimal? value) =>
        value is not { } number ? Words.Of("common.no-answer") : measure.Unit.IsShare ? Printed.Percent(number) : Printed.Whole(number);

    /// <summary>A cost in its unit, with "at least" where it is a lower bound.</summary>
    public static string Of(CaseMeasure measure, decimal? value, bool isAtLeast) =>
        (isAtLeast && value is not null ? $"{Wording.AtLeast} " : "") + Of(measure, value);

    /// <summary>A difference with its sign; empty where there is none.</summary>
    public static string Difference(CaseMeasure measure, decimal? value) => value is not { } number ? ""
        : (number > 0 ? "+" : "")
            + (measure.Unit.IsShare ? Words.Of("what-if.figure-text.points", ("number", Printed.Fixed(number * 100, 1))) : Printed.Whole(number));
}
