using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Claims;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Claim;

/// <summary>The answer to the claim of 2013 in words. Pairs of equal features decide; what the others would say stands apart.</summary>
internal sealed class ClaimWords
{
    /// <summary>So many clauses fit into the answer's sentence; more stand below it.</summary>
    private const int Fitting = 2;

    private readonly ClaimAnswer claim;
    private readonly ImmutableArray<ScenarioOption> options;
    private readonly ImmutableArray<string> clauses;

    public ClaimWords(CaseStudy result, ClaimAnswer claim)
    {
        this.claim = claim;
        options = [.. result.Options.Select(option => option.Option)];
        clauses = [.. ClaimClauses.Of(Equal).Select(Of)];
        HoldsOnlyFor = Holds < Answered && clauses.Length > Fitting ? [.. clauses.Select(Wording.Capital)] : [];
        Answer = claim.Pairs.IsEmpty ? CannotBeTested : Verdict;
    }

    /// <summary>The answer in a sentence or two.</summary>
    public string Answer { get; }

    /// <summary>For what it holds, where that is too long for the answer; else empty.</summary>
    public ImmutableArray<string> HoldsOnlyFor { get; }

    /// <summary>What the pairs would say whose features are not equal or not known; null where there are none.</summary>
    public string? Apart
    {
        get
        {
            var apart = claim.Pairs.Where(pair => !pair.IsEqual).ToList();
            var would = apart.Count(pair => pair.Cells.Any(cell => cell.IsTrue));
            return apart.Count == 0
                ? null
                : Words.Of(
                    "claim.apart-not-counted-as",
                    ("beside", Beside(apart)),
                    ("apart", apart.Count == 1 ? "is" : Words.Of("claim.are")),
                    ("would", would == 0
                    ? Words.Of("claim.apart")
                    : Words.Of("claim.apart-would-save-as", ("share", Share(would, apart.Count)))));
        }
    }

    /// <summary>The claim's two figures: "60 % to 90 %".</summary>
    public static string Range(ClaimAnswer claim) => Words.Of("claim.to", ("per-cent", PerCent(claim.Low)), ("per-cent-2", PerCent(claim.High)));

    /// <summary>A share in whole per cent where it is one: "60 %".</summary>
    public static string PerCent(decimal share) => Printed.Number(share * 100) + Printed.Space + "%";

    /// <summary>A feature as words: "live migration".</summary>
    public static string Feature(string name) => name.Replace('-', ' ').Replace(" api", " API", StringComparison.Ordinal);

    private IEnumerable<ClaimPair> Equal => claim.Pairs.Where(pair => pair.IsEqual);

    private int Answered => Equal.Sum(pair => pair.Cells.Count(cell => cell.IsAnswered));

    private int Holds => Equal.Sum(pair => pair.Cells.Count(cell => cell.IsTrue));

    private string CannotBeTested =>
        (options.Any(option => option.Platform == PlatformFamily.Kvm), options.Any(option => option.Platform != PlatformFamily.Kvm)) switch
    {
        (true, true) => Words.Of("claim.cannot-be-tested"),
        (true, false) => Words.Of("claim.cannot-be-tested-the-scenario-holds"),
        _ => Words.Of("claim.cannot-be-tested-the-scenario-holds-no-option-on"),
    };

    private string Verdict => Equal.Count() switch
    {
        0 => Words.Of("claim.verdict"),
        _ when Answered == 0 => Words.Of("claim.verdict-there-is-no"),
        _ when Holds == 0 => Words.Of("claim.verdict-the-claim-does", ("per-cent", PerCent(claim.Low)), ("most", Most)),
        _ when Holds == Answered => Words.Of("claim.verdict-the-claim-holds", ("per-cent", PerCent(claim.Low)), ("everywhere", Everywhere)),
        _ when clauses.Length <= Fitting => Words.Of(
            "claim.verdict-the-claim-holds-only-for",
            ("clauses", string.Join(Words.Of("claim.between-clauses"), clauses)),
            ("counted", Counted)),
        _ => Words.Of("claim.verdict-the-claim-holds-only-for-some", ("counted", Counted)),
    };

    private string Counted => Words.Of(
        "claim.with-equal-features-of",
        ("holds", Printed.Whole(Holds)),
        ("answered", Answered),
        ("holds-2", Holds == 1 ? Words.Of("claim.reaches") : Words.Of("claim.reach")),
        ("per-cent", PerCent(claim.Low)),
        ("placeholders", Placeholders));

    private string Placeholders => Equal.Sum(pair => pair.Cells.Count(cell => cell is { IsTrue: true, RestsOnPlaceholder: true })) switch
    {
        0 => "",
        var some when some == Holds => Holds == 1
            ? Words.Of("claim.placeholders")
            : Words.Of("claim.placeholders-and-all-of"),
        var some => Words.Of(
            "claim.placeholders-and-of-them",
            ("some", Printed.Whole(some)),
            ("some-2", some == 1 ? Words.Of("claim.rests") : Words.Of("claim.rest"))),
    };

    private string Everywhere => Equal.All(pair => pair.Cells.All(cell => cell.IsAnswered))
        ? Words.Of(
            "claim.everywhere",
            ("equal", Equal.Count() == 1 ? Words.Of("claim.the-only-pair") : Words.Of("claim.all", ("equal", Equal.Count()))))
        : Words.Of("claim.everywhere-wherever-both-costs", ("clauses", string.Join(Words.Of("claim.between-wherevers"), clauses)));

    /// <summary>The largest saving among pairs of equal features.</summary>
    private string Most
    {
        get
        {
            var (pair, cell) = Equal.SelectMany(pair => pair.Cells.Where(cell => cell.IsAnswered).Select(cell => (pair, cell)))
                .MaxBy(each => each.cell.Share!.Value);
            var clause = new ClaimClause([cell.Scope], [cell.Years], [pair.Kvm], [pair.Other]);
            return cell.Share > 0
                ? Words.Of("claim.the-most-is-for", ("share", Printed.Percent(cell.Share.Value)), ("value", Of(clause)))
                : Words.Of("claim.none-saves-anything");
        }
    }

    private string Of(ClaimClause clause)
    {
        var scopes = clause.Scopes.Length == Enum.GetValues<ClaimScope>().Length
            ? Words.Of("claim.every-scope")
            : Phrase.List(clause.Scopes.Select(scope => Wording.Of(scope).ToLowerInvariant()));
        var kvm = options.Count(option => option.Platform == PlatformFamily.Kvm) == 1 ? "" : Words.Of("claim.of", ("names", Names(clause.Kvm)));
        return Words.Of("claim.against-over", ("scopes", scopes), ("kvm", kvm), ("names", Names(clause.Others)), ("terms", Terms(clause.Years)));
    }

    private string Names(ImmutableArray<string> ids) =>
        Phrase.Names(ids.Select(id => options.FirstOrDefault(option => option.Id == id) is { } option ? Short(option) : id));

    /// <summary>An option's name without the platform before it, which the sentence says.</summary>
    private static string Short(ScenarioOption option) =>
        $"{Wording.Of(option.Platform)}, " is var platform
            && option.Platform != PlatformFamily.VSphere
            && option.Name.StartsWith(platform, StringComparison.Ordinal)
            ? option.Name[platform.Length..]
            : option.Name;

    private static string Terms(ImmutableArray<int> years) =>
        Phrase.List(years.Select(each => Printed.Whole(each))) + Printed.Space + (years is [1] ? Words.Of("claim.year") : Words.Of("claim.years"));

    private static string Beside(List<ClaimPair> apart)
    {
        var lacking = apart.Count(pair => pair.Features.State == FeatureEquality.NotEqual);
        var unknown = apart.Count - lacking;
        var parts = new[]
        {
            lacking > 0 ? Words.Of("claim.parts", ("lacking", lacking)) : null,
            unknown > 0 ? Words.Of("claim.parts-of-which-that", ("unknown", unknown)) : null,
        };
        return Phrase.List(parts.OfType<string>());
    }

    private static string Share(int some, int all) => some == all ? (all == 1 ? "it" : Words.Of("claim.share-all")) : Words.Of(
        "claim.share-of",
        ("some", Printed.Whole(some)),
        ("all", Printed.Whole(all)));
}
