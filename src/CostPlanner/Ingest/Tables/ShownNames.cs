namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Names that tell things apart: as short as the source has them where one thing alone bears a name, else with what tells it apart behind it:
/// "CL1 (DC1, vc-b)".
/// </summary>
internal static class ShownNames
{
    /// <summary>The name of each thing, in their order; no two are the same, whatever their letters' case.</summary>
    /// <param name="things">Their names, and what may stand behind them: of several sets the first that tells a thing from the others is taken; null is what is
    /// not known.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<(string Name, string?[][] Behind)> things)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var shown = new string[things.Count];
        foreach (var group in Enumerable.Range(0, things.Count).GroupBy(at => things[at].Name, StringComparer.OrdinalIgnoreCase))
        {
            int[] alike = [.. group];
            foreach (var at in alike)
            {
                var name = alike.Length == 1 ? things[at].Name : Apart(things, alike, at);
                shown[at] = name;
                for (var number = 2; !taken.Add(shown[at]); number++)
                {
                    shown[at] = FormattableString.Invariant($"{name} #{number}");
                }
            }
        }

        return shown;
    }

    /// <summary>Where nothing tells it apart, a number does, in the order of the file.</summary>
    private static string Apart(IReadOnlyList<(string Name, string?[][] Behind)> things, int[] alike, int at)
    {
        for (var set = 0; set < things[at].Behind.Length; set++)
        {
            var own = With(things[at].Name, things[at].Behind[set]);
            if (alike.All(other => other == at || !string.Equals(With(things[other].Name, things[other].Behind[set]), own, StringComparison.OrdinalIgnoreCase)))
            {
                return own;
            }
        }

        return FormattableString.Invariant($"{things[at].Name} #{Array.IndexOf(alike, at) + 1}");
    }

    private static string With(string name, string?[] behind)
    {
        var known = behind.OfType<string>().Distinct().ToList();
        return known.Count == 0 ? name : $"{name} ({string.Join(", ", known)})";
    }
}
