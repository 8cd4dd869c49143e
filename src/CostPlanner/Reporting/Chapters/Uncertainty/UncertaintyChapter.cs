using System.Collections.Immutable;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation.Sensitivity;
using CostPlanner.Studies;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Chapters.Uncertainty;

/// <summary>How sure the answer is, where its uncertainty comes from, and what would change it; a chapter only where somebody asked.</summary>
internal static class UncertaintyChapter
{
    public static Section Of(CaseStudy result, UncertaintyStudy study)
    {
        ImmutableArray<Block?> blocks =
        [
            UncertaintyFigures.Ranges(result, study),
            UncertaintyTables.OfOptions(result, study),
            .. Outside(result, study),
            UncertaintyTables.OfDifferences(result, study) ?? (Block)new Paragraph(Words.Of("uncertainty.blocks")),
            UncertaintyTables.OfAnswers(result, study),
            new Paragraph(UncertaintyWords.Trials(study) + UncertaintyWords.OfVeryMany(result.Options.Select(option => option.Plan)), Tone.Quiet),
            .. Causes(result, study),
            .. Changes(result, study),
        ];
        return new Section(
            ReportOutline.Uncertainty,
            Words.Of("uncertainty.how-sure-is-this"),
            UncertaintyWords.Answer(result, study),
            [.. blocks.OfType<Block>()],
            StartsPage: true);
    }

    /// <summary>Whose figure with likely values lies outside of what nearly all trials say, and why; nothing where none does.</summary>
    private static IEnumerable<Block> Outside(CaseStudy result, UncertaintyStudy study) => study.Outside.IsEmpty
        ? []
        : [new Heading(Words.Of("uncertainty.outside")), new Points([.. study.Outside.Select(each => UncertaintyWords.Outside(result, each))])];

    private static IEnumerable<Block?> Causes(CaseStudy result, UncertaintyStudy study)
    {
        if (study.Causes is not { } causes)
        {
            yield break;
        }

        yield return new Heading(Words.Of("uncertainty.causes"));
        var currency = result.Inputs.Scenario.Currency.Code;
        var figure = Sentences.Of(study.Figure);
        var named = TopCauses.Of(causes, study.Result.Plan.Inputs);
        yield return named.IsEmpty
            ? new Paragraph(Words.Of(
                "uncertainty.causes-no-single-input",
                ("least-share", Printed.Percent((decimal)TopCauses.LeastShare)),
                ("figure", figure)))
            : new Points([.. named.Select(cause => CauseWords.Of(cause, figure, amount => $"{currency}{Printed.Space}{Printed.Whole(amount)}"))]);
        yield return UncertaintyFigures.Tornado(result, study, causes.Tornado);
        yield return UncertaintyFigures.Variance(study, causes.Variance);
        if (causes.Variance is { } variance)
        {
            yield return new Paragraph(
                Words.Of(
                    "uncertainty.causes-shares-by-sobol",
                    ("rows", variance.Rows),
                    ("runs", variance.Runs),
                    ("lacking", variance.Lacking == 0 ? "" : Words.Of("uncertainty.causes-left-out-for", ("lacking", variance.Lacking)))),
                Tone.Quiet);
        }
    }

    private static IEnumerable<Block?> Changes(CaseStudy result, UncertaintyStudy study)
    {
        if (WinnerChanges.Table(result, study) is { } table)
        {
            yield return new Heading(Words.Of("uncertainty.changes"));
            yield return table;
        }

        yield return WinnerChanges.Map(result, study);
    }
}
