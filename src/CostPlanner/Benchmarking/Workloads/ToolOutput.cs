using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Workloads;

/// <summary>What was read from a tool's output: the figures, or why there are none. Never both.</summary>
/// <param name="Value">The figures, or null.</param>
/// <param name="Reason">Why there are none, without anything that the guest wrote; null where there are.</param>
public sealed record Parsed<T>(T? Value, Message? Reason)
    where T : class;

/// <summary>How all outputs are read. They come from a guest and are not trusted: whatever is in them, the answer is figures or a reason.</summary>
internal static class ToolOutput
{
    /// <summary>The longest output that is read, in characters.</summary>
    public const int Longest = 1 << 20;

    private const int Deepest = 32;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Deepest, AllowDuplicateProperties = false };

    /// <summary>Why a text is not even looked at, or null where it is.</summary>
    public static Message? Problem(string text) => 0 switch
    {
        _ when text.Length > Longest => Message.Of("output.too-long", ("characters", text.Length), ("most", Longest)),
        _ when string.IsNullOrWhiteSpace(text) => Message.Of("output.empty"),
        _ when text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t')) => Message.Of("output.control"),
        _ when !IsUnicode(text) => Message.Of("output.not-unicode"),
        _ => null,
    };

    /// <summary>Whether no half of a character stands alone.</summary>
    private static bool IsUnicode(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var read) != OperationStatus.Done)
            {
                return false;
            }

            rest = rest[read..];
        }

        return true;
    }

    /// <summary>The figures, unless the text is refused as a whole or the reader finds a reason.</summary>
    public static Parsed<T> Read<T>(string text, Func<string, T> read)
        where T : class
    {
        if (Problem(text) is { } problem)
        {
            return new Parsed<T>(null, problem);
        }

        try
        {
            return new Parsed<T>(read(text), null);
        }
        catch (UnreadableException unreadable)
        {
            return new Parsed<T>(null, unreadable.Words);
        }
    }

    /// <summary>The figures of a JSON output.</summary>
    public static Parsed<T> ReadJson<T>(string text, Func<JsonElement, T> read)
        where T : class => Read(text, json =>
        {
            try
            {
                using var document = JsonDocument.Parse(json, Strict);
                return read(document.RootElement);
            }
            catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
            {
                // The second for names that hold an escaped half of a character.
                throw new UnreadableException(Message.Of("output.not-json"));
            }
        });

    /// <summary>A finite number of 0 or more from text with a decimal point.</summary>
    public static double Number(string text, Message what) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : throw new UnreadableException(Message.Of("output.no-number", ("what", what)));

    /// <summary>What stands behind a label, in the first line that has it; the rest of the line.</summary>
    public static string After(string text, string label, Message what)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith(label, StringComparison.Ordinal))
            {
                return trimmed[label.Length..].Trim().ToString();
            }
        }

        throw new UnreadableException(Message.Of("output.not-said", ("what", what)));
    }

    /// <summary>A member of a JSON object that must be there.</summary>
    public static JsonElement Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member)
            ? member
            : throw new UnreadableException(Message.Of("output.not-said", ("what", name)));

    /// <summary>A finite number of 0 or more.</summary>
    public static double Number(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Number } member && member.TryGetDouble(out var value) && double.IsFinite(value) && value >= 0
            ? value
            : throw new UnreadableException(Message.Of("output.no-positive", ("what", name)));

    /// <summary>A list that must be there.</summary>
    public static JsonElement List(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } list ? list : throw new UnreadableException(Message.Of("output.no-list", ("what", name)));
}

/// <summary>An output that cannot be read; why never holds what the guest wrote.</summary>
internal sealed class UnreadableException(Message words) : Exception(words.ToString())
{
    /// <summary>Why it cannot be read.</summary>
    public Message Words { get; } = words;
}
