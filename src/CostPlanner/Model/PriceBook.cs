using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Every product known, with what it cost when.</summary>
public sealed record PriceBook
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<PriceRow>> byId;

    /// <summary>A price book of those rows, in that order.</summary>
    public PriceBook(ImmutableArray<PriceRow> rows)
    {
        Rows = rows;
        byId = rows.GroupBy(row => row.Id, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
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

    /// <summary>All rows of a product; throws for an unknown id.</summary>
    public ImmutableArray<PriceRow> RowsOf(string id) => byId[id];
}
