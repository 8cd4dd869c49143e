using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A basic feature of a virtualization platform, by which editions are compared.</summary>
/// <param name="Name">Its name in files and results: "live-migration".</param>
/// <param name="Label">What it is.</param>
public sealed record Feature(string Name, Message Label);

/// <summary>Whether an edition has a feature. The default is that nobody knows.</summary>
public enum FeatureState
{
    /// <summary>No source says so or otherwise.</summary>
    Unknown,

    /// <summary>It has not.</summary>
    No,

    /// <summary>It has.</summary>
    Yes,
}

/// <summary>What is known of the features of one product.</summary>
/// <param name="Product">The product's id in the price book.</param>
/// <param name="Features">Its features.</param>
/// <param name="Provenance">Where that comes from.</param>
/// <param name="Note">What should be known beside it, or null.</param>
public sealed record FeatureRow(string Product, FeatureSet Features, Provenance Provenance, string? Note);

/// <summary>Which products have which basic features, as far as sources say so.</summary>
public sealed record FeatureMatrix
{
    private readonly ImmutableSortedDictionary<string, FeatureRow> byProduct;

    /// <summary>A matrix of those features, in that order, and one row for each product.</summary>
    public FeatureMatrix(ImmutableArray<Feature> features, IEnumerable<FeatureRow> rows)
    {
        Features = features;
        byProduct = rows.ToImmutableSortedDictionary(row => row.Product, row => row, StringComparer.Ordinal);
    }

    /// <summary>A matrix that knows of no feature and no product.</summary>
    public static FeatureMatrix Empty { get; } = new([], []);

    /// <summary>The features, in the order in which they are shown.</summary>
    public ImmutableArray<Feature> Features { get; }

    /// <summary>What is known of a product, or null where it has no row.</summary>
    public FeatureRow? Find(string product) => byProduct.GetValueOrDefault(product);

    /// <summary>
    /// What products have together: a feature that one of them has is there; otherwise it is not known unless all are known
    /// to lack it. A product without a row says nothing; where none has one, nothing is known.
    /// </summary>
    public FeatureSet Of(IEnumerable<string> products) =>
        products.Select(Find).OfType<FeatureRow>().Select(row => row.Features).ToList() is { Count: > 0 } known
            ? known.Aggregate((all, next) => all.With(next))
            : FeatureSet.Unknown;
}
