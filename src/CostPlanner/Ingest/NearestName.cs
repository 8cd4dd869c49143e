namespace CostPlanner.Ingest;

/// <summary>Finds what the user probably meant.</summary>
internal static class NearestName
{
    /// <summary>"; did you mean 'x'?" for the nearest of the known names, or nothing when none is near.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        var nearest = known
            .Select(each => (Name: each, Distance: each.StartsWith(name, StringComparison.Ordinal) ? 0 : Distance(name, each)))
            .OrderBy(each => each.Distance)
            .ThenBy(each => each.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, name.Length / 2) ? $"; did you mean '{nearest.Name}'?" : "";
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
