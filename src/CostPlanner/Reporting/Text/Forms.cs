using System.Collections.Frozen;
using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Text;

/// <summary>How a language writes numbers, amounts, sizes, days, lists and the plural: what its file "forms" says.</summary>
internal sealed class Forms
{
    private const char Choice = '|';
    private const string SizeUnits = "mib gib tib";

    private readonly FrozenDictionary<string, string> forms;
    private readonly NumberFormatInfo marks;
    private readonly DateTimeFormatInfo months;
    private readonly FrozenSet<long> singular;

    /// <summary>The forms by their names.</summary>
    public Forms(IEnumerable<KeyValuePair<string, string>> entries)
    {
        forms = entries.ToFrozenDictionary(StringComparer.Ordinal);
        marks = new NumberFormatInfo { NumberDecimalSeparator = forms["decimal-mark"], NumberGroupSeparator = forms["group-mark"] };
        marks.PercentDecimalSeparator = marks.NumberDecimalSeparator;
        string[] names = [.. forms["months"].Split(' '), ""];
        months = new DateTimeFormatInfo { MonthNames = names, MonthGenitiveNames = names };
        singular = forms["singular"].Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToFrozenSet();
    }

    /// <summary>Whether a placeholder may ask for that form.</summary>
    public bool Knows(string form) => form.Contains(Choice, StringComparison.Ordinal) || forms.ContainsKey(form);

    /// <summary>A value that has no words of its own.</summary>
    public string Of(MessageValue value, string? form) => value switch
    {
        MessageValue.OfWhole whole when form?.Contains(Choice, StringComparison.Ordinal) == true => Noun(whole.Value, form),
        MessageValue.OfWhole whole => Number(whole.Value, form ?? "whole"),
        MessageValue.OfNumber number => Number(number.Value, form ?? "number"),
        MessageValue.OfShare share => Number(share.Value.Value, form ?? "share"),
        MessageValue.OfMoney money => money.Value.Currency.Code + " " + Number(money.Value.Amount, form ?? "money"),
        MessageValue.OfSize size => Size(size.Value, form ?? "gib"),
        MessageValue.OfDay day => Day(day.Value, form ?? "day"),
        _ => value.ToString(),
    };

    /// <summary>Several values one after the other, with their mark between them.</summary>
    public string List(IEnumerable<string> texts, string? form) => string.Join(Between(form ?? "list"), texts);

    /// <summary>What stands between two values of a list of that form.</summary>
    public string Between(string form) => forms[form] + " ";

    /// <summary>A day of that form.</summary>
    public string Day(DateOnly day, string form) => day.ToString(forms[form], months);

    /// <summary>A number of that pattern of .NET, with the language's marks.</summary>
    public string Figure(decimal value, string pattern) => value.ToString(pattern, marks);

    private string Number(decimal value, string form) => Figure(value, forms[form]);

    private string Noun(long number, string form)
    {
        var at = form.IndexOf(Choice, StringComparison.Ordinal);
        return singular.Contains(number) ? form[..at] : form[(at + 1)..];
    }

    /// <summary>The form's name begins with the unit that it is written in.</summary>
    private string Size(ByteSize size, string form) => Number(
        form[..Math.Min(form.Length, "gib".Length)] switch
        {
            "mib" => size.MiB,
            "gib" => size.GiB,
            "tib" => size.TiB,
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, $"the form of a size begins with one of {SizeUnits}"),
        },
        form);
}
