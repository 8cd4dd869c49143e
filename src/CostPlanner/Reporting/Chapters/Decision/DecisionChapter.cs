using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation;
using CostPlanner.Studies;
using CostPlanner.Studies.Decision;
using CostPlanner.Studies.Sides;

namespace CostPlanner.Reporting.Chapters.Decision;

/// <summary>What to do: the verdict, the price at which the answer turns, until when one can decide, the next steps.</summary>
internal static class DecisionChapter
{
    public static Section Of(CaseStudy result, DecisionStudy decision)
    {
        ImmutableArray<Block?> blocks =
        [
            Dates(result, decision),
            .. WalkAwayPrices(result, decision),
            .. Steps(result, decision),
        ];
        return new Section(
            ReportOutline.Decision, Words.Of("decision.title"), Verdict(result, decision) ?? "", [.. blocks.OfType<Block>()]);
    }

    /// <summary>The verdict in words, and that going on as today would be cheaper where it would; null where the data folder has no rules.</summary>
    public static string? Verdict(CaseStudy result, DecisionStudy decision) => DecisionWords.Verdict(result, decision) is { } verdict
        ? string.Join(' ', new[] { verdict, DecisionWords.Today(decision) }.OfType<Message>().Select(Sentences.Of))
        : null;

    /// <summary>Until when, in words; empty for what is set up anew.</summary>
    public static string UntilWhen(CaseStudy result, DecisionStudy decision) =>
        string.Join(' ', new[] { DecisionWords.Date(result, decision), DecisionWords.MoveLate(decision) }.OfType<Message>().Select(Sentences.Of));

    private static Paragraph? Dates(CaseStudy result, DecisionStudy decision) =>
        UntilWhen(result, decision) is { Length: > 0 } text ? new Paragraph(text) : null;

    private static IEnumerable<Block> WalkAwayPrices(CaseStudy result, DecisionStudy decision)
    {
        if (decision.WalkAways is not [var first, ..] prices)
        {
            yield break;
        }

        yield return new Heading(Words.Of("decision.walk-away"));
        yield return new Table
        {
            Caption = Words.Of("decision.walk-away.caption", ("leave", DecisionWords.Name(result, first.Leave))),
            Columns =
            [
                new Column(Words.Of("decision.walk-away.product"), Width: 40),
                new Column(Words.Of("decision.walk-away.paid"), true),
                new Column(Words.Of("decision.walk-away.point"), true),
                new Column(Words.Of("decision.walk-away.half"), true),
                new Column(Words.Of("decision.walk-away.clear", ("share", OptionTrials.ClearlyDearer)), true),
            ],
            Rows = [.. decision.WalkAways.Select(each => RowOf(result, each))],
            Note = Words.Of("decision.walk-away.note"),
            IsKept = true,
        };
    }

    private static Row RowOf(CaseStudy result, WalkAway price) => new(
    [
        new Cell(StepWords.Product(result, price))
        {
            Below = $"{Sentences.Of(StepWords.Unit(price))}, {Words.Of("decision.walk-away.with", ("stay", DecisionWords.Name(result, price.Stay)))}",
        },
        new Cell(Printed.Fixed(price.Paid.Amount, 2)),
        PriceCell(price.AtPoint),
        PriceCell(price.AtHalf),
        PriceCell(price.Clear),
    ]);

    private static Cell PriceCell(Money? price) => price is { } known ? new Cell(StepWords.Price(known)) : Cell.Missing(Words.Of("common.not-known"));

    private static IEnumerable<Block> Steps(CaseStudy result, DecisionStudy decision)
    {
        if (decision.Steps.IsEmpty)
        {
            yield break;
        }

        yield return new Heading(Words.Of("decision.steps"));
        yield return new Table
        {
            Caption = Words.Of("decision.steps.caption"),
            Columns = [new Column(Words.Of("decision.steps.day"), Width: 18), new Column(Words.Of("decision.steps.what"), Width: 82)],
            Rows = [.. decision.Steps.Select(step => new Row(
                [new Cell(Printed.Day(step.Day)), new Cell(Sentences.Of(StepWords.Of(result, decision, step.Step)))]))],
        };
    }
}
