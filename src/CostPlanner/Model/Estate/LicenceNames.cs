using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CostPlanner.Model;

/// <summary>What a licence that an inventory lists is for.</summary>
public enum LicenceUse
{
    /// <summary>It runs VMs: the platform of today is paid by it.</summary>
    Platform,

    /// <summary>It manages, connects or stores beside the platform, or is a part of an edition.</summary>
    Other,

    /// <summary>A trial, for which nothing is paid.</summary>
    Evaluation,
}

/// <summary>Whether a licence ends.</summary>
public enum LicenceEnd
{
    /// <summary>The inventory says that it never ends.</summary>
    Never,

    /// <summary>It has a last day.</summary>
    Date,
}

/// <summary>By what a licence in an inventory is known, and which product it is.</summary>
/// <param name="Name">What is looked for in its name.</param>
/// <param name="CostUnit">What is looked for in what it is counted in, or null for anything.</param>
/// <param name="Ends">Whether it ends, or null for either, and where that is not said.</param>
/// <param name="Use">What it is for.</param>
/// <param name="Product">The product's id in the price book; null where the name does not say which.</param>
/// <param name="Provenance">Where this comes from.</param>
public sealed record LicenceMark(Regex Name, Regex? CostUnit, LicenceEnd? Ends, LicenceUse Use, string? Product, Provenance Provenance)
{
    /// <summary>Whether the holding is such a licence.</summary>
    public bool Matches(LicenceHolding holding) => Name.IsMatch(holding.Name)
        && CostUnit?.IsMatch(holding.CostUnit) is null or true
        && (Ends is null || Ends == holding.End);
}

/// <summary>The names of licences in inventories.</summary>
/// <param name="Marks">By what they are known; the first that fits counts.</param>
public sealed record LicenceNames(ImmutableArray<LicenceMark> Marks)
{
    /// <summary>A table that knows no licence.</summary>
    public static LicenceNames None { get; } = new([]);

    /// <summary>By what a holding is known; null where it is not.</summary>
    public LicenceMark? Of(LicenceHolding holding) => Marks.FirstOrDefault(mark => mark.Matches(holding));
}
