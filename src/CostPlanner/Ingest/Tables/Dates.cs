using System.Globalization;

namespace CostPlanner.Ingest.Tables;

/// <summary>Days as exports write them: serial numbers, or text as RVTools 3.x does.</summary>
internal static class Dates
{
    private const double FirstSerial = 1;
    private const double LastSerial = 2958465; // 9999-12-31

    private static readonly string[] Sure =
    [
        "yyyy/M/d", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyy-M-d", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm",
        "yyyy-M-d'T'H:mm:ss", "yyyy-M-d'T'H:mm:ssK", "yyyy-M-d'T'H:mm:ss.FFFFFFFK", "d.M.yyyy", "d.M.yyyy H:mm:ss", "d.M.yyyy H:mm",
    ];

    private static readonly string[] American = ["M/d/yyyy", "M/d/yyyy h:mm:ss tt", "M/d/yyyy h:mm tt", "M/d/yyyy H:mm:ss", "M/d/yyyy H:mm"];
    private static readonly string[] British = ["d/M/yyyy", "d/M/yyyy h:mm:ss tt", "d/M/yyyy h:mm tt", "d/M/yyyy H:mm:ss", "d/M/yyyy H:mm"];

    /// <summary>The day; null for a blank cell, for "Never", and for what is not surely one day.</summary>
    public static DateOnly? Day(object? value) => value switch
    {
        DateTime date => DateOnly.FromDateTime(date),
        double serial and >= FirstSerial and <= LastSerial => DateOnly.FromDateTime(DateTime.FromOADate(serial)),
        string text => OfText(text.Trim()),
        _ => null,
    };

    /// <summary>Whether the cell says that there is no such day.</summary>
    public static bool IsNever(object? value) =>
        Cells.Text(value) is not { } text || text.Equals("Never", StringComparison.OrdinalIgnoreCase);

    /// <summary>Text such as 4/5/2018 may be April or May: it counts only where AM or PM shows an American clock, or where one reading is possible.</summary>
    private static DateOnly? OfText(string text)
    {
        if (Parsed(text, Sure) is { } sure)
        {
            return sure;
        }

        if (Cells.Number(text) is { } serial)
        {
            return Day((double)serial);
        }

        var american = Parsed(text, American);
        var british = Parsed(text, British);
        var americanClock = text.EndsWith("AM", StringComparison.OrdinalIgnoreCase) || text.EndsWith("PM", StringComparison.OrdinalIgnoreCase);
        return american == british || british is null || (americanClock && american is not null) ? american
            : american is null ? british
            : null;
    }

    private static DateOnly? Parsed(string text, string[] formats) =>
        DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var date)
            ? DateOnly.FromDateTime(date)
            : null;
}
