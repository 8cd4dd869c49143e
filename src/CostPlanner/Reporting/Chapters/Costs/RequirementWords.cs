using System.Collections.Immutable;
using CostPlanner.Cases.Requirements;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>What is required of every option, who says so, and what an option has by the user's word alone.</summary>
internal static class RequirementWords
{
    /// <summary>What keeps an option from the ranking, in a paragraph.</summary>
    public static string Of(CaseStudy result)
    {
        var required = RequiredFeatures.Of(result.Inputs);
        var said = Enum.GetValues<RequirementFrom>()
            .Select(from => (From: from, Features: required.Where(requirement => requirement.From == from).ToImmutableArray()))
            .Where(each => !each.Features.IsEmpty)
            .Select(each => Said(each.From, Listed(each.Features.Select(requirement => requirement.Feature))))
            .ToList();
        return Words.Of(
            "costs.requirements",
            ("features", said.Count == 0 ? Words.Of("costs.requirements.nothing") : string.Join("; ", said)),
            ("support", Words.Of(
                result.Inputs.Scenario.Support == SupportNeed.Required ? "costs.requirements.support" : "costs.requirements.support-optional")));
    }

    /// <summary>Which requirements rest on what is not known, as a point of the first page; null where none does.</summary>
    public static string? NotKnown(CaseStudy result)
    {
        var open = RequiredFeatures.Of(result.Inputs).Where(requirement => !requirement.IsKnown).Select(requirement => requirement.Feature).ToList();
        return open.Count == 0
            ? null
            : Words.Of("costs.requirements.point", ("features", Listed(open)), ("ids", string.Join(", ", open)));
    }

    /// <summary>What should be known of an option that is ranked: no support, and what it has by the user's word; null for nothing.</summary>
    public static string? Beside(OptionCase option)
    {
        ImmutableArray<string> parts =
        [
            .. option.Eligibility.IsSupported == false ? [Words.Of("costs.requirements.unsupported")] : Array.Empty<string>(),
            .. option.Eligibility.OwnWord.IsEmpty
                ? Array.Empty<string>()
                : [Words.Of("costs.requirements.own-word", ("features", Listed(option.Eligibility.OwnWord)))],
        ];
        return parts.IsEmpty ? null : string.Join("; ", parts);
    }

    private static string Said(RequirementFrom from, string features) => from switch
    {
        RequirementFrom.Scenario => Words.Of("costs.requirements.scenario", ("features", features)),
        RequirementFrom.Estate => Words.Of("costs.requirements.estate", ("features", features)),
        _ => Words.Of("costs.requirements.not-known", ("features", features)),
    };

    private static string Listed(IEnumerable<string> features) => Phrase.List(features.Select(feature => feature.Replace('-', ' ')));
}
