using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>A unit of a column or of a cell. Hypervisors' tools mean powers of 1,024 by MB and GB too.</summary>
/// <param name="Name">Its sign: "GiB", "MHz".</param>
/// <param name="InBase">How many of the base unit it is: MiB for sizes, MHz for rates.</param>
internal sealed record Unit(string Name, decimal InBase)
{
    private const decimal Binary = 1024;
    private const decimal Thousand = 1000;

    /// <summary>1 / 1,048,576 MiB.</summary>
    public static readonly Unit Byte = new("bytes", 1 / (Binary * Binary));

    /// <summary>1 / 1,024 MiB.</summary>
    public static readonly Unit KiB = new("KiB", 1 / Binary);

    /// <summary>The base of sizes.</summary>
    public static readonly Unit MiB = new("MiB", 1);

    /// <summary>1,024 MiB.</summary>
    public static readonly Unit GiB = new("GiB", Binary);

    /// <summary>1,048,576 MiB.</summary>
    public static readonly Unit TiB = new("TiB", Binary * Binary);

    /// <summary>The base of rates.</summary>
    public static readonly Unit MHz = new("MHz", 1);

    /// <summary>1,000 MHz.</summary>
    public static readonly Unit GHz = new("GHz", Thousand);

    /// <summary>Of what is counted.</summary>
    public static readonly Unit One = new("", 1);

    private static readonly Unit Hz = new("Hz", 1 / (Thousand * Thousand));
    private static readonly Unit[] Sizes = [Byte, KiB, MiB, GiB, TiB];
    private static readonly Unit[] Rates = [Hz, MHz, GHz];

    // Longer words first: "mib" ends in "b".
    private static readonly (string Word, Unit Unit)[] Words =
    [
        ("mebibytes", MiB), ("gibibytes", GiB), ("megabytes", MiB), ("gigabytes", GiB), ("terabytes", TiB), ("kilobytes", KiB), ("bytes", Byte), ("byte", Byte),
        ("mbytes", MiB), ("gbytes", GiB), ("mbyte", MiB), ("gbyte", GiB), ("kib", KiB), ("mib", MiB), ("gib", GiB), ("tib", TiB), ("kb", KiB), ("mb", MiB),
        ("gb", GiB), ("tb", TiB), ("ghz", GHz), ("mhz", MHz), ("hz", Hz), ("b", Byte),
    ];

    /// <summary>The units that a column of this one may really be in.</summary>
    public IReadOnlyList<Unit> Kin => Sizes.Contains(this) ? Sizes : Rates.Contains(this) ? Rates : [];

    /// <summary>A thousand of this unit, as a number has that lost the separator of its groups.</summary>
    public Unit Thousands => new(Name, InBase * Thousand) { AreThousands = true };

    /// <summary>Whether it is a thousand of the unit of its name.</summary>
    public bool AreThousands { get; private init; }

    /// <summary>As findings call it.</summary>
    public Message Called => Message.Of(AreThousands ? "unit.thousands" : "unit.plain", ("unit", Name));

    /// <summary>The unit that the word of a cell means, or null.</summary>
    public static Unit? Of(string word)
    {
        var plain = word.ToLowerInvariant();
        return Words.FirstOrDefault(known => known.Word == plain).Unit;
    }

    /// <summary>The unit whose word, of two letters at least, ends a plain header; null where none does.</summary>
    public static (string Word, Unit Unit)? AtEndOf(string plain) =>
        Words.FirstOrDefault(
            known => known.Word.Length > 1
                && plain.Length > known.Word.Length
                && plain.EndsWith(known.Word, StringComparison.Ordinal)) is { Word: not null } found
            ? found
            : null;
}
