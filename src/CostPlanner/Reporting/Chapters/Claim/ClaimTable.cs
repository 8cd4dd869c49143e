using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Claims;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Document.Charts;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Claim;

/// <summary>Every KVM option against every other: what it costs less, in three scopes over three terms.</summary>
internal static class ClaimTable
{
    /// <summary>From so many times the cost on, a figure has no decimals.</summary>
    private const int LongFigure = 10;

    private const int FeaturesNamed = 4;
    private const int PerCent = 100;

    private static readonly ImmutableArray<ClaimScope> Scopes = [.. Enum.GetValues<ClaimScope>()];

    public static Legend Legend(ClaimAnswer claim)
    {
        var (low, high) = (ClaimWords.PerCent(claim.Low), ClaimWords.PerCent(claim.High));
        return new Legend(
        [
            new LegendEntry(new Cell($"≥{Printed.Space}{low}", Tone.Marked), "saved, as claimed"),
            new LegendEntry(new Cell($">{Printed.Space}{high}", Tone.MarkedMore), "saved, more than claimed"),
            new LegendEntry(new Cell($"≥{Printed.Space}{low}", Tone.Outlined), "saved, but features are not equal, or that is not known"),
        ]);
    }

    public static Table Of(CaseStudy result, ClaimAnswer claim)
    {
        var names = result.Options.ToDictionary(option => option.Option.Id, option => option.Option.Name, StringComparer.Ordinal);
        var reasons = claim.Pairs.SelectMany(pair => pair.Cells)
            .Select(cell => cell.Reason)
            .OfType<Message>().Select(Sentences.Of).Distinct().ToImmutableArray();
        return new Table
        {
            Caption = "What KVM costs less, in per cent of the other option's cost",
            Columns =
            [
                new Column("KVM option, compared with", Width: 22),
                new Column("Has KVM the other's features?", Width: 21),
                .. from scope in Scopes
                   from years in ClaimTerms.Years
                   select new Column(Wording.Years(years), true, years == ClaimTerms.Years[0] ? 7 : 6) { Over = Wording.Of(scope) },
            ],
            Rows = [.. claim.Pairs.GroupBy(pair => pair.Kvm, StringComparer.Ordinal).SelectMany(kvm => RowsOf(kvm, names, reasons))],
            Note = Note(result, reasons),
            IsDense = true,
        };
    }

    private static IEnumerable<Row> RowsOf(IGrouping<string, ClaimPair> kvm, Dictionary<string, string> names, ImmutableArray<string> reasons) =>
        kvm.OrderByDescending(pair => pair.IsEqual)
            .Select(pair => new Row(
            [
                new Cell(names.GetValueOrDefault(pair.Other, pair.Other)),
                Features(pair.Features),
                .. pair.Cells.Select(cell => Figure(cell, pair.IsEqual, reasons)),
            ]))
            .Prepend(new Row([new Cell(names.GetValueOrDefault(kvm.Key, kvm.Key))], RowKind.Group));

    private static Cell Features(FeatureMatch match) => match.State switch
    {
        FeatureEquality.Equal => new Cell("equal"),
        FeatureEquality.NotEqual => new Cell($"not equal: lacks {Named(match.Lacks)}", Tone.Quiet),
        FeatureEquality.NotKnown => new Cell($"not known: {Named(match.Unknown)}", Tone.Quiet),
        _ => throw new ArgumentOutOfRangeException(nameof(match), match.State, "no such answer"),
    };

    /// <summary>The features; all are in the table of features, so that a long list may end early here.</summary>
    private static string Named(ImmutableArray<string> features) => features.Length <= FeaturesNamed
        ? string.Join(", ", features.Select(ClaimWords.Feature))
        : $"{string.Join(", ", features.Take(FeaturesNamed - 1).Select(ClaimWords.Feature))} and {Printed.Whole(features.Length - FeaturesNamed + 1)} more";

    private static Cell Figure(ClaimCell cell, bool isEqual, ImmutableArray<string> reasons) => cell.Share is { } share && cell.IsAnswered
        ? new Cell(Printed.Fixed(share * PerCent, Math.Abs(share) < LongFigure ? 1 : 0), ToneOf(cell.Verdict, isEqual))
        : new Cell("–", Tone.Quiet) { Mark = Letter(reasons.IndexOf(Sentences.Of(cell.Reason!))) };

    private static Tone ToneOf(ClaimVerdict verdict, bool isEqual) => (verdict, isEqual) switch
    {
        (ClaimVerdict.Exceeds, true) => Tone.MarkedMore,
        (ClaimVerdict.Holds, true) => Tone.Marked,
        (ClaimVerdict.Exceeds or ClaimVerdict.Holds, false) => Tone.Outlined,
        (_, false) => Tone.Quiet,
        _ => Tone.Normal,
    };

    private static string Note(CaseStudy result, ImmutableArray<string> reasons) =>
        "Options are compared that do the same with the hosts. A negative figure: KVM costs more. Platform with hardware: platform licences, servers, their "
            + "upkeep, energy and rack space; both this and licences alone "
        + "as if every option were set up anew, without today's contract and a move. All costs: those too, with guests' licences and staff. "
        + $"Hosts are those that {Wording.Years(result.Inputs.Scenario.HorizonYears)} need, year by year where demand grows; what is bought once counts in "
        + "full, less what servers might fetch at the end of the term."
        + (reasons.IsEmpty ? "" : " No figure: " + string.Join("; ", reasons.Select((reason, index) => $"({Letter(index)}) {reason}")) + ".");

    /// <summary>The mark of a reason: a to z, then aa and on.</summary>
    private static string Letter(int index) =>
        (index < Alphabet.Length ? "" : Letter((index / Alphabet.Length) - 1)) + Alphabet[index % Alphabet.Length];

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
}
