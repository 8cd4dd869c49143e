using System.Text.Json;
using System.Text.Unicode;

namespace CostPlanner.Ingest;

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
        RefuseWhatIsNoText(plain.Span);
        return JsonDocument.Parse(plain, Strict);
    }

    private static void RefuseWhatIsNoText(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && !IsText(ref reader))
            {
                var line = text[..(int)reader.TokenStartIndex].Count((byte)'\n');
                throw new JsonException("a name or text is no Unicode: bytes that are not UTF-8, or an escaped half of a character", null, line, null);
            }
        }
    }

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
