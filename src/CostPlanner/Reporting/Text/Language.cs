using System.Collections.Frozen;
using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Text;

/// <summary>The words of one language: the files of its folder below Reporting/Text, a file for each topic and one for its forms.</summary>
internal sealed class Language
{
    private const string Folder = "text/";
    private const string FormsFile = "forms";

    private readonly FrozenDictionary<string, Pattern> words;

    private Language(Forms forms, IEnumerable<KeyValuePair<string, Pattern>> words) =>
        (Forms, this.words) = (forms, words.ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>English.</summary>
    public static Language English { get; } = Named("English");

    /// <summary>The language in which the program speaks.</summary>
    public static Language Spoken => English;

    /// <summary>How values are written.</summary>
    public Forms Forms { get; }

    /// <summary>All words by the ids of their messages.</summary>
    public IReadOnlyDictionary<string, Pattern> Words => words;

    /// <summary>A message in words; one whose words are missing says its id and its values.</summary>
    public string Of(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return message.Id is not { } id ? message.Text
            : words.TryGetValue(id, out var pattern) ? string.Concat(pattern.Parts.Select(part => part.Name.Length == 0 ? part.Words : Of(message, part)))
            : message.Text.Length > 0 ? message.Text : message.ToString();
    }

    private string Of(Message message, PatternPart part) =>
        message.Arguments.FirstOrDefault(argument => argument.Name == part.Name) is { } argument ? Of(argument.Value, part.Form) : "";

    private string Of(MessageValue value, string? form) => value switch
    {
        MessageValue.OfMessage part => Of(part.Value),
        MessageValue.OfList list => Forms.List(list.Values.Select(each => Of(each, null)), form),
        _ => Forms.Of(value, form),
    };

    private static Language Named(string name)
    {
        var start = $"{Folder}{name}/";
        var files = typeof(Language).Assembly.GetManifestResourceNames()
            .Where(resource => resource.Replace('\\', '/').StartsWith(start, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToImmutableDictionary(resource => resource[start.Length..], Read);
        var topics = files.Where(file => file.Key != FormsFile).SelectMany(file => file.Value);
        return new Language(new Forms(files[FormsFile]), topics.Select(entry => KeyValuePair.Create(entry.Key, Pattern.Of(entry.Value))));
    }

    private static ImmutableArray<KeyValuePair<string, string>> Read(string resource)
    {
        using var file = new StreamReader(typeof(Language).Assembly.GetManifestResourceStream(resource)!);
        return [.. WordsFile.Entries(resource, file)];
    }
}
