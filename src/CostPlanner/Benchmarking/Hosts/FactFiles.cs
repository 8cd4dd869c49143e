using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>The files of proc and sys below a root folder; remembers which facts could not be had, and why.</summary>
internal sealed class FactFiles(string root)
{
    private readonly SortedDictionary<string, Message> unknown = new(StringComparer.Ordinal);

    /// <summary>Why facts are null.</summary>
    public ImmutableSortedDictionary<string, Message> Unknown => unknown.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Notes why a fact could not be had.</summary>
    public void Lacks(string fact, Message why) => unknown[fact] = why;

    /// <summary>What was read, or its absence noted under that reason.</summary>
    public T? Or<T>(string fact, T? value, Message why)
    {
        if (value is null)
        {
            Lacks(fact, why);
        }

        return value;
    }

    /// <summary>The text of a file that holds a fact, without white space around it; null, with the reason noted, when it cannot be had or is empty.</summary>
    public string? Text(string fact, string path)
    {
        var (text, why) = Read(path);
        return Or(fact, text, why ?? Message.None);
    }

    /// <summary>The text of a file, or null and why.</summary>
    public (string? Text, Message? Why) Read(string path)
    {
        try
        {
            var text = File.ReadAllText(Full(path)).Trim();
            return text.Length > 0 ? (text, null) : (null, Message.Of("fact.empty", ("file", $"/{path}")));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, Message.Of("fact.absent", ("file", $"/{path}")));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, Message.Of("fact.closed", ("file", $"/{path}")));
        }
        catch (IOException trouble)
        {
            return (null, Message.Of("fact.not-read", ("file", $"/{path}"), ("why", trouble.Message)));
        }
    }

    /// <summary>The names of what a folder holds, in order, numbers by value; empty when it is not there or closed.</summary>
    public ImmutableArray<string> Names(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(Full(folder))
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Create(CultureInfo.InvariantCulture, CompareOptions.NumericOrdering))];
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>The names of a folder's entries that are a word and a number: cpu0, cpu1, ..., node0.</summary>
    public ImmutableArray<string> Numbered(string folder, string word) =>
        [
            .. Names(folder).Where(
                name => name.StartsWith(word, StringComparison.Ordinal) && name.Length > word.Length && name[word.Length..].All(char.IsAsciiDigit)),
        ];

    /// <summary>Whether a folder is there.</summary>
    public bool HasFolder(string path) => Directory.Exists(Full(path));

    private string Full(string path) => Path.Combine(root, path);
}
