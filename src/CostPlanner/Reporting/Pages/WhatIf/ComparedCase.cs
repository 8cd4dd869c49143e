using System.Collections.Immutable;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>A case beside others.</summary>
/// <param name="Name">Its name: the scenario's file, or "changed".</param>
/// <param name="Title">What it is, as printed.</param>
/// <param name="AsOf">The day that dates its prices.</param>
/// <param name="Currency">The currency of its amounts.</param>
/// <param name="Set">What was changed in it.</param>
/// <param name="Measures">What each option was asked for.</param>
/// <param name="Options">The figures of its options.</param>
public sealed record ComparedCase(
    string Name,
    string Title,
    DateOnly AsOf,
    Currency Currency,
    ImmutableArray<KeyValue> Set,
    ImmutableArray<CaseMeasure> Measures,
    ImmutableArray<OptionFigures> Options)
{
    /// <summary>The case of a result.</summary>
    public static ComparedCase Of(BusinessCase result, string name, ImmutableArray<KeyValue> set)
    {
        ArgumentNullException.ThrowIfNull(result);
        var scenario = result.Inputs.Scenario;
        return new ComparedCase(name, scenario.Title, scenario.AsOf, scenario.Currency, set, CaseFigures.Measures(scenario), CaseFigures.Of(result));
    }
}

/// <summary>A figure of an option in two cases.</summary>
/// <param name="Option">The option's id.</param>
/// <param name="OptionName">The option as printed.</param>
/// <param name="Measure">The measure.</param>
/// <param name="First">Its value in the first case; null where the option is not in it, or there is no answer.</param>
/// <param name="Second">Its value in the second.</param>
/// <param name="IsComparable">Whether the two are in one unit, and savings against one option.</param>
public sealed record ComparedFigure(string Option, string OptionName, CaseMeasure Measure, decimal? First, decimal? Second, bool IsComparable)
{
    /// <summary>Whether the first value is "at least" so much: a price is missing, or a VM has no place.</summary>
    public bool FirstIsAtLeast { get; init; }

    /// <summary>Whether the second is.</summary>
    public bool SecondIsAtLeast { get; init; }

    /// <summary>Second less first; null where one has no value, only one of them is "at least" so much, or they are not in one unit.</summary>
    public decimal? Difference => IsComparable && FirstIsAtLeast == SecondIsAtLeast ? Second - First : null;

    /// <summary>Whether the two are not the same.</summary>
    public bool Differs => First != Second || FirstIsAtLeast != SecondIsAtLeast || (!IsComparable && First is not null);

    /// <summary>Every figure of two cases: options in the order of the first, then those that only the second has.</summary>
    public static ImmutableArray<ComparedFigure> Of(ComparedCase first, ComparedCase second)
    {
        var options = first.Options.Concat(second.Options).DistinctBy(option => option.Id, StringComparer.Ordinal);
        return
        [
            .. from option in options
               from measure in second.Measures.Index()
               select new ComparedFigure(
                   option.Id,
                   option.Name,
                   measure.Item,
                   Value(first, option.Id, measure.Index),
                   Value(second, option.Id, measure.Index),
                   first.Measures[measure.Index].Unit == measure.Item.Unit && first.Measures[measure.Index].Label == measure.Item.Label)
               {
                   FirstIsAtLeast = IsAtLeast(first, option.Id, measure.Item),
                   SecondIsAtLeast = IsAtLeast(second, option.Id, measure.Item),
               },
        ];
    }

    private static bool IsAtLeast(ComparedCase from, string option, CaseMeasure measure) =>
        from.Options.FirstOrDefault(each => each.Id == option)?.AtLeast.Contains(measure.Name) ?? false;

    private static decimal? Value(ComparedCase from, string option, int measure) => from.Options.FirstOrDefault(each => each.Id == option)?.Values[measure];
}
