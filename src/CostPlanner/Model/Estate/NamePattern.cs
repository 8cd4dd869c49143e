using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A name in which * stands for any letters, also none: "db-*".</summary>
public static class NamePattern
{
    /// <summary>Whether a name fits the pattern; capital and small letters are the same.</summary>
    public static bool Matches(string pattern, string name)
    {
        var parts = pattern.Split('*');
        if (parts.Length == 1)
        {
            return name.Equals(pattern, StringComparison.OrdinalIgnoreCase);
        }

        if (!name.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts[1..^1])
        {
            var found = name.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return name.Length - at >= parts[^1].Length && name.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a name fits any of the patterns.</summary>
    public static bool MatchAny(ImmutableArray<string> patterns, string name) => patterns.Any(pattern => Matches(pattern, name));

    /// <summary>Whether a VM's name fits any of the patterns, or its id is one of them.</summary>
    public static bool MatchAny(ImmutableArray<string> patterns, VirtualMachine vm) => patterns.Any(pattern => Matches(pattern, vm.Name) || pattern == vm.Id);
}
