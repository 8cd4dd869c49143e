using System.Text;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Headers as they are compared: lower case, letters and digits and the sign of per cent alone, for people and versions spell them in many ways.
/// </summary>
internal static class HeaderText
{
    private const char FirstWide = '\uFF01'; // full-width forms of ASCII, as Japanese input writes them
    private const char LastWide = '\uFF5E';

    /// <summary>"# Memory", " MEMORY " and "memory" are one.</summary>
    public static string Plain(string? header)
    {
        var plain = new StringBuilder();
        foreach (var letter in header ?? "")
        {
            var narrow = letter is >= FirstWide and <= LastWide ? (char)(letter - FirstWide + '!') : letter;
            if (char.IsLetterOrDigit(narrow) || narrow == '%')
            {
                plain.Append(char.ToLowerInvariant(narrow));
            }
        }

        return plain.ToString();
    }

    /// <summary>A plain header without the word of a unit at its end, and the unit: "memoryinmb" is memory in MiB.</summary>
    public static (string Stem, Unit? Unit) Split(string plain)
    {
        if (Unit.AtEndOf(plain) is not { } unit)
        {
            return (plain, null);
        }

        var stem = plain[..^unit.Word.Length];
        return (stem.EndsWith("in", StringComparison.Ordinal) && stem.Length > 2 ? stem[..^2] : stem, unit.Unit);
    }

    /// <summary>The plain header without the name of its sheet before it, as RVTools writes it with -DBColumnNames: "vInfoVMName" is VMName.</summary>
    public static string WithoutSheet(string plain, string sheet)
    {
        var prefix = Plain(sheet);
        return plain.Length > prefix.Length && prefix.Length > 0 && plain.StartsWith(prefix, StringComparison.Ordinal) ? plain[prefix.Length..] : plain;
    }
}
