using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters;

/// <summary>The chapters of the report on a case, in their order; from it follow their numbers, and the references of one to another.</summary>
internal static class ReportOutline
{
    public const string Decision = "decision";
    public const string Estate = "estate";
    public const string Options = "options";
    public const string Categories = "categories";
    public const string CashFlow = "cash-flow";
    public const string Hosts = "hosts";
    public const string Licences = "licences";
    public const string Claim = "claim";
    public const string Findings = "findings";
    public const string Assumptions = "assumptions";
    public const string Sizing = "sizing";
    public const string Runway = "runway";
    public const string Uncertainty = "uncertainty";
    public const string Lines = "lines";
    public const string Sources = "sources";
    public const string Drawn = "drawn";

    /// <summary>The ids of the chapters that the report on this case has.</summary>
    /// <remarks>Those that are asked for stand behind the rest, so that the numbers of these do not depend on them.</remarks>
    public static ImmutableArray<(string Id, bool IsAppendix)> Of(CaseStudy result) =>
    [
        .. new (string Id, bool IsThere, bool IsAppendix)[]
        {
            (Decision, result.Inputs.Decisions.Verdicts.Length > 0, false),
            (Estate, true, false),
            (Options, true, false),
            (Categories, true, false),
            (CashFlow, true, false),
            (Hosts, true, false),
            (Licences, true, false),
            (Claim, result.Claim is not null, false),
            (Findings, true, false),
            (Assumptions, true, false),
            (Sizing, result.Sizing is not null, false),
            (Runway, result.Runway is not null, false),
            (Uncertainty, result.Uncertainty is not null, false),
            (Lines, true, true),
            (Sources, true, true),
            (Drawn, result.Uncertainty is not null, true),
        }.Where(each => each.IsThere).Select(each => (each.Id, each.IsAppendix)),
    ];

    /// <summary>How the text refers to a chapter: "section 9", "appendix A"; null where this report does not have it.</summary>
    public static string? Reference(CaseStudy result, string id)
    {
        var chapters = Of(result);
        var at = chapters.ToList().FindIndex(each => each.Id == id);
        return at < 0
            ? null
            : $"{(chapters[at].IsAppendix ? "appendix" : "section")} {Section.Numbers(chapters.Select(each => each.IsAppendix)).ElementAt(at)}";
    }
}
