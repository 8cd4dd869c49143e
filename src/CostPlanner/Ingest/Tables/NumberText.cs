using System.Globalization;
using System.Text.RegularExpressions;

namespace CostPlanner.Ingest.Tables;

/// <summary>A number as text: its digits with their separators, and the unit behind it.</summary>
/// <param name="Digits">Digits, points and commas, with a sign perhaps; blanks and apostrophes between full groups are taken out.</param>
/// <param name="Unit">The unit behind the number; null where none stands there.</param>
/// <param name="HasGroups">Whether blanks or apostrophes set its groups apart, so that a point or comma can only be decimal.</param>
internal sealed partial record NumberText(string Digits, Unit? Unit, bool HasGroups)
{
    private const int GroupLength = 3;
    private const decimal Largest = 1_000_000_000_000_000; // as Cells has it: in any unit it is still a decimal

    /// <summary>The parts of the text; null when it is no number, or has a word behind it that is no unit.</summary>
    public static NumberText? Of(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success || (match.Groups["unit"].Value is { Length: > 0 } word && Unit.Of(word) is null))
        {
            return null;
        }

        var number = match.Groups["number"].Value;
        var bare = string.Concat(number.Where(letter => !IsBlankOrApostrophe(letter)));
        var unit = match.Groups["unit"].Value is { Length: > 0 } found ? Unit.Of(found) : null;
        return bare.Length == number.Length ? new NumberText(bare, unit, false)
            : Blanks().IsMatch(number) ? new NumberText(bare, unit, true)
            : null;
    }

    /// <summary>What this number by itself shows of that separator.</summary>
    public SeparatorRole Shows(char separator)
    {
        var other = separator == '.' ? ',' : '.';
        var (count, last) = (Digits.Count(letter => letter == separator), Digits.LastIndexOf(separator));
        if (count == 0)
        {
            return SeparatorRole.Unknown;
        }

        if (count > 1)
        {
            return SeparatorRole.Group;
        }

        if (Digits.Contains(other, StringComparison.Ordinal))
        {
            return last > Digits.LastIndexOf(other) ? SeparatorRole.Decimal : SeparatorRole.Group;
        }

        return HasGroups || !MayBeGroups ? SeparatorRole.Decimal : SeparatorRole.Unknown;
    }

    /// <summary>Whether one separator stands in it that may be either: "64.000".</summary>
    public bool IsAmbiguous(char separator) => Digits.Contains(separator, StringComparison.Ordinal) && Shows(separator) == SeparatorRole.Unknown;

    /// <summary>The number; null where a separator may be either, or where the groups are none of three digits.</summary>
    /// <param name="point">What a point is in this column where the number itself does not show it.</param>
    /// <param name="comma">What a comma is.</param>
    public decimal? Value(SeparatorRole point, SeparatorRole comma)
    {
        var plain = Digits;
        foreach (var (separator, role) in new[] { ('.', point), (',', comma) })
        {
            if (!Digits.Contains(separator, StringComparison.Ordinal))
            {
                continue;
            }

            var shown = Shows(separator) is var own && own != SeparatorRole.Unknown ? own : role;
            if (shown == SeparatorRole.Unknown || (shown == SeparatorRole.Group && !AreGroups(separator)))
            {
                return null;
            }

            plain = shown == SeparatorRole.Group ? plain.Replace(separator.ToString(), "", StringComparison.Ordinal) : plain.Replace(separator, '\n');
        }

        return decimal.TryParse(
            plain.Replace('\n', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) < Largest
            ? value
            : null;
    }

    private bool MayBeGroups => Groups().IsMatch(Digits);

    private bool AreGroups(char separator)
    {
        var whole = Digits.TrimStart('-', '+').Split(separator == '.' ? ',' : '.')[0].Split(separator);
        return whole[0].Length is > 0 and <= GroupLength && whole.Skip(1).All(group => group.Length == GroupLength);
    }

    private static bool IsBlankOrApostrophe(char letter) => char.IsWhiteSpace(letter) || letter is '\'' or '\u2019' or '\u00B4';

    [GeneratedRegex("^(?<number>[-+]?[0-9.,][0-9.,'\u2019\u00B4\\s]*?)\\s*(?<unit>[A-Za-z]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("^[-+]?[0-9]{1,3}(?:['\u2019\u00B4\\s][0-9]{3})+(?:[.,][0-9]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    // A number that begins with 0 has no group: 0.512 is a fraction.
    [GeneratedRegex("^[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}$", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();
}
