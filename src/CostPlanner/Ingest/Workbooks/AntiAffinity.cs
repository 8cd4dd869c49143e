using System.Collections.Immutable;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>
/// The rules that keep VMs apart. A VM's row lists the types of its rules in one cell and their names in another, both with commas:
/// "Anti Affinity, Affinity" and "separate-dcs, app-with-db".
/// </summary>
internal static class AntiAffinity
{
    /// <summary>The names of the VM's rules that keep it from sharing a host with other VMs; null when the two cells cannot be told apart.</summary>
    public static ImmutableArray<string>? Rules(string? types, string? names)
    {
        var kinds = Split(types);
        var apart = kinds.Count(KeepsApart);
        if (apart == 0)
        {
            return [];
        }

        var rules = Split(names);
        if (rules.Length == kinds.Length)
        {
            return [.. rules.Where((_, i) => KeepsApart(kinds[i]))];
        }

        // A rule's name may hold a comma itself.
        return names is null ? null
            : kinds.Length == 1 ? [names]
            : apart == kinds.Length ? [.. rules]
            : null;
    }

    /// <summary>Rules between VMs and hosts are of another kind, also those that keep away.</summary>
    private static bool KeepsApart(string type)
    {
        var letters = string.Concat(type.Where(char.IsLetter));
        return letters.Contains("AntiAffinity", StringComparison.OrdinalIgnoreCase) && !letters.Contains("Host", StringComparison.OrdinalIgnoreCase);
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
