using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>One JSON object on one line, read strictly: every key that belongs there, once, and none that does not.</summary>
internal static class StrictLine
{
    private const int Version = 1;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>The line of an object, without its end. All that is not ASCII is escaped, so that nothing in a text can end the line.</summary>
    public static string Of(Action<Utf8JsonWriter> fields) => Of(fields, JavaScriptEncoder.Default);

    /// <summary>The same, shorter where texts are long: what could end the line or steer a terminal is escaped, quotes are not spelt out.</summary>
    public static string OfLongTexts(Action<Utf8JsonWriter> fields) => Of(fields, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    private static string Of(Action<Utf8JsonWriter> fields, JavaScriptEncoder escaping)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var to = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = escaping }))
        {
            to.WriteStartObject();
            to.WriteNumber("v", Version);
            fields(to);
            to.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Reads a line; whatever is not such an object is a <see cref="FormatException"/> with the reason.</summary>
    public static T Read<T>(ReadOnlyMemory<byte> line, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return document.RootElement.GetProperty("v").GetInt32() == Version
                ? read(document.RootElement)
                : throw new FormatException("the line is of another version of this program");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException(wrong.Message.ReplaceLineEndings(" "), wrong);
        }
    }

    /// <summary>Refuses an object that has a key beside these and the version.</summary>
    public static void Only(JsonElement root, params ReadOnlySpan<string> keys)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name != "v" && !keys.Contains(property.Name))
            {
                throw new FormatException($"no key of that name belongs here: '{property.Name}'");
            }
        }
    }

    /// <summary>A text.</summary>
    public static string Text(JsonElement root, string key) => OptionalText(root, key) ?? throw new FormatException($"{key} is null");

    /// <summary>A text or null; the key must be there.</summary>
    public static string? OptionalText(JsonElement root, string key) => root.GetProperty(key).GetString();

    /// <summary>A whole number, not below the least, or null; the key must be there.</summary>
    public static int? OptionalCount(JsonElement root, string key, int least) =>
        root.GetProperty(key) is var found && found.ValueKind == JsonValueKind.Null ? null
        : found.GetInt32() is var count && count >= least ? count
        : throw new FormatException(FormattableString.Invariant($"{key} is below {least}"));

    /// <summary>A number or null.</summary>
    public static void Number(Utf8JsonWriter to, string key, decimal? number)
    {
        if (number is { } value)
        {
            to.WriteNumber(key, value);
        }
        else
        {
            to.WriteNull(key);
        }
    }
}
