using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>Licences of guests that are owned already, as the user says.</summary>
/// <param name="All">Each of them; empty where nothing is owned, or nobody says.</param>
/// <param name="IsSaid">Whether the user says what is owned, if only that nothing is.</param>
public sealed record OwnedLicences(ImmutableArray<OwnedLicence> All, bool IsSaid)
{
    /// <summary>Nobody says what is owned: every licence is bought.</summary>
    public static OwnedLicences Unsaid { get; } = new([], IsSaid: false);

    /// <summary>Whether anything of a product is owned.</summary>
    public bool Has(string product) => All.Any(each => each.Product == product);

    /// <summary>How many of the units that are needed of a product are owned, at most all of them.</summary>
    /// <param name="product">The product's id.</param>
    /// <param name="rule">How the product is counted.</param>
    /// <param name="needed">The units that are needed.</param>
    public decimal Cover(string product, LicenceRule rule, decimal needed) => All.Where(each => each.Product == product)
        .Aggregate(0m, (sum, each) => Math.Min(needed, sum + (each.UnitsBy(rule) ?? needed)));
}

/// <summary>What is owned of one product.</summary>
/// <param name="Product">The product's id in the price book, or a word for what the price book does not hold.</param>
/// <param name="Cores">Cores that it covers; null where they are not said.</param>
/// <param name="Licences">Units of the price book, where cores are not said; where neither is, as many are owned as are needed.</param>
/// <param name="Source">Where the user has it from, or null.</param>
/// <param name="Place">Where in the scenario it stands.</param>
public sealed record OwnedLicence(string Product, decimal? Cores, decimal? Licences, string? Source, SourcePlace Place)
{
    private const string CoresPerUnit = "cores-per-unit";

    /// <summary>Units of the price book; null for as many as are needed.</summary>
    public decimal? UnitsBy(LicenceRule rule) => Cores is { } cores ? cores / rule.Parameter(CoresPerUnit, 1) : Licences;
}
