using System.Collections.Immutable;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>A row of a CSV file, asked for its fields by type; a field that cannot be what it should be becomes a finding.</summary>
/// <remarks>After a finding the asked value is the default of its type, and the row is no longer sound: nothing may be made of it.</remarks>
internal sealed class DataRow(
    SourcePlace place, ImmutableDictionary<string, string> fields, ImmutableArray<Finding>.Builder findings)
{
    /// <summary>The column of labels, which rows of the program's own data need not have.</summary>
    public const string LabelColumn = "label";

    private static readonly ImmutableDictionary<string, Grade> Grades = Enum.GetValues<Grade>().ToImmutableDictionary(grade => grade.ToString());

    /// <summary>Where the row stands.</summary>
    public SourcePlace Place { get; } = place;

    /// <summary>Whether no finding was made about the row so far.</summary>
    public bool IsSound { get; private set; } = true;

    /// <summary>The text of a field, or null when it is blank.</summary>
    public string? OptionalText(string column) => fields[column] is { Length: > 0 } text ? text : null;

    /// <summary>The text of a field that may not be blank.</summary>
    public string Text(string column)
    {
        if (OptionalText(column) is { } text)
        {
            return text;
        }

        Refuse(column, "csv-blank", Message.Of("csv-blank"), Message.Of("csv-blank.mend"));
        return "";
    }

    /// <summary>The label that the row brings with it, or the usual one.</summary>
    public Message LabelOr(Message usual) => OptionalText(LabelColumn) is { } own ? own : usual;

    /// <summary>A number not below a limit nor above another, or null when the field is blank.</summary>
    public decimal? OptionalNumber(string column, decimal least = 0, decimal most = decimal.MaxValue)
    {
        if (OptionalText(column) is not { } text)
        {
            return null;
        }

        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            Refuse(column, "csv-number", Message.Of("csv-number", ("text", text)), Message.Of("csv-number.mend"));
            return null;
        }

        if (number < least || number > most)
        {
            var mend = most == decimal.MaxValue
                ? Message.Of("csv-range.from", ("least", least))
                : Message.Of("csv-range.between", ("least", least), ("most", most));
            Refuse(column, "csv-range", Message.Of("csv-range", ("text", text)), mend);
            return null;
        }

        return number;
    }

    /// <summary>A number that may not be blank.</summary>
    public decimal Number(string column, decimal least = 0, decimal most = decimal.MaxValue) =>
        Text(column).Length > 0 ? OptionalNumber(column, least, most) ?? 0 : 0;

    /// <summary>A whole number, or null when the field is blank.</summary>
    public int? OptionalWhole(string column, int least = 0, int most = int.MaxValue)
    {
        if (OptionalNumber(column, least, most) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number))
        {
            return (int)number;
        }

        Refuse(column, "csv-number", Message.Of("csv-number.whole", ("text", fields[column])), Message.Of("csv-number.whole.mend"));
        return null;
    }

    /// <summary>A whole number that may not be blank.</summary>
    public int Whole(string column, int least = 0, int most = int.MaxValue) =>
        Text(column).Length > 0 ? OptionalWhole(column, least, most) ?? 0 : 0;

    /// <summary>A day, or null when the field is blank.</summary>
    public DateOnly? OptionalDay(string column)
    {
        if (OptionalText(column) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Refuse(column, "csv-date", Message.Of("csv-date", ("text", text)), Message.Of("csv-date.mend"));
        return null;
    }

    /// <summary>A day that may not be blank.</summary>
    public DateOnly Day(string column) => Text(column).Length > 0 ? OptionalDay(column) ?? default : default;

    /// <summary>The first and the last day for which the row holds; null as last while it holds still.</summary>
    public (DateOnly From, DateOnly? To) Validity()
    {
        var (from, to) = (Day("valid_from"), OptionalDay("valid_to"));
        if (to < from)
        {
            Refuse("valid_to", "csv-range", Message.Of("csv-range.days"), Message.Of("csv-range.days.mend"));
        }

        return (from, to);
    }

    /// <summary>What the word in a field stands for.</summary>
    public T? OneOf<T>(string column, IReadOnlyDictionary<string, T> words)
    {
        var text = Text(column);
        if (text.Length > 0 && !words.ContainsKey(text))
        {
            Refuse(
                column, "csv-word", Message.Of("csv-word", ("text", text)),
                Message.Of("csv-word.mend", ("words", Message.List(words.Keys.Order(StringComparer.Ordinal)))));
        }

        return words.GetValueOrDefault(text);
    }

    /// <summary>What the words in a field stand for, which blanks separate; none where it is blank.</summary>
    public ImmutableArray<T> Several<T>(string column, IReadOnlyDictionary<string, T> words)
    {
        var texts = (OptionalText(column) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var text in texts.Where(text => !words.ContainsKey(text)))
        {
            Refuse(
                column, "csv-word", Message.Of("csv-word", ("text", text)),
                Message.Of("csv-word.mend", ("words", Message.List(words.Keys.Order(StringComparer.Ordinal)))));
        }

        return [.. texts.Where(words.ContainsKey).Select(text => words[text])];
    }

    /// <summary>A currency.</summary>
    public Currency Currency(string column)
    {
        var text = Text(column);
        if (Model.Currency.IsCode(text))
        {
            return new Currency(text);
        }

        if (text.Length > 0)
        {
            Refuse(column, "csv-currency", Message.Of("csv-currency", ("text", text)), Message.Of("csv-currency.mend"));
        }

        return default;
    }

    /// <summary>The price in its currency, or null where both fields are blank: a hole.</summary>
    public Money? Price()
    {
        var price = OptionalNumber("price");
        if (OptionalText("currency") is null && OptionalText("price") is null)
        {
            return null;
        }

        if (OptionalText("price") is null)
        {
            Refuse("price", "csv-price", Message.Of("csv-price"), Message.Of("csv-price.mend"));
        }

        var currency = Currency("currency");
        return IsSound && price is { } amount ? new Money(amount, currency) : null;
    }

    /// <summary>Where the figures of the row come from: its source, the source's date, and the grade.</summary>
    public Provenance Provenance() =>
        new(Text("source"), Text("source_date"), OneOf("grade", Grades), new SourcePlace(Place.File, Row: Place.Row).ToString());

    /// <summary>Adds an error about a field, or about the whole row; the row is no longer sound.</summary>
    public void Refuse(string? column, string code, Message message, Message mend)
    {
        IsSound = false;
        findings.Add(new Finding(Severity.Error, code, message, Place with { Column = column }, Done: null, mend));
    }
}
