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
                : $"{Beside(apart)} {(apart.Count == 1 ? "is" : "are")} not counted, as the claim speaks of the same basic features; "
                + (would == 0
                    ? "none saves as much as was claimed."
                    : $"{Share(would, apart.Count)} would save as much as was claimed, in at least one scope and term.");
        }
    }

    /// <summary>The claim's two figures: "60 % to 90 %".</summary>
    public static string Range(ClaimAnswer claim) => $"{PerCent(claim.Low)} to {PerCent(claim.High)}";

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
        (true, true) => "The scenario holds no option on KVM that does the same with the hosts as one on vSphere or Xen, so the claim cannot be tested.",
        (true, false) => "The scenario holds no option on vSphere or Xen, so the claim cannot be tested.",
        _ => "The scenario holds no option on KVM, so the claim cannot be tested.",
    };

    private string Verdict => Equal.Count() switch
    {
        0 => "The claim cannot be tested as it was put: of no KVM option is it known that it has all basic features of an option it is compared with.",
        _ when Answered == 0 => "There is no answer: no pair of options with equal features can be compared, for the reasons below the table.",
        _ when Holds == 0 => $"The claim does not hold: with equal features no KVM option saves {PerCent(claim.Low)}, in any scope or over any term. {Most}",
        _ when Holds == Answered => $"The claim holds: with equal features KVM costs at least {PerCent(claim.Low)} less, {Everywhere}.",
        _ when clauses.Length <= Fitting => $"The claim holds only for {string.Join("; and for ", clauses)}. {Counted}",
        _ => $"The claim holds only for some editions, scopes and terms, named below. {Counted}",
    };

    private string Counted => $"With equal features, {Printed.Whole(Holds)} of {Printed.Count(Answered, "figure")} "
        + $"{(Holds == 1 ? "reaches" : "reach")} {PerCent(claim.Low)}{Placeholders}.";

    private string Placeholders => Equal.Sum(pair => pair.Cells.Count(cell => cell is { IsTrue: true, RestsOnPlaceholder: true })) switch
    {
        0 => "",
        var some when some == Holds => Holds == 1
            ? ", and it rests on a figure without a source (grade M)"
            : ", and all of them rest on figures without a source (grade M)",
        var some => $", and {Printed.Whole(some)} of them {(some == 1 ? "rests" : "rest")} on figures without a source (grade M)",
    };

    private string Everywhere => Equal.All(pair => pair.Cells.All(cell => cell.IsAnswered))
        ? $"for {(Equal.Count() == 1 ? "the only pair" : $"all {Printed.Count(Equal.Count(), "pair")}")}, in every scope and over every term"
        : $"wherever both costs are known: {string.Join("; and ", clauses)}";

    /// <summary>The largest saving among pairs of equal features.</summary>
    private string Most
    {
        get
        {
            var (pair, cell) = Equal.SelectMany(pair => pair.Cells.Where(cell => cell.IsAnswered).Select(cell => (pair, cell)))
                .MaxBy(each => each.cell.Share!.Value);
            var clause = new ClaimClause([cell.Scope], [cell.Years], [pair.Kvm], [pair.Other]);
            return cell.Share > 0 ? $"The most is {Printed.Percent(cell.Share.Value)}, for {Of(clause)}." : "None saves anything.";
        }
    }

    private string Of(ClaimClause clause)
    {
        var scopes = clause.Scopes.Length == Enum.GetValues<ClaimScope>().Length
            ? "every scope"
            : Phrase.List(clause.Scopes.Select(scope => Wording.Of(scope).ToLowerInvariant()));
        var kvm = options.Count(option => option.Platform == PlatformFamily.Kvm) == 1 ? "" : $" of {Names(clause.Kvm)}";
        return $"{scopes}{kvm} against {Names(clause.Others)}, over {Terms(clause.Years)}";
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
        Phrase.List(years.Select(each => Printed.Whole(each))) + Printed.Space + (years is [1] ? "year" : "years");

    private static string Beside(List<ClaimPair> apart)
    {
        var lacking = apart.Count(pair => pair.Features.State == FeatureEquality.NotEqual);
        var unknown = apart.Count - lacking;
        var parts = new[]
        {
            lacking > 0 ? $"{Printed.Count(lacking, "pair")} in which KVM lacks a feature" : null,
            unknown > 0 ? $"{Printed.Count(unknown, "pair")} of which that is not known" : null,
        };
        return Phrase.List(parts.OfType<string>());
    }

    private static string Share(int some, int all) => some == all ? (all == 1 ? "it" : "all") : $"{Printed.Whole(some)} of {Printed.Whole(all)}";
}
