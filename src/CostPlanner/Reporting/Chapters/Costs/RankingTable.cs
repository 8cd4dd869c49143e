using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>The options from the lowest present cost on; those that cannot be ranked follow, without a rank and without a percentage.</summary>
internal static class RankingTable
{
    /// <summary>With more options the platform of each would push what is left open off the first page; the chapter of hosts has it.</summary>
    private const int WithPlatform = 6;

    public static Table Of(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var rows = result.Ranking.Select((option, index) => Ranked(option, index + 1, result))
            .Concat(result.Options.Where(option => !option.IsRanked).Select(option => NotRanked(option, result)));
        return new Table
        {
            Caption = Words.Of("costs.ranking.caption", ("years", scenario.HorizonYears), ("currency", scenario.Currency.Code)),
            Columns =
            [
                new Column("", true, 4),
                new Column(Words.Of("common.option"), Width: result.TellsAgainstToday ? 28 : 36),
                new Column(Words.Of("common.hosts"), true),
                new Column(Words.Of("common.present-cost"), true),
                new Column(Words.Of("costs.ranking.total"), true),
                .. Against(result.Baseline.Option.Name, Words.Of("costs.ranking.saving"), Words.Of("costs.ranking.share-saved"), Words.Of("common.payback")),
                .. result.TellsAgainstToday
                    ? Against(result.Today!.Option.Name, Words.Of("costs.ranking.saving"), Words.Of("costs.ranking.share-saved"))
                    : [],
            ],
            Rows = [.. rows],
            Note = Words.Of(
                "costs.ranking.note",
                ("rate", Printed.Percent(result.Assumptions.Of(AssumptionIds.DiscountRate))),
                ("years", scenario.HorizonYears),
                ("option", result.Baseline.Option.Name),
                ("today", Today(result)),
                ("equal", result.Options.Any(result.IsEqualToFirst)
                    ? Words.Of("costs.ranking.note-equal", ("share", Printed.Percent(OptionTrials.ClearlyDearer)))
                    : "")),
        };
    }

    private static string Today(CaseStudy result) => result switch
    {
        { Today: null } => "",
        { TellsAgainstToday: true } => Words.Of("costs.ranking.note-today", ("option", result.Today.Option.Name)),
        { Today.HasTotal: false } => Words.Of("costs.ranking.note-no-today", ("option", result.Today.Option.Name)),
        _ => "",
    };

    private static IEnumerable<Column> Against(string option, params string[] titles) =>
        titles.Select(title => new Column(title, true) { Over = Words.Of("costs.ranking.against", ("option", option)) });

    private static Row Ranked(OptionCase option, int rank, CaseStudy result)
    {
        var isBaseline = option.Option.Id == result.Baseline.Option.Id;
        var tone = rank == 1 ? Tone.Strong : Tone.Normal;
        return new Row(
        [
            new Cell(result.IsEqualToFirst(option) ? Words.Of("costs.ranking.equal") : Printed.Whole(rank), Tone.Quiet),
            new Cell(option.Option.Name, tone) { Below = Below(option, result) },
            new Cell(Printed.Whole(option.Plan.HostsUsed), tone),
            new Cell(Printed.Whole(option.PresentCost.Amount), tone),
            new Cell(Printed.Whole(option.Costs.Total.Amount)),
            .. isBaseline ? [new Cell(Words.Of("common.baseline"), Tone.Quiet), Cell.Empty, Cell.Empty] : Compared(option, tone),
            .. result.TellsAgainstToday ? AgainstToday(option, tone) : [],
        ]);
    }

    private static ImmutableArray<Cell> Compared(OptionCase option, Tone tone) => option.Comparison is { } comparison
        ?
        [
            new Cell(Printed.Whole(comparison.PresentSaving.Amount), tone),
            new Cell(Printed.Percent(comparison.PresentShare), tone),
            new Cell(Payback(comparison.Payback), tone),
        ]
        : [Cell.Missing(Words.Of("common.not-known")), Cell.Empty, Cell.Empty];

    private static ImmutableArray<Cell> AgainstToday(OptionCase option, Tone tone) => option.AgainstToday is { } comparison
        ? [new Cell(Printed.Whole(comparison.PresentSaving.Amount), tone), new Cell(Printed.Percent(comparison.PresentShare), tone)]
        : [Cell.Empty, Cell.Empty];

    /// <summary>The month of payback in words, or in short why there is none.</summary>
    public static string Payback(Payback payback) => payback switch
    {
        { Why: NoPayback.SeveralChanges } => Words.Of("costs.ranking.no-one-month"),
        { Month: null } => Words.Of("opening.first.never"),
        { IsAtOnce: true } => Words.Of("common.at-once"),
        { Month: { } months } => Printed.Count(months, "month"),
    };

    private static Row NotRanked(OptionCase option, CaseStudy result) => new(
    [
        Cell.Empty,
        new Cell(option.Option.Name) { Below = Wording.Capital(UnrankedReasons.Why(option)) },
        option.Plan.Holds ? new Cell(Printed.Whole(option.Plan.HostsUsed)) : Cell.Missing(Words.Of("common.none-fits")),
        CostCell.Of(option.PresentCost.Amount, option.HasTotal),
        CostCell.Of(option.Costs.Total.Amount, option.HasTotal),
        Cell.Missing(Words.Of("costs.ranking.not-ranked")),
        Cell.Empty,
        Cell.Empty,
        .. result.TellsAgainstToday ? [Cell.Empty, Cell.Empty] : ImmutableArray<Cell>.Empty,
    ]);

    private static string? Below(OptionCase option, CaseStudy result)
    {
        var platform = result.Options.Length <= WithPlatform ? Platform(option) : null;
        return RequirementWords.Beside(option) is not { } beside ? platform : platform is null ? beside : $"{platform}; {beside}";
    }

    private static string Platform(OptionCase option) => $"{Wording.Of(option.Option.Platform)}, {Wording.Of(option.Option.Hosts, option.Plan.SeeksLeastCost)}";
}
