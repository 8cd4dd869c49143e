using System.Collections.Immutable;
using CostPlanner.Reporting.Chapters.Assumptions;
using CostPlanner.Reporting.Chapters.CashFlows;
using CostPlanner.Reporting.Chapters.Claim;
using CostPlanner.Reporting.Chapters.Costs;
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
/// <param name="Sections">The sections, in order.</param>
public sealed record ReportDocument(
    string Title,
    string Context,
    DateOnly AsOf,
    string Verdict,
    ImmutableArray<Block> FrontPage,
    ImmutableArray<Section> Sections)
{
    /// <summary>What kind of document it is, printed small above the title.</summary>
    public string Kind { get; init; } = "Business case: virtual platform";

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
            Chapters.Opening.Verdict.Of(result),
            FirstPage.Of(result),
            [
                EstateChapter.Of(result),
                OptionsChapter.Of(result),
                CategoriesChapter.Of(result),
                CashFlowChapter.Of(result),
                HostsChapter.Of(result),
                LicencesChapter.Of(result, sources),
                .. result.Claim is { } claim ? [ClaimChapter.Of(result, claim)] : Array.Empty<Section>(),
                FindingsChapter.Of(result),
                AssumptionsChapter.Of(result),
                .. WhereAsked(result),
                LinesAppendix.Of(result, sources),
                SourcesAppendix.Of(sources),
                .. result.Uncertainty is { } drawn ? [DrawnInputsAppendix.Of(drawn)] : Array.Empty<Section>(),
            ]);
    }

    /// <summary>The chapters that not every report has, behind those that each has, so that the numbers of those do not depend on them.</summary>
    private static IEnumerable<Section> WhereAsked(CaseStudy result) =>
    [
        .. result.Sizing is { } study ? [SizingChapter.Of(result, study)] : Array.Empty<Section>(),
        .. result.Runway is { } runway ? [RunwayChapter.Of(runway, ChapterNumbers.NumberAfter(result.Sizing is not null))] : Array.Empty<Section>(),
        .. result.Uncertainty is { } sure ? [UncertaintyChapter.Of(result, sure)] : Array.Empty<Section>(),
    ];

    private static string ContextOf(CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        var files = string.Join(", ", result.Inputs.Inventory.Files);
        return $"As of {Printed.Day(scenario.AsOf)} · {Wording.Years(scenario.HorizonYears)} · all amounts in {scenario.Currency.Code} · inventory {files}";
    }
}
