namespace CostPlanner.Ingest.Tables;

/// <summary>A column that is wanted, by its header in the newest version of a format, with the headers of older versions and of hand-edited files.</summary>
internal sealed class SheetColumn(string header, params string[] otherHeaders)
{
    /// <summary>Stands for a column that a format does not have.</summary>
    public static readonly SheetColumn None = new("");

    private readonly string[] names = [header, .. otherHeaders];
    private string[]? keys;
    private SheetColumn? left;

    /// <summary>The header in the newest version.</summary>
    public string Header { get; } = header;

    /// <summary>What its numbers measure; null for text, and for numbers that are taken as they are.</summary>
    public NumberKind? Measure { get; init; }

    /// <summary>Headers that count only with the unit that they name.</summary>
    public IReadOnlyList<string> WithUnit { get; init; } = [];

    /// <summary>Whether it is a custom attribute: a column of the user's own.</summary>
    public bool IsAttribute { get; private init; }

    /// <summary>A column of the user's own, by its header.</summary>
    public static SheetColumn Attribute(string header) => new(header) { IsAttribute = true };

    /// <summary>The column right of another, whatever its header.</summary>
    public static SheetColumn RightOf(SheetColumn left) => new("") { left = left };

    /// <summary>
    /// Where the column is, or null. A header spelt as here wins over one that only means the same; the standard header wins over the others, the
    /// first column over its duplicates.
    /// </summary>
    public int? PositionIn(HeaderRow headers)
    {
        if (left is not null)
        {
            return left.PositionIn(headers) + 1 is { } position && position < headers.Texts.Count ? position : null;
        }

        if (this == None)
        {
            return null;
        }

        keys ??= Array.ConvertAll(names, name => Key(HeaderText.Plain(name)));
        return First(names, headers.Spelt) ?? First(keys, key => headers.Meant(key, IsSize)) ?? First(keys, key => headers.MeantWithin(key, IsSize))
            ?? First([.. WithUnit.Select(HeaderText.Plain)], key => Math.Max(headers.Meant(key, false), headers.MeantWithin(key, false)));

        static int? First(string[] wanted, Func<string, int> find) => wanted.Select(find).Where(i => i >= 0).Select(i => (int?)i).FirstOrDefault();
    }

    /// <summary>The unit that a header of this column names; null where it names none.</summary>
    public Unit? UnitOf(string text) =>
        Measure is { } measure && HeaderText.Split(HeaderText.Plain(text)).Unit is { } unit && measure.Unit.Kin.Contains(unit) ? unit : null;

    /// <summary>Columns of sizes and rates are known by their headers without the unit.</summary>
    private bool IsSize => Measure is { Unit.Kin.Count: > 0 };

    private string Key(string plain) => IsSize ? HeaderText.Split(plain).Stem : plain;
}
