namespace CostPlanner.Model;

/// <summary>Finds what the user probably meant.</summary>
public static class NearestName
{
    /// <summary>That the nearest of the known names may be meant, as the end of a sentence; nothing when none is near.</summary>
    public static Message Suggestion(string name, IEnumerable<string> known) => Suggestion(Of(name, known));

    /// <summary>The same for a name with stars: what stands before the first is compared with as many letters of each name.</summary>
    public static Message SuggestionOfPattern(string pattern, IEnumerable<string> known) => Suggestion(OfPattern(pattern, known));

    private static string? OfPattern(string pattern, IEnumerable<string> known)
    {
        var start = pattern.Split('*')[0].ToUpperInvariant();
        return start.Length == 0 || start.Length == pattern.Length
            ? Of(pattern.Replace("*", "", StringComparison.Ordinal), known)
            : Of(start, known, each => Distance(start, each[..Math.Min(each.Length, start.Length)].ToUpperInvariant()));
    }

    private static Message Suggestion(string? nearest) => nearest is null ? Message.None : Message.Of("did-you-mean", ("name", nearest));

    private static string? Of(string name, IEnumerable<string> known) =>
        Of(name, known, each => each.StartsWith(name, StringComparison.Ordinal) ? 0 : Distance(name, each));

    private static string? Of(string name, IEnumerable<string> known, Func<string, int> distance)
    {
        var nearest = known
            .Select(each => (Name: each, Distance: distance(each)))
            .OrderBy(each => each.Distance)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 2) ? nearest.Name : null;
    }

    /// <summary>Levenshtein's distance: letters to insert, delete or replace.</summary>
    public static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replace = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replace, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
