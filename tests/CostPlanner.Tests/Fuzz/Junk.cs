namespace CostPlanner.Tests.Fuzz;

/// <summary>Values that cells and fields hold in bad files: huge and odd numbers, other notations, words, and what looks like commands.</summary>
internal static class Junk
{
    private static readonly string[] Texts =
    [
        "", " ", "\t", "0", "-1", "-0", "1e400", "1e-400", "-1e308", "NaN", "Infinity", "∞", "1,2", "1.2.3", "64.000", "64,000", "64 000", "64\u00a0000", "64'000", "1.234,5", "16 GiB", "512 MB", "0x10",
        "9223372036854775807", "9223372036854775808", "79228162514264337593543950336", "2147483648", "4294967296", "0.1", "½", "٣", "VM", "n/a", "null", "~", "true", "WAHR", "poweredOn", "Eingeschaltet",
        "unknown", "2026-13-45", "0001-01-01", "9999-12-31", "=1+1", "#REF!", "[", "[]", "{", "\"", "'", "\\", "*", "&a *a", "<<: *a", "!!binary x", "%", "../../etc/passwd", "\u001b[31mred", "\u202e",
        "\ufeff", "\u0000", "10.0.0.1", "fe80::1", "00:50:56:ab:cd:ef", "a,b;c\td|e", "Total", "Summe",
    ];

    /// <summary>One of them, as text.</summary>
    public static string Text(Random random) => random.Next(40) switch
    {
        0 => new string('x', random.Next(1, 40_000)),
        1 => new string('9', random.Next(1, 400)),
        2 => string.Concat(Enumerable.Range(0, 20).Select(_ => (char)random.Next(1, 0xD7FF))),
        _ => Texts[random.Next(Texts.Length)],
    };

    /// <summary>One of them, as a cell of a workbook may hold it; control characters cannot stand there.</summary>
    public static object? Cell(Random random) => random.Next(10) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => new DateTime(1900 + random.Next(8000), 1, 1),
        3 => Math.Pow(10, random.Next(-30, 300)) * (random.Next(2) == 0 ? 1 : -1),
        4 => random.Next(-10, 10),
        5 => random.NextDouble() * 1e6,
        _ => new string([.. Text(random).Where(each => each is >= ' ' and not '\ufeff')]),
    };
}
