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
            new LegendEntry(new Cell($"≥{Printed.Space}{low}", Tone.Marked), Words.Of("claim.saved-as-claimed")),
            new LegendEntry(new Cell($">{Printed.Space}{high}", Tone.MarkedMore), Words.Of("claim.saved-more-than-claimed")),
            new LegendEntry(new Cell($"≥{Printed.Space}{low}", Tone.Outlined), Words.Of("claim.legend")),
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
            Caption = Words.Of("claim.caption"),
            Columns =
            [
                new Column(Words.Of("claim.kvm-option-compared-with"), Width: 22),
                new Column(Words.Of("claim.columns"), Width: 21),
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
        FeatureEquality.Equal => new Cell(Words.Of("claim.equal")),
        FeatureEquality.NotEqual => new Cell(Words.Of("claim.not-equal-lacks", ("named", Named(match.Lacks))), Tone.Quiet),
        FeatureEquality.NotKnown => new Cell(Words.Of("claim.not-known", ("named", Named(match.Unknown))), Tone.Quiet),
        _ => throw new ArgumentOutOfRangeException(nameof(match), match.State, "no such answer"),
    };

    /// <summary>The features; all are in the table of features, so that a long list may end early here.</summary>
    private static string Named(ImmutableArray<string> features) => features.Length <= FeaturesNamed
        ? string.Join(", ", features.Select(ClaimWords.Feature))
        : Words.Of(
            "claim.and-more",
            ("take", string.Join(", ", features.Take(FeaturesNamed - 1).Select(ClaimWords.Feature))),
            ("features", Printed.Whole(features.Length - FeaturesNamed + 1)));

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
        Words.Of(
            "claim.note",
            ("years", result.Inputs.Scenario.HorizonYears),
            ("is-empty", reasons.IsEmpty ? "" : Words.Of(
            "claim.no-figure",
            ("reasons", string.Join("; ", reasons.Select((reason, index) => $"({Letter(index)}) {reason}"))))));

    /// <summary>The mark of a reason: a to z, then aa and on.</summary>
    private static string Letter(int index) =>
        (index < Alphabet.Length ? "" : Letter((index / Alphabet.Length) - 1)) + Alphabet[index % Alphabet.Length];

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz";
}
