using System.Collections.Immutable;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// The rules of a VM's row. It lists their types in one cell and their names in another, both with commas: "Anti Affinity, Affinity" and
/// "separate-dcs, app-with-db".
/// </summary>
/// <param name="Apart">Names of rules that keep the VM from sharing a host with others.</param>
/// <param name="Together">Names of rules that keep it on one host with others.</param>
/// <param name="Hosts">Names of rules of any other kind: those between VMs and hosts, also those that keep away.</param>
internal sealed record RuleCells(ImmutableArray<string> Apart, ImmutableArray<string> Together, ImmutableArray<string> Hosts)
{
    private static readonly RuleCells None = new([], [], []);

    private enum Kind
    {
        Apart,
        Together,
        Hosts,
    }

    /// <summary>The rules of two cells; null when the types cannot be told which name is theirs.</summary>
    public static RuleCells? Of(string? types, string? names)
    {
        Kind[] kinds = [.. Split(types).Select(KindOf)];
        if (kinds.Length == 0)
        {
            return None;
        }

        // A rule's name may hold a comma itself.
        var rules = Split(names);
        return names is null ? null
            : rules.Length == kinds.Length ? Sorted(kinds, rules)
            : kinds.Length == 1 ? Sorted(kinds, [names])
            : kinds.Distinct().Count() == 1 ? Sorted([.. rules.Select(_ => kinds[0])], rules)
            : null;
    }

    private static RuleCells Sorted(Kind[] kinds, string[] names)
    {
        return new RuleCells(Named(Kind.Apart), Named(Kind.Together), Named(Kind.Hosts));

        ImmutableArray<string> Named(Kind kind) => [.. names.Where((_, i) => kinds[i] == kind)];
    }

    private static Kind KindOf(string type)
    {
        var letters = string.Concat(type.Where(char.IsLetter));
        return letters.Contains("Host", StringComparison.OrdinalIgnoreCase) || !letters.Contains("Affinity", StringComparison.OrdinalIgnoreCase) ? Kind.Hosts
            : letters.Contains("AntiAffinity", StringComparison.OrdinalIgnoreCase) ? Kind.Apart
            : Kind.Together;
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
