using System.Collections.Immutable;

namespace CostPlanner.Reporting.Document;

/// <summary>A section of the report.</summary>
/// <param name="Id">The name by which links find it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Lead">What the reader takes from it, in a sentence or two.</param>
/// <param name="Blocks">What it holds.</param>
/// <param name="StartsPage">Whether it begins on a page of its own.</param>
public sealed record Section(
    string Id,
    string Title,
    string Lead,
    ImmutableArray<Block> Blocks,
    bool StartsPage = false)
{
    /// <summary>Its number, or the letter of an appendix, as printed; the document counts it, empty until then.</summary>
    public string Number { get; init; } = "";

    /// <summary>Whether it is an appendix, which has a letter.</summary>
    public bool IsAppendix { get; init; }

    /// <summary>The sections with the numbers and letters that their places give them.</summary>
    internal static ImmutableArray<Section> Numbered(ImmutableArray<Section> sections) =>
        [.. sections.Zip(Numbers(sections.Select(each => each.IsAppendix)), (section, number) => section with { Number = number })];

    /// <summary>Numbers from 1 on, and letters from A on for appendices.</summary>
    /// <param name="areAppendices">Of each section, in order, whether it is an appendix.</param>
    internal static IEnumerable<string> Numbers(IEnumerable<bool> areAppendices)
    {
        var (sections, appendices) = (0, 0);
        foreach (var isAppendix in areAppendices)
        {
            yield return isAppendix ? ((char)('A' + appendices++)).ToString() : FormattableString.Invariant($"{++sections}");
        }
    }
}
