using System.Collections.Immutable;

namespace CostPlanner.Reporting.Text;

/// <summary>Lists in words.</summary>
internal static class Phrase
{
    /// <summary>"a and b and c".</summary>
    public static string And(IEnumerable<string> entries) => string.Join(Language.Spoken.Forms.Between("and"), entries);

    /// <summary>"a", "a and b", "a, b and c"; with semicolons where an entry has a comma or an "and" of its own.</summary>
    public static string List(IEnumerable<string> entries)
    {
        var all = entries.ToList();
        if (all.Count < 2)
        {
            return string.Concat(all);
        }

        var forms = Language.Spoken.Forms;
        var (comma, semicolon, and) = (forms.Between("list"), forms.Between("semicolons"), forms.Between("and"));
        var isPlain = !all.Any(entry => entry.Contains(comma.Trim(), StringComparison.Ordinal) || entry.Contains(and, StringComparison.Ordinal));
        return string.Join(isPlain ? comma : semicolon, all.Take(all.Count - 1)) + (isPlain ? and : semicolon.TrimEnd() + and) + all[^1];
    }

    /// <summary>Names, each run of them that begins alike with its beginning once: "vSphere 5.5 Enterprise and Enterprise Plus".</summary>
    public static string Names(IEnumerable<string> names)
    {
        var runs = new List<List<string[]>>();
        foreach (var words in names.Select(name => name.Split(' ')))
        {
            if (runs.Count > 0 && runs[^1][0][0] == words[0] && words.Length > 1)
            {
                runs[^1].Add(words);
            }
            else
            {
                runs.Add([words]);
            }
        }

        return List(runs.Select(Run));
    }

    private static string Run(List<string[]> names)
    {
        if (names.Count == 1)
        {
            return string.Join(' ', names[0]);
        }

        var shortest = names.Min(words => words.Length) - 1;
        var shared = Enumerable.Range(0, shortest).TakeWhile(index => names.All(words => words[index] == names[0][index])).Count();
        ImmutableArray<string> rests = [.. names.Select(words => string.Join(' ', words.Skip(shared)))];
        return string.Join(' ', names[0].Take(shared).Append(List(rests)));
    }
}
