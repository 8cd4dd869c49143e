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
            $"As of {Printed.Day(first.AsOf)} · amounts in {string.Join(", ", cases.Select(each => each.Currency.Code).Distinct())} · "
                + $"{string.Join(" · ", cases.Select(each => each.Name))}",
            first.AsOf,
            string.Join(" ", others.Select(other => Verdict(first, other))),
            [],
            [.. others.Select((other, at) => SectionOf(first, other, at + 1))])
        {
            Kind = "What if",
        };
    }

    private static string Verdict(ComparedCase first, ComparedCase other)
    {
        var figures = ComparedFigure.Of(first, other);
        return $"{other.Name}: {Printed.Whole(figures.Count(figure => figure.Differs))} of {Printed.Count(figures.Length, "figure")} differ from {first.Name}.";
    }

    private static Section SectionOf(ComparedCase first, ComparedCase other, int number) => new(
        $"case-{Printed.Whole(number)}",
        other.Set.IsEmpty ? other.Name : $"{other.Name}: {string.Join(", ", other.Set.Select(each => $"{each.Key} = {each.Value}"))}",
        $"Every figure that is not the same as in {first.Name}.",
        [Changes(first, other)]);

    private static Table Changes(ComparedCase first, ComparedCase other) => new()
    {
        Caption = $"{first.Name} and {other.Name}",
        Columns = [
            new Column("Figure", Width: 34),
            new Column("Unit", Width: 10),
            new Column(first.Name, true),
            new Column(other.Name, true),
            new Column("Difference", true),
        ],
        Rows =
        [
            .. from option in ComparedFigure.Of(first, other).Where(figure => figure.Differs).GroupBy(figure => (figure.Option, figure.OptionName))
               from row in option.Select(RowOf).Prepend(new Row([new Cell(option.Key.OptionName)], RowKind.Group))
               select row,
        ],
        Note = "No answer, and at least: a price is missing, or a VM has no place.",
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
            : new Cell(FigureText.Of(figure.Measure, value)) { Before = isAtLeast ? "at least" : null };
}
