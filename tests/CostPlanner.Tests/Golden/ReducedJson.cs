using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CostPlanner.Tests.Golden;

/// <summary>
/// JSON of this program without its sentences: numbers, ids, dates, codes, true, false, null and their order stay as they are, and a sentence or label is only
/// known to be there. Two results that differ in their words alone are the same text; two that differ in anything else are not.
/// </summary>
public static class ReducedJson
{
    /// <summary>What stands for words.</summary>
    private const string SomeWords = "...";

    /// <summary>As many characters stand on one line; a longer object or array has a line for each of its entries.</summary>
    private const int Width = 160;

    private const string AnyKey = "*";

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>The whole text, reduced.</summary>
    public static string Of(string json) => Of(json, _ => true);

    /// <summary>
    /// The text reduced to the properties that a reduced text has anywhere: a new property is no difference; a known one that is there or missing in a single
    /// place is.
    /// </summary>
    public static string Of(string json, string reference)
    {
        using var document = JsonDocument.Parse(reference);
        var known = new HashSet<string>(StringComparer.Ordinal);
        Collect(document.RootElement, "", known);
        return Of(json, known.Contains);
    }

    /// <summary>The properties that hold text and that nobody has sorted into words and facts, each once.</summary>
    public static IEnumerable<string> Unsorted(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Texts(document.RootElement, "").Where(path => JsonTexts.AreWords(path) is null).Distinct()];
    }

    private static string Of(string json, Func<string, bool> isKnown)
    {
        using var document = JsonDocument.Parse(json);
        return Reduced(document.RootElement, "", 0, isKnown) + "\n";
    }

    private static string Reduced(JsonElement element, string path, int depth, Func<string, bool> isKnown) => element.ValueKind switch
    {
        JsonValueKind.Object => Lines('{', '}', depth, element.EnumerateObject()
            .Select(each => (each.Name, each.Value, Path: Below(path, each.Name)))
            .Where(each => isKnown(each.Path))
            .Select(each => $"{Quoted(each.Name)}: {Reduced(each.Value, each.Path, depth + 1, isKnown)}")),
        JsonValueKind.Array => Lines('[', ']', depth, element.EnumerateArray().Select(each => Reduced(each, path, depth + 1, isKnown))),
        JsonValueKind.String => Quoted(JsonTexts.AreWords(path) == true && element.GetString() != "" ? SomeWords : element.GetString()!),
        _ => element.GetRawText(),
    };

    private static string Lines(char begin, char end, int depth, IEnumerable<string> entries)
    {
        string[] all = [.. entries];
        if (all.Sum(each => each.Length + 2) + depth <= Width && !all.Any(each => each.Contains('\n', StringComparison.Ordinal)))
        {
            return begin + string.Join(", ", all) + end;
        }

        var indented = "\n" + new string(' ', depth + 1);
        return new StringBuilder().Append(begin).Append(indented).AppendJoin("," + indented, all).Append('\n').Append(' ', depth).Append(end).ToString();
    }

    private static void Collect(JsonElement element, string path, HashSet<string> known)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var each in element.EnumerateArray())
            {
                Collect(each, path, known);
            }
        }

        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var each in element.EnumerateObject())
            {
                known.Add(Below(path, each.Name));
                Collect(each.Value, Below(path, each.Name), known);
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(each => Texts(each.Value, Below(path, each.Name))),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(each => Texts(each, path)),
        JsonValueKind.String => [path],
        _ => [],
    };

    /// <summary>The path of a property; the keys of a map are data, and any of them is known where one is.</summary>
    private static string Below(string path, string name) => $"{path}.{(JsonTexts.IsMap(path) ? AnyKey : name)}";

    private static string Quoted(string text) => $"\"{Encoder.Encode(text)}\"";
}
