using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Every product known, with what it cost when.</summary>
public sealed record PriceBook
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byId;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byReplaced;

    /// <summary>A price book of those rows, in that order.</summary>
    public PriceBook(ImmutableArray<PriceRow> rows)
        : this(rows, By(rows, row => row.Id), By(rows.Where(row => row.InsteadOf is not null), row => row.InsteadOf!))
    {
    }

    private PriceBook(
        ImmutableArray<PriceRow> rows,
        ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byId,
        ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byReplaced)
    {
        Rows = rows;
        this.byId = byId;
        this.byReplaced = byReplaced;
    }

    /// <summary>All rows, in the order of the files.</summary>
    public ImmutableArray<PriceRow> Rows { get; }

    /// <summary>The ids of all products, in alphabetical order.</summary>
    public ImmutableArray<string> Ids => [.. byId.Keys];

    /// <summary>Whether any row has that id.</summary>
    public bool Knows(string id) => byId.ContainsKey(id);

    /// <summary>The row of that product that holds on that day, or null where none does.</summary>
    public PriceRow? Find(string id, DateOnly day) =>
        byId.TryGetValue(id, out var rows) ? rows.FirstOrDefault(row => row.HoldsOn(day)) : null;

    /// <summary>The row that takes a product's place on that day where orders are held to a minimum, or null where none does.</summary>
    public PriceRow? InsteadOf(string id, DateOnly day) =>
        byReplaced.TryGetValue(id, out var rows) ? rows.FirstOrDefault(row => row.HoldsOn(day)) : null;

    /// <summary>The product of the same edition with the shortest term that can be bought on that day; itself where no row has a shorter one.</summary>
    public string ShortestTerm(string id, DateOnly day) =>
        (Find(id, day) ?? RowsOf(id).MaxBy(row => row.ValidFrom)) is { Edition: { } edition } own
            ? Rows.Where(row => row.Edition == edition && row.HoldsOn(day) && row.TermYears is not null)
                .OrderBy(row => row.TermYears)
                .ThenBy(row => row.Id != id)
                .FirstOrDefault(row => own.TermYears is null || row.TermYears < own.TermYears)?.Id ?? id
            : id;

    /// <summary>The products of the same edition that can be bought on a day, for the shortest term first; where there are none, the product itself.</summary>
    public ImmutableArray<string> TermsOf(string id, DateOnly day)
    {
        ImmutableArray<string> terms =
        [
            .. Rows.Where(row => row.Edition is { } edition && edition == EditionOf(id) && row.HoldsOn(day) && row.TermYears is not null)
                .OrderBy(row => row.TermYears)
                .Select(row => row.Id)
                .Distinct(StringComparer.Ordinal),
        ];
        return terms.IsEmpty ? [id] : terms;
    }

    /// <summary>Whether two products are the same but for their term or their minimum: one edition, or one stands in for the other.</summary>
    public bool AreAlike(string one, string other) => one == other || EditionOf(one) is { } edition && edition == EditionOf(other);

    /// <summary>All rows of a product; throws for an unknown id.</summary>
    public ImmutableArray<PriceRow> RowsOf(string id) => byId[id];

    /// <summary>The book with every price of a product times a factor, also of the rows that take its place; throws for an unknown id.</summary>
    public PriceBook Times(string id, decimal factor)
    {
        ImmutableArray<PriceRow> own = [.. byId[id].Select(Changed)];
        var others = byReplaced.TryGetValue(id, out var replacing) ? replacing.Select(row => row.Id).Where(other => other != id).Distinct() : [];
        var ids = byId.SetItem(id, own).SetItems(others.Select(other => KeyValuePair.Create(other, ImmutableArray.CreateRange(byId[other], Changed))));
        var replaced = replacing.IsDefault ? byReplaced : byReplaced.SetItem(id, ImmutableArray.CreateRange(replacing, Changed));
        return new PriceBook([.. Rows.Select(Changed)], ids, replaced);

        PriceRow Changed(PriceRow row) => (row.Id == id || row.InsteadOf == id) && row.Price is { } price ? row with { Price = price * factor } : row;
    }

    /// <summary>The edition of a product, of one with a minimum that of the product it takes the place of.</summary>
    private string? EditionOf(string id) => byId.TryGetValue(id, out var rows)
        ? rows.Select(row => row.Edition ?? (row.InsteadOf is { } plain && plain != id ? EditionOf(plain) ?? plain : null))
            .FirstOrDefault(each => each is not null)
        : null;

    private static ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> By(IEnumerable<PriceRow> rows, Func<PriceRow, string> key) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToImmutableSortedDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
