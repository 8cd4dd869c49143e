using System.Globalization;
using System.Text.RegularExpressions;

namespace CostPlanner.Model;

/// <summary>
/// What a scenario says of a value that was measured: a comment on the line above it, written by `bench apply` and read again for the report.
/// </summary>
/// <param name="Run">The run's id.</param>
/// <param name="Host">The server it ran on, in words; null where it is not known.</param>
/// <param name="Day">The day on which it began.</param>
/// <param name="Value">The measured value; a scenario's value that is another one was not measured.</param>
/// <param name="Low">The low end of its interval (95 %).</param>
/// <param name="High">The high end of its interval (95 %).</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="N">How many replicates or points it rests on.</param>
/// <param name="More">What else is to be known: the value before, what was done to the measured one; null for nothing.</param>
public sealed partial record MeasuredNote(string Run, string? Host, DateOnly Day, decimal Value, decimal Low, decimal High, string Unit, int N, string? More)
{
    /// <summary>How such a comment begins.</summary>
    public const string Mark = "# measured by run ";

    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The note of a comment, or null where it is none that can be read.</summary>
    public static MeasuredNote? Of(string comment)
    {
        var match = Pattern().Match(comment);
        return match.Success
            && DateOnly.TryParseExact(Part("day"), DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && Number("value") is { } value && Number("low") is { } low && Number("high") is { } high
            && int.TryParse(Part("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? new MeasuredNote(Part("run"), Optional("host"), day, value, low, high, Part("unit"), n, Optional("more"))
            : null;

        string Part(string name) => match.Groups[name].Value;
        string? Optional(string name) => match.Groups[name].Success ? Part(name) : null;
        decimal? Number(string name) =>
            decimal.TryParse(Part(name), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
    }

    /// <summary>The comment, on one line: "# measured by run r1 on Xeon Gold 6448Y (2026-10-01): 3.2, 3.08 to 3.44 vCPU per core, n = 5; 4 before".</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Mark}{Run}{(Host is null ? "" : $" on {Host}")} ({Day.ToString(DayFormat, CultureInfo.InvariantCulture)}): {Text(Value)}, {Text(Low)} to "
            + $"{Text(High)} {Unit}, n = {N}{(More is null ? "" : $"; {More}")}")
        .ReplaceLineEndings(" ");

    private static string Text(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^# measured by run (?<run>[A-Za-z0-9][A-Za-z0-9._-]*)(?: on (?<host>.+))? \((?<day>[0-9-]{10})\): (?<value>-?[0-9.]+), (?<low>-?[0-9.]+) to (?<high>-?[0-9.]+) (?<unit>[^,;]+), n = (?<n>[0-9]+)(?:; (?<more>.+))?$")]
    private static partial Regex Pattern();
}
