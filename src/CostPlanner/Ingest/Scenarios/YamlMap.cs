using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;
using YamlDotNet.RepresentationModel;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>A map of a YAML file, read key by key; what is wrong becomes findings with line and key.</summary>
internal sealed class YamlMap(YamlMappingNode node, string file, string path, List<Finding> findings)
{
    private const int FirstYear = 1970, LastYear = 2199;
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>Where the map stands.</summary>
    public SourcePlace Place => PlaceOf(node, path);

    /// <summary>A text that must not be empty; null with a finding where it is missing and required.</summary>
    public string? Text(string key, bool required = false)
    {
        if (Child(key, required) is not { } child)
        {
            return null;
        }

        if (child is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        Error(child, key, Message.Of("expected.text"));
        return null;
    }

    /// <summary>A text that must be one of those.</summary>
    public string? OneOf(string key, bool required, params string[] allowed)
    {
        var text = Text(key, required);
        if (text is null || allowed.Contains(text, StringComparer.Ordinal))
        {
            return text;
        }

        Error(Child(key, false)!, key, NotAllowed(text, allowed));
        return null;
    }

    /// <summary>One of the words of a key; null where it is missing, and with a finding where it is none of them.</summary>
    public T? Choice<T>(ChoiceKey<T> key, bool required = false)
        where T : struct => key.Of(OneOf(key.Name, required, [.. key.Words]));

    /// <summary>A text that stands for something; null with a finding where it stands for nothing.</summary>
    /// <param name="key">The key.</param>
    /// <param name="meaning">What a text stands for, or null.</param>
    /// <param name="known">Words that do, for the finding.</param>
    public T? Word<T>(string key, Func<string, T?> meaning, params string[] known)
        where T : class
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        if (meaning(text) is { } found)
        {
            return found;
        }

        Error(Child(key, false)!, key, NotAllowed(text, known));
        return null;
    }

    /// <summary>A whole number within the bounds of its key.</summary>
    public int? Integer(WholeKey key, bool required = false) => Integer(key.Name, key.Low, key.High, required);

    /// <summary>A whole number within bounds.</summary>
    public int? Integer(string key, int low, int high, bool required = false)
    {
        var text = Text(key, required);
        if (text is null)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high)
        {
            return value;
        }

        Error(Child(key, false)!, key, Message.Of("expected.whole-between", ("text", text), ("low", low), ("high", high)));
        return null;
    }

    /// <summary>A number with a decimal point.</summary>
    public decimal? Number(string key, bool required = false)
    {
        var text = Text(key, required);
        if (text is null)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Error(Child(key, false)!, key, Message.Of("expected.number", ("text", text)));
        return null;
    }

    /// <summary>A day as 2026-10-01.</summary>
    public DateOnly? Date(string key, bool required = false)
    {
        var text = Text(key, required);
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            && value.Year is >= FirstYear and <= LastYear)
        {
            return value;
        }

        Error(Child(key, false)!, key, Message.Of("expected.day", ("text", text), ("first", FirstYear), ("last", LastYear)));
        return null;
    }

    /// <summary>A currency code.</summary>
    public Currency? Currency(string key, bool required = false)
    {
        var text = Text(key, required);
        if (text is null)
        {
            return null;
        }

        if (Model.Currency.IsCode(text))
        {
            return new Currency(text);
        }

        Error(Child(key, false)!, key, Message.Of("expected.currency", ("text", text)));
        return null;
    }

    /// <summary>A list of texts; empty where the key is missing.</summary>
    public ImmutableArray<string> Texts(string key)
    {
        if (Child(key, false) is not { } child)
        {
            return [];
        }

        if (child is YamlSequenceNode list && list.Children.All(each => each is YamlScalarNode { Value: not null }))
        {
            return [.. list.Children.Select(each => ((YamlScalarNode)each).Value!)];
        }

        Error(child, key, Message.Of("expected.texts"));
        return [];
    }

    /// <summary>One text, or a list of them; empty where the key is missing.</summary>
    public ImmutableArray<string> OneOrMore(string key) =>
        Child(key, false) is YamlScalarNode ? [.. new[] { Text(key) }.OfType<string>()] : Texts(key);

    /// <summary>Names in which * stands for any letters, one or a list; empty with a finding where they are required and missing, or name nothing.</summary>
    public ImmutableArray<string> Patterns(string key, bool required = false)
    {
        var patterns = OneOrMore(key);
        if (Child(key, required) is { } child && (patterns.Any(string.IsNullOrWhiteSpace) || child is YamlSequenceNode { Children.Count: 0 }))
        {
            Error(child, key, Message.Of("expected.names"));
        }

        return patterns;
    }

    /// <summary>A list of texts and maps, or one of them; each comes as the one or the other. Empty where the key is missing.</summary>
    public ImmutableArray<(string? Text, YamlMap? Map, SourcePlace Place)> Entries(string key)
    {
        if (Child(key, false) is not { } child)
        {
            return [];
        }

        var entries = ImmutableArray.CreateBuilder<(string?, YamlMap?, SourcePlace)>();
        foreach (var each in child is YamlSequenceNode list ? list.Children : [child])
        {
            var at = FormattableString.Invariant($"{Join(key)}[{entries.Count + 1}]");
            switch (each)
            {
                case YamlScalarNode { Value: { Length: > 0 } text }:
                    entries.Add((text, null, PlaceOf(each, Join(key))));
                    break;
                case YamlMappingNode map:
                    entries.Add((null, new YamlMap(map, file, at, findings), PlaceOf(each, Join(key))));
                    break;
                default:
                    Error(each, key, Message.Of("expected.vms"));
                    break;
            }
        }

        return entries.ToImmutable();
    }

    /// <summary>true or false; null where the key is missing.</summary>
    public bool? Flag(string key) => OneOf(key, false, "true", "false") is { } text ? text == "true" : null;

    /// <summary>Whether keys and values stand below the key.</summary>
    public bool IsMap(string key) => Child(key, false) is YamlMappingNode;

    /// <summary>Whether the key is there and says something.</summary>
    public bool Says(string key) => Child(key, false) is not null;

    /// <summary>An error about the map as a whole.</summary>
    public void Refuse(Message message, Message mend) => findings.Add(new Finding(Severity.Error, "bad-value", message, Place, null, mend));

    /// <summary>A map below this one, or null where the key is missing.</summary>
    public YamlMap? Map(string key)
    {
        if (Child(key, false) is not { } child)
        {
            return null;
        }

        if (child is not YamlMappingNode map)
        {
            Error(child, key, Message.Of("expected.mapping"));
            return null;
        }

        return Below(map, Join(key));
    }

    /// <summary>A list of maps; empty where the key is missing.</summary>
    public ImmutableArray<YamlMap> Maps(string key)
    {
        if (Child(key, false) is not { } child)
        {
            return [];
        }

        if (child is not YamlSequenceNode list || list.Children.Any(each => each is not YamlMappingNode))
        {
            Error(child, key, Message.Of("expected.entries"));
            return [];
        }

        return [.. list.Children.Select((each, index) => Below((YamlMappingNode)each, FormattableString.Invariant($"{Join(key)}[{index + 1}]")))];
    }

    /// <summary>Every key of the map with the place it stands at; for maps whose keys are the user's.</summary>
    public IEnumerable<(string Key, SourcePlace Place)> Keys() =>
        node.Children.Keys.OfType<YamlScalarNode>().Select(key => (key.Value ?? "", PlaceOf(key, Join(key.Value ?? ""))));

    /// <summary>Where the value of a key stands; the map itself where the key is missing.</summary>
    public SourcePlace PlaceOfKey(string key) => Child(key, false) is { } child ? PlaceOf(child, Join(key)) : Place;

    /// <summary>An error for each key that was never asked for, with the nearest one that was.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var (key, place) in Keys().Where(each => !known.Contains(each.Key)))
        {
            var keys = Message.List(known.Order(StringComparer.Ordinal));
            var unknown = UnknownName.Of(Message.Of("kind.key"), key, known);
            findings.Add(new Finding(Severity.Error, "unknown-key", unknown, place, null, Message.Of("unknown-key.mend", ("keys", keys))));
        }
    }

    private static Message NotAllowed(string text, string[] allowed) =>
        Message.Of("expected.one-of", ("text", text), ("allowed", Message.List(allowed)), ("suggestion", NearestName.Suggestion(text, allowed)));

    private YamlMap Below(YamlMappingNode map, string at) => new(map, file, at, findings);
    private YamlNode? Child(string key, bool required)
    {
        known.Add(key);
        if (node.Children.TryGetValue(new YamlScalarNode(key), out var child) && child is not YamlScalarNode { Value: null or "" })
        {
            return child;
        }

        if (required)
        {
            var mend = Message.Of("missing-key.mend", ("key", key));
            findings.Add(new Finding(Severity.Error, "missing-key", Message.Of("missing-key", ("key", key)), PlaceOf(node, path), Mend: mend));
        }

        return null;
    }

    private void Error(YamlNode at, string key, Message message) => findings.Add(new Finding(Severity.Error, "bad-value", message, PlaceOf(at, Join(key))));

    private SourcePlace PlaceOf(YamlNode at, string key) => new(file, null, (int)at.Start.Line, key.Length == 0 ? null : key);

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";
}
