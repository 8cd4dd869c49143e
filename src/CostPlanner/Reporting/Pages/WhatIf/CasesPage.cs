using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.WhatIf;

/// <summary>Cases side by side on a page: of each after the first every figure that differs from it.</summary>
public static class CasesPage
{
    /// <summary>The page. The same cases give the same page.</summary>
    public static ReportDocument Of(ImmutableArray<ComparedCase> cases)
    {
        var first = cases[0];
        var others = cases.Skip(1).ToList();
        return new ReportDocument(
            first.Title,
            Words.Of(
                "what-if.cases.as-of-amounts-in",
                ("as-of", Printed.Day(first.AsOf)),
                ("cases", string.Join(", ", cases.Select(each => each.Currency.Code).Distinct())),
                ("cases-2", string.Join(" · ", cases.Select(each => each.Name)))),
            first.AsOf,
            string.Join(" ", others.Select(other => Verdict(first, other))),
            [],
            [.. others.Select((other, at) => SectionOf(first, other, at + 1))])
        {
            Kind = Words.Of("common.what-if"),
        };
    }

    private static string Verdict(ComparedCase first, ComparedCase other)
    {
        var figures = ComparedFigure.Of(first, other);
        return Words.Of(
            "what-if.cases.of-differ-from",
            ("other", other.Name),
            ("figures", Printed.Whole(figures.Count(figure => figure.Differs))),
            ("figures-2", figures.Length),
            ("first", first.Name));
    }

    private static Section SectionOf(ComparedCase first, ComparedCase other, int number) => new(
        $"case-{Printed.Whole(number)}",
        other.Set.IsEmpty ? other.Name : $"{other.Name}: {string.Join(", ", other.Set.Select(each => $"{each.Key} = {each.Value}"))}",
        Words.Of("what-if.cases.section", ("first", first.Name)),
        [Changes(first, other)]);

    private static Table Changes(ComparedCase first, ComparedCase other) => new()
    {
        Caption = Words.Of("what-if.cases.and", ("first", first.Name), ("other", other.Name)),
        Columns = [
            new Column(Words.Of("what-if.cases.figure"), Width: 34),
            new Column(Words.Of("common.unit"), Width: 10),
            new Column(first.Name, true),
            new Column(other.Name, true),
            new Column(Words.Of("what-if.cases.difference"), true),
        ],
        Rows =
        [
            .. from option in ComparedFigure.Of(first, other).Where(figure => figure.Differs).GroupBy(figure => (figure.Option, figure.OptionName))
               from row in option.Select(RowOf).Prepend(new Row([new Cell(option.Key.OptionName)], RowKind.Group))
               select row,
        ],
        Note = Words.Of("what-if.cases.note"),
    };

    private static Row RowOf(ComparedFigure figure) => new(
    [
        new Cell(Sentences.Of(figure.Measure.Label)),
        new Cell(Sentences.Of(figure.Measure.Unit.Words), Tone.Quiet),
        Value(figure, figure.First, figure.FirstIsAtLeast),
        Value(figure, figure.Second, figure.SecondIsAtLeast),
        new Cell(FigureText.Difference(figure.Measure, figure.Difference), Tone.Strong),
    ]);

    private static Cell Value(ComparedFigure figure, decimal? value, bool isAtLeast) =>
        value is null
            ? Cell.Missing(FigureText.Of(figure.Measure, value))
            : new Cell(FigureText.Of(figure.Measure, value)) { Before = isAtLeast ? Words.Of("common.at-least") : null };
}
