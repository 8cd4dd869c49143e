using System.Collections.Immutable;
using CostPlanner.Pricing.Claims;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Claim;

/// <summary>The claim of 2013, put to this estate: the answer in words, every pair in figures, and the features that make pairs equal.</summary>
internal static class ClaimChapter
{
    public static Section Of(CaseStudy result, ClaimAnswer claim)
    {
        var words = new ClaimWords(result, claim);
        return new(
            ReportOutline.Claim,
            Words.Of("claim.the-claim-of-2013"),
            words.Answer,
            [
                .. words.HoldsOnlyFor.IsEmpty ? Array.Empty<Block>() : [new Points(words.HoldsOnlyFor)],
                .. words.Apart is { } apart ? [new Paragraph(apart)] : Array.Empty<Block>(),
                new Paragraph(Background(claim)),
                .. claim.Pairs.IsEmpty ? [] : Tables(result, claim),
            ],
            StartsPage: !claim.Pairs.IsEmpty);
    }

    private static ImmutableArray<Block> Tables(CaseStudy result, ClaimAnswer claim) =>
    [
        ClaimTable.Legend(claim),
        ClaimTable.Of(result, claim),
        .. result.Inputs.Features.Features.IsEmpty ? Array.Empty<Block>() : [FeatureTable.Of(result)],
        .. FeatureTable.Sources(result) is { } sources ? [sources] : Array.Empty<Block>(),
    ];

    private static string Background(ClaimAnswer claim) =>
        Words.Of("claim.background", ("range", ClaimWords.Range(claim)));
}
