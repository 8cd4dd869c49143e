using System.Collections.Immutable;

namespace CostPlanner.Reporting.Templates;

/// <summary>What changes between two texts, line by line: "-" what goes, "+" what comes, with a line or two around.</summary>
public static class LineDiff
{
    private const int Around = 2;
    private const string Gap = "...";

    /// <summary>
    /// The lines of the difference; empty where the texts are equal. The texts have some hundred lines at most, or the time grows with their product.
    /// </summary>
    public static ImmutableArray<string> Of(string old, string now)
    {
        var marked = Marked(Lines(old), Lines(now));
        var near = marked.Select((_, i) => marked.Skip(i - Around).Take(i < Around ? Around + 1 + i : (2 * Around) + 1).Any(line => line[0] != ' ')).ToArray();
        var shown = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < marked.Count; i++)
        {
            if (near[i])
            {
                shown.Add(marked[i]);
            }
            else if (shown.Count > 0 && shown[^1] != Gap)
            {
                shown.Add(Gap);
            }
        }

        if (shown.Count > 0 && shown[^1] == Gap)
        {
            shown.RemoveAt(shown.Count - 1);
        }

        return shown.ToImmutable();
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    /// <summary>Every line of both, those that both have once, by the longest common subsequence.</summary>
    private static List<string> Marked(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        var marked = new List<string>();
        var (at, other) = (0, 0);
        while (at < old.Length || other < now.Length)
        {
            if (at < old.Length && other < now.Length && old[at] == now[other])
            {
                marked.Add("  " + old[at]);
                (at, other) = (at + 1, other + 1);
            }
            else if (at < old.Length && (other == now.Length || common[at + 1, other] >= common[at, other + 1]))
            {
                marked.Add("- " + old[at++]);
            }
            else
            {
                marked.Add("+ " + now[other++]);
            }
        }

        return marked;
    }
}
