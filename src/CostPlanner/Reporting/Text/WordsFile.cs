namespace CostPlanner.Reporting.Text;

/// <summary>A file of words: lines "id = words"; a line that begins with # is for whoever writes them.</summary>
internal static class WordsFile
{
    private const string Between = " = ";

    /// <summary>The ids of a file with their words, in their order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Entries(string name, TextReader file)
    {
        for (var number = 1; file.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var at = line.IndexOf(Between, StringComparison.Ordinal);
            yield return at > 0
                ? KeyValuePair.Create(line[..at], line[(at + Between.Length)..])
                : throw new InvalidOperationException(FormattableString.Invariant($"{name}, line {number}: \"id = words\" is expected"));
        }
    }
}
