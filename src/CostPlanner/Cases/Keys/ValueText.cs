using System.Globalization;

namespace CostPlanner.Cases.Keys;

/// <summary>Numbers as the user of a key writes them.</summary>
public static class ValueText
{
    private const string NoZeros = "0.############################";
    private const decimal PerCent = 100m;

    /// <summary>A number without zeros at its end.</summary>
    public static string Of(decimal value) => value.ToString(NoZeros, CultureInfo.InvariantCulture);

    /// <summary>A number with a decimal point, or per cent of one ("5%"); null for anything else.</summary>
    public static decimal? Number(string text)
    {
        var trimmed = text.Trim();
        var isShare = trimmed.EndsWith('%');
        return decimal.TryParse(
            isShare
                ? trimmed[..^1].TrimEnd()
                : trimmed, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? isShare ? value / PerCent : value
            : null;
    }
}
