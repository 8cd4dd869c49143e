using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>What each option that leaves comes to in each way over the end of today's contract.</summary>
internal static class AlternativesTable
{
    private const int OptionWidth = 30;

    /// <summary>The table; none where every move ends with the contract.</summary>
    public static IEnumerable<Table> Of(CaseStudy result)
    {
        var moving = result.Options.Where(option => option.Alternatives is not null)
            .OrderBy(option => !option.IsRanked).ThenBy(option => option.PresentCost.Amount).ToList();
        var shown = moving.Where((option, at) => option.IsRanked || at == 0).ToList();
        if (shown.Count == 0)
        {
            yield break;
        }

        var ways = shown[0].Alternatives!.Ways.Select(way => (way.Way, way.Product)).ToImmutableArray();
        yield return new Table
        {
            Caption = Words.Of(
                "costs.alternatives.caption", ("years", result.Inputs.Scenario.HorizonYears), ("currency", result.Inputs.Scenario.Currency.Code)),
            Columns = [new Column(Words.Of("common.option"), Width: OptionWidth), .. ways.Select(way => new Column(Title(result, way.Way, way.Product), true))],
            Rows = [.. shown.Select(option => RowOf(option, ways))],
            Note = Note(result, shown[0]),
            IsKept = shown.Count <= OptionsChapter.Few,
        };
    }

    private static Row RowOf(OptionCase option, ImmutableArray<(MoveWay Way, string? Product)> ways) =>
        new([new Cell(option.Option.Name), .. ways.Select(each => CellOf(option.Alternatives!, each.Way, each.Product))]);

    private static Cell CellOf(MoveAlternatives alternatives, MoveWay way, string? product) =>
        alternatives.Ways.FirstOrDefault(each => each.Way == way && each.Product == product) switch
        {
            { Total: { } total } => new Cell(Printed.Whole(total.Amount)),
            { WhyNone.Id: MoveAlternatives.NoQuote } => Cell.Missing(Words.Of("costs.alternatives.no-quote")),
            _ => Cell.Missing(Words.Of("common.not-known")),
        };

    private static string Title(CaseStudy result, MoveWay way, string? product) => way switch
    {
        MoveWay.AsPlanned => Words.Of("costs.alternatives.as-planned"),
        MoveWay.Earlier => Words.Of("costs.alternatives.earlier"),
        MoveWay.Extended => Words.Of("costs.alternatives.extended"),
        MoveWay.Renewed => Words.Of(
            "costs.alternatives.renewed",
            ("product", result.Inputs.Prices.Find(product!, result.Inputs.Scenario.AsOf)?.Product ?? result.Inputs.Prices.RowsOf(product!)[0].Product)),
        _ => throw new ArgumentOutOfRangeException(nameof(way), way, "no such way"),
    };

    /// <summary>Of the first option: how late the move is, what pace would do, and what an extension may cost.</summary>
    private static string Note(CaseStudy result, OptionCase option)
    {
        var alternatives = option.Alternatives!;
        var late = alternatives.BeginBy is { } day
            ? Words.Of("costs.alternatives.begin-by", ("option", option.Option.Name), ("day", Printed.Day(day)), ("pace", Pace(result, alternatives)))
            : Words.Of("costs.alternatives.no-end");
        var extension = (result.Inputs.Scenario.Bridge, alternatives.DearestExtension) switch
        {
            (_, null) => "",
            (null, { } most) => Words.Of("costs.alternatives.ask", ("most", Printed.Amount(most))),
            ({ }, { } most) => Words.Of("costs.alternatives.most", ("most", Printed.Amount(most))),
        };
        return Words.Of("costs.alternatives.note", ("from", alternatives.From), ("until", alternatives.Until), ("late", late), ("extension", extension));
    }

    private static string Pace(CaseStudy result, MoveAlternatives alternatives) => alternatives.VmsPerWeek is { } pace
        ? Words.Of(
            "costs.alternatives.pace",
            ("pace", Printed.Number(pace, 1)),
            ("now", Printed.Number(result.Assumptions.Of(AssumptionIds.VmsPerWeek))))
        : Words.Of("costs.alternatives.no-pace");
}
