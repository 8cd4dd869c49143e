using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Measurements;

/// <summary>A map of a JSON file, read key by key; what is wrong becomes findings with the path of the key: "replicates[2].samples[1].order".</summary>
internal sealed class JsonMap(JsonElement element, string file, string path, ImmutableArray<Finding>.Builder findings)
{
    private static readonly Message AText = Message.Of("measurement-damaged.text");
    private static readonly Message AMap = Message.Of("measurement-damaged.map");
    private static readonly Message AList = Message.Of("measurement-damaged.list");

    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>A text; empty texts are texts.</summary>
    public string Text(string key) => Of(key, JsonValueKind.String, AText) is { } found ? Decoded(key, found) : "";

    /// <summary>true or false.</summary>
    public bool Flag(string key)
    {
        switch (Child(key)?.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case null or JsonValueKind.False:
                return false;
            default:
                Refuse(key, Message.Of("measurement-damaged.flag"));
                return false;
        }
    }

    /// <summary>A whole number.</summary>
    public int Integer(string key) => OptionalInteger(key, required: true) ?? 0;

    /// <summary>A whole number or null.</summary>
    public int? OptionalInteger(string key) => OptionalInteger(key, required: false);

    /// <summary>A finite number.</summary>
    public double Number(string key) => OptionalNumber(key, required: true) ?? 0;

    /// <summary>A finite number or null.</summary>
    public double? OptionalNumber(string key) => OptionalNumber(key, required: false);

    /// <summary>A time in UTC.</summary>
    public DateTimeOffset Time(string key)
    {
        var text = Text(key);
        if (DateTime.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) && time.Kind == DateTimeKind.Utc)
        {
            return new DateTimeOffset(time, TimeSpan.Zero);
        }

        Refuse(key, Message.Of("measurement-damaged.time"));
        return DateTimeOffset.UnixEpoch;
    }

    /// <summary>A word that stands for something.</summary>
    public T Word<T>(string key, Func<string, T?> meaning)
        where T : struct
    {
        var text = Text(key);
        if (meaning(text) is { } found)
        {
            return found;
        }

        Refuse(key, Message.Of("not-allowed", ("text", Shown(text))));
        return default;
    }

    /// <summary>A list of texts.</summary>
    public ImmutableArray<string> Texts(string key) =>
    [
        .. Entries(key).Select((each, i) =>
            each.ValueKind == JsonValueKind.String ? Decoded(key, each) : Refused(Indexed(key, i), Message.Of("expected.text"))),
    ];

    /// <summary>A map below this one.</summary>
    public JsonMap? Map(string key) => Of(key, JsonValueKind.Object, AMap) is { } found ? new JsonMap(found, file, Join(key), findings) : null;

    /// <summary>A map below this one, or null.</summary>
    public JsonMap? OptionalMap(string key) => Child(key) is { ValueKind: JsonValueKind.Null } ? null : Map(key);

    /// <summary>A list of maps.</summary>
    public IEnumerable<JsonMap> Maps(string key)
    {
        foreach (var (i, each) in Entries(key).Index())
        {
            if (each.ValueKind == JsonValueKind.Object)
            {
                yield return new JsonMap(each, file, Join(Indexed(key, i)), findings);
            }
            else
            {
                Refuse(Indexed(key, i), Message.Of("measurement-damaged.mapping"));
            }
        }
    }

    /// <summary>A map of names of the file's own to values.</summary>
    public ImmutableSortedDictionary<string, T> Named<T>(string key, Func<JsonMap, string, T> value)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        if (Of(key, JsonValueKind.Object, AMap) is { } found)
        {
            var below = new JsonMap(found, file, Join(key), findings);
            foreach (var each in found.EnumerateObject())
            {
                named[each.Name] = value(below, each.Name);
            }
        }

        return named.ToImmutable();
    }

    /// <summary>An error at a key, or at the map itself.</summary>
    public void Refuse(string? key, Message message) => findings.Add(new Finding(
        Severity.Error, "measurement-damaged", message, new SourcePlace(
            file, null, null, key is null ? path : Join(key)), Message.Of("measurement-damaged.done"), Message.Of("measurement-damaged.mend")));

    /// <summary>An error for each key that was never asked for.</summary>
    public void RefuseUnknownKeys()
    {
        foreach (var each in element.EnumerateObject().Where(each => !known.Contains(each.Name)))
        {
            Refuse(Shown(each.Name), Message.Of("measurement-damaged.unknown-key"));
        }
    }

    private int? OptionalInteger(string key, bool required)
    {
        var number = OptionalNumber(key, required);
        if (number is null || number is >= int.MinValue and <= int.MaxValue && Math.Floor(number.Value) == number)
        {
            return (int?)number;
        }

        Refuse(key, Message.Of("measurement-damaged.whole"));
        return null;
    }

    private double? OptionalNumber(string key, bool required)
    {
        var child = Child(key);
        if (child is null || (!required && child.Value.ValueKind == JsonValueKind.Null))
        {
            return null;
        }

        if (child.Value.ValueKind == JsonValueKind.Number && child.Value.TryGetDouble(out var value) && double.IsFinite(value))
        {
            return value;
        }

        Refuse(key, Message.Of("measurement-damaged.number"));
        return null;
    }

    private JsonElement? Of(string key, JsonValueKind kind, Message expected)
    {
        var child = Child(key);
        if (child is null || child.Value.ValueKind == kind)
        {
            return child;
        }

        Refuse(key, expected);
        return null;
    }

    private JsonElement[] Entries(string key) => Of(key, JsonValueKind.Array, AList) is { } list ? [.. list.EnumerateArray()] : [];

    /// <summary>The value of a key, with a finding where it is missing.</summary>
    private JsonElement? Child(string key)
    {
        var asked = known.Add(key);
        if (element.TryGetProperty(key, out var child))
        {
            return child;
        }

        if (asked)
        {
            Refuse(null, Message.Of("missing-key", ("key", key)));
        }

        return null;
    }

    // A text may hold an escaped half of a character, which is no text.
    private string Decoded(string key, JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Refused(key, Message.Of("measurement-damaged.not-unicode"));
        }
    }

    private string Refused(string key, Message message)
    {
        Refuse(key, message);
        return "";
    }

    /// <summary>What a file says, cut and without control characters, for a message.</summary>
    private static string Shown(string text) => new([.. text.Take(Longest).Select(letter => char.IsControl(letter) ? '?' : letter)]);

    private static string Indexed(string key, int index) => FormattableString.Invariant($"{key}[{index + 1}]");

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private const int Longest = 60;
}
