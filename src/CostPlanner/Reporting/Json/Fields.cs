using System.Globalization;
using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Reporting.Json;

/// <summary>How values are spelt in JSON.</summary>
internal static class Fields
{
    /// <summary>A number that division or multiplication left trailing zeros in, without them: 1.50 and 1.5 are one number.</summary>
    public static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    /// <summary>A number, or null.</summary>
    public static void Number(this Utf8JsonWriter to, string name, decimal? value)
    {
        if (value is { } number)
        {
            to.WriteNumber(name, Plain(number));
        }
        else
        {
            to.WriteNull(name);
        }
    }

    /// <summary>A day as yyyy-MM-dd, or null.</summary>
    public static void Day(this Utf8JsonWriter to, string name, DateOnly? day) =>
        to.WriteString(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A member of an enumeration, its first letter small.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum
    {
        var word = value.ToString();
        return char.ToLowerInvariant(word[0]) + word[1..];
    }

    /// <summary>An array of texts on one line.</summary>
    public static void Texts(this Utf8JsonWriter to, string name, IEnumerable<string> texts)
    {
        to.WritePropertyName(name);
        to.Texts(texts);
    }

    /// <summary>An array of strings on one line, in an array.</summary>
    public static void Texts(this Utf8JsonWriter to, IEnumerable<string> texts) => to.WriteRawValue(Compact(inner =>
    {
        foreach (var text in texts)
        {
            inner.WriteStringValue(text);
        }
    }));

    /// <summary>An array of amounts on one line.</summary>
    public static void Amounts(this Utf8JsonWriter to, string name, IEnumerable<Money> amounts)
    {
        to.WritePropertyName(name);
        to.WriteRawValue(Compact(inner =>
        {
            foreach (var money in amounts)
            {
                inner.WriteNumberValue(Plain(money.Amount));
            }
        }));
    }

    /// <summary>An array of numbers on one line; null where there is none.</summary>
    public static void Numbers(this Utf8JsonWriter to, string name, IEnumerable<decimal?> numbers)
    {
        to.WritePropertyName(name);
        to.Numbers(numbers);
    }

    /// <summary>The same as an entry of an array.</summary>
    public static void Numbers(this Utf8JsonWriter to, IEnumerable<decimal?> numbers) => to.WriteRawValue(Compact(inner =>
    {
        foreach (var number in numbers)
        {
            if (number is { } value)
            {
                inner.WriteNumberValue(Plain(value));
            }
            else
            {
                inner.WriteNullValue();
            }
        }
    }));

    /// <summary>An array of numbers on one line.</summary>
    public static void Numbers(this Utf8JsonWriter to, string name, IEnumerable<decimal> numbers) =>
        to.Numbers(name, numbers.Select(number => (decimal?)number));

    /// <summary>An array of objects, each with the fields that are written for its entry.</summary>
    public static void List<T>(this Utf8JsonWriter to, string name, IEnumerable<T> entries, Action<T> fields)
    {
        to.WriteStartArray(name);
        foreach (var entry in entries)
        {
            to.WriteStartObject();
            fields(entry);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    /// <summary>The payments of a line on one line: [[month, amount], ...].</summary>
    public static void Payments(this Utf8JsonWriter to, string name, IEnumerable<Payment> payments)
    {
        to.WritePropertyName(name);
        to.WriteRawValue(Compact(inner =>
        {
            foreach (var payment in payments)
            {
                inner.WriteStartArray();
                inner.WriteNumberValue(payment.Month);
                inner.WriteNumberValue(Plain(payment.Amount.Amount));
                inner.WriteEndArray();
            }
        }));
    }

    /// <summary>Features by name: "yes", "no", or null where no source says so.</summary>
    public static void Features(this Utf8JsonWriter to, string name, FeatureMatrix matrix, FeatureSet features)
    {
        to.WriteStartObject(name);
        foreach (var feature in matrix.Features)
        {
            to.WriteString(feature.Name, features.Of(feature.Name) is not FeatureState.Unknown and var state ? Word(state) : null);
        }

        to.WriteEndObject();
    }

    /// <summary>Where a figure comes from.</summary>
    public static void Source(this Utf8JsonWriter to, string name, Provenance provenance)
    {
        to.WriteStartObject(name);
        to.Message("textData", "text", provenance.Source);
        to.WriteString("date", provenance.Date);
        to.WriteString("grade", provenance.Grade.ToString());
        to.WriteString("row", provenance.Row);
        to.WriteEndObject();
    }

    private static byte[] Compact(Action<Utf8JsonWriter> elements) => OnOneLine(inner =>
    {
        inner.WriteStartArray();
        elements(inner);
        inner.WriteEndArray();
    });

    /// <summary>What is written, on one line.</summary>
    internal static byte[] OnOneLine(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var inner = new Utf8JsonWriter(stream, options))
        {
            write(inner);
        }

        return stream.ToArray();
    }
}
