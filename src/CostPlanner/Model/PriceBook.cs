using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Every product known, with what it cost when.</summary>
public sealed record PriceBook
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byId;
    private readonly ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byReplaced;

    /// <summary>A price book of those rows, in that order.</summary>
    public PriceBook(ImmutableArray<PriceRow> rows)
    {
        Rows = rows;
        byId = By(rows, row => row.Id);
        byReplaced = By(rows.Where(row => row.InsteadOf is not null), row => row.InsteadOf!);
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

    /// <summary>All rows of a product; throws for an unknown id.</summary>
    public ImmutableArray<PriceRow> RowsOf(string id) => byId[id];

    private static ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> By(IEnumerable<PriceRow> rows, Func<PriceRow, string> key) =>
        rows.GroupBy(key, StringComparer.Ordinal).ToImmutableSortedDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
