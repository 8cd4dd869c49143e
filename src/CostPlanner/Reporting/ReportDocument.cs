using System.Collections.Immutable;
using CostPlanner.Reporting.Chapters.Assumptions;
using CostPlanner.Reporting.Chapters.CashFlows;
using CostPlanner.Reporting.Chapters.Claim;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Chapters.Decision;
using CostPlanner.Reporting.Chapters.Estate;
using CostPlanner.Reporting.Chapters.Findings;
using CostPlanner.Reporting.Chapters.Opening;
using CostPlanner.Reporting.Chapters.Hosts;
using CostPlanner.Reporting.Chapters.Licences;
using CostPlanner.Reporting.Chapters.Sizing;
using CostPlanner.Reporting.Chapters.Uncertainty;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Chapters;
using CostPlanner.Reporting.Chapters.Runway;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting;

/// <summary>What the report says, free of how it is written: a front page, then sections of texts, tables and charts.</summary>
/// <param name="Title">The scenario's title.</param>
/// <param name="Context">Day, horizon, currency and inventory, in a line.</param>
/// <param name="AsOf">The day that dates the report.</param>
/// <param name="Verdict">The answer in plain words.</param>
/// <param name="FrontPage">What the front page shows below the answer.</param>
/// <param name="Sections">The sections, in order, which numbers them.</param>
public sealed record ReportDocument(
    string Title,
    string Context,
    DateOnly AsOf,
    string Verdict,
    ImmutableArray<Block> FrontPage,
    ImmutableArray<Section> Sections)
{
    /// <summary>The sections, each with the number or the letter that its place gives it.</summary>
    public ImmutableArray<Section> Sections { get; } = Section.Numbered(Sections);

    /// <summary>What kind of document it is, printed small above the title.</summary>
    public string Kind { get; init; } = Words.Of("report.report-document.business-case-virtual-platform");

    /// <summary>The report on a business case. The same case gives the same report.</summary>
    public static ReportDocument Of(CaseStudy result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var scenario = result.Inputs.Scenario;
        var sources = new SourceList(result);
        return new ReportDocument(
            scenario.Title,
            ContextOf(result),
            scenario.AsOf,
            AnswerOf(result),
            FirstPage.Of(result),
            [.. ReportOutline.Of(result).Select(each => ChapterOf(each.Id, result, sources) with { IsAppendix = each.IsAppendix })]);
    }

    private static Section ChapterOf(string id, CaseStudy result, SourceList sources) => id switch
    {
        ReportOutline.Decision => DecisionChapter.Of(result, result.Decision),
        ReportOutline.Estate => EstateChapter.Of(result),
        ReportOutline.Options => OptionsChapter.Of(result),
        ReportOutline.Categories => CategoriesChapter.Of(result),
        ReportOutline.CashFlow => CashFlowChapter.Of(result),
        ReportOutline.Hosts => HostsChapter.Of(result),
        ReportOutline.Licences => LicencesChapter.Of(result, sources),
        ReportOutline.Claim => ClaimChapter.Of(result, result.Claim!),
        ReportOutline.Findings => FindingsChapter.Of(result),
        ReportOutline.Assumptions => AssumptionsChapter.Of(result),
        ReportOutline.Sizing => SizingChapter.Of(result, result.Sizing!),
        ReportOutline.Runway => RunwayChapter.Of(result.Runway!),
        ReportOutline.Uncertainty => UncertaintyChapter.Of(result, result.Uncertainty!),
        ReportOutline.Lines => LinesAppendix.Of(result, sources),
        ReportOutline.Sources => SourcesAppendix.Of(result, sources),
        ReportOutline.Drawn => DrawnInputsAppendix.Of(result.Uncertainty!),
        _ => throw new ArgumentOutOfRangeException(nameof(id), id, "no chapter has that id"),
    };

    /// <summary>What to do and until when; where the data folder has no rules, which option is the cheapest.</summary>
    public static string AnswerOf(CaseStudy result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var decision = result.Decision;
        return DecisionChapter.Verdict(result, decision) is { } verdict
            ? $"{verdict} {(DecisionWords.Date(result, decision) is { } date ? Sentences.Of(date) : "")}".TrimEnd()
            : Chapters.Opening.Verdict.Of(result);
    }

    private static string ContextOf(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var files = string.Join(", ", result.Inputs.Inventory.Files);
        return Words.Of(
            "report.report-document.context",
            ("as-of", Printed.Day(scenario.AsOf)),
            ("years", scenario.HorizonYears),
            ("currency", scenario.Currency.Code),
            ("files", files));
    }
}
