using System.Text.Json;
using System.Text.Unicode;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>JSON as it is read here: every name and text in it can be read, or it is no JSON.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// The document. Throws <see cref="JsonException"/>, with its line, also where the library would only throw later and something else: for bytes
    /// that are no UTF-8, for an escaped half of a character, and for a key that is there twice.
    /// </summary>
    public static JsonDocument Parsed(ReadOnlyMemory<byte> text)
    {
        var plain = text.Span.StartsWith("\uFEFF"u8) ? text["\uFEFF"u8.Length..] : text;
        RefuseWhatCannotBeRead(plain.Span);
        return JsonDocument.Parse(plain, Strict);
    }

    private static void RefuseWhatCannotBeRead(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        var keys = new Stack<HashSet<string>>();
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
            {
                throw At(text, reader.TokenStartIndex, Message.Of("json-damaged.text"));
            }

            if (reader.TokenType == JsonTokenType.StartObject)
            {
                keys.Push([]);
            }
            else if (reader.TokenType == JsonTokenType.EndObject)
            {
                keys.Pop();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName && !keys.Peek().Add(reader.GetString()!))
            {
                throw At(text, reader.TokenStartIndex, Message.Of("json-damaged.key-twice"));
            }
        }
    }

    private static JsonTextException At(ReadOnlySpan<byte> text, long index, Message what) => new(what, text[..(int)index].Count((byte)'\n'));

    private static bool IsText(ref Utf8JsonReader reader)
    {
        if (!Utf8.IsValid(reader.ValueSpan))
        {
            return false;
        }

        if (!reader.ValueIsEscaped)
        {
            return true;
        }

        try
        {
            _ = reader.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
