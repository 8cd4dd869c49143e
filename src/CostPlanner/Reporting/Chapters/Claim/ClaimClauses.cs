using System.Collections.Immutable;
using CostPlanner.Pricing.Claims;

namespace CostPlanner.Reporting.Chapters.Claim;

/// <summary>A set of cells of the claim that can be said in one breath: all of these scopes, over all of these terms, for all of these pairs.</summary>
/// <param name="Scopes">The scopes.</param>
/// <param name="Years">The terms.</param>
/// <param name="Kvm">Ids of the KVM options.</param>
/// <param name="Others">Ids of the options that each of them is held against.</param>
internal sealed record ClaimClause(ImmutableArray<ClaimScope> Scopes, ImmutableArray<int> Years, ImmutableArray<string> Kvm, ImmutableArray<string> Others);

/// <summary>The cells in which the claim holds, in few clauses that hold each of them once and no other.</summary>
internal static class ClaimClauses
{
    /// <summary>The clauses, in the order of the pairs.</summary>
    public static ImmutableArray<ClaimClause> Of(IEnumerable<ClaimPair> pairs) =>
    [
        .. from part in pairs.SelectMany(Parts)
           group part by (part.Scopes, part.Years) into alike
           from clause in Merged(alike.Key.Scopes, alike.Key.Years, alike.Select(part => part.Pair))
           select clause,
    ];

    /// <summary>A pair's scopes in which it holds, those together that hold over the same terms; as texts, which can be compared.</summary>
    private static IEnumerable<(string Scopes, string Years, ClaimPair Pair)> Parts(ClaimPair pair) =>
        from scope in pair.Cells.Where(cell => cell.IsTrue).GroupBy(cell => cell.Scope)
        group scope.Key by string.Join(' ', scope.Select(cell => Number(cell.Years))) into terms
        select (string.Join(' ', terms), terms.Key, pair);

    /// <summary>KVM options that are held against the same others, together.</summary>
    private static IEnumerable<ClaimClause> Merged(string scopes, string years, IEnumerable<ClaimPair> pairs) =>
        from kvm in pairs.GroupBy(pair => pair.Kvm, StringComparer.Ordinal)
        group kvm by string.Join('\n', kvm.Select(pair => pair.Other)) into alike
        select new ClaimClause(
            [.. scopes.Split(' ').Select(Enum.Parse<ClaimScope>)],
            [.. years.Split(' ').Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))],
            [.. alike.Select(kvm => kvm.Key)],
            [.. alike.First().Select(pair => pair.Other)]);

    private static string Number(int years) => years.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
