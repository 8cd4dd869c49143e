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
            UncertaintyTables.OfDifferences(result, study) ?? (Block)new Paragraph("No option can be compared with the baseline in every trial."),
            UncertaintyTables.OfAnswers(result, study),
            new Paragraph(UncertaintyWords.Trials(study) + UncertaintyWords.OfVeryMany(result.Options.Select(option => option.Plan)), Tone.Quiet),
            .. Causes(result, study),
            .. Changes(result, study),
        ];
        return new Section(
            ReportOutline.Uncertainty, "How sure is this", UncertaintyWords.Answer(result, study), [.. blocks.OfType<Block>()], StartsPage: true);
    }

    private static IEnumerable<Block?> Causes(CaseStudy result, UncertaintyStudy study)
    {
        if (study.Causes is not { } causes)
        {
            yield break;
        }

        yield return new Heading("Where the uncertainty comes from");
        var currency = result.Inputs.Scenario.Currency.Code;
        var figure = Sentences.Of(study.Figure);
        var named = TopCauses.Of(causes, study.Result.Plan.Inputs);
        yield return named.IsEmpty
            ? new Paragraph($"No single input brings {Printed.Percent((decimal)TopCauses.LeastShare)} of the variance of {figure}.")
            : new Points([.. named.Select(cause => CauseWords.Of(cause, figure, amount => $"{currency}{Printed.Space}{Printed.Whole(amount)}"))]);
        yield return UncertaintyFigures.Tornado(result, study, causes.Tornado);
        yield return UncertaintyFigures.Variance(study, causes.Variance);
        if (causes.Variance is { } variance)
        {
            yield return new Paragraph(
                $"Shares by Sobol's indices from {Printed.Count(variance.Rows, "pair")} of trials and {Printed.Count(variance.Runs, "further run")} of the case"
                + (variance.Lacking == 0 ? "" : $"; {Printed.Count(variance.Lacking, "pair")} left out for want of an answer")
                    + ". Alone: what knowing the input would take from the variance. "
                + "Total: what would be left of it if all others were known; totals may add up to more than 100 %. Both are estimates, so that by chance an "
                + "input may seem to bring more alone than in total.",
                Tone.Quiet);
        }
    }

    private static IEnumerable<Block?> Changes(CaseStudy result, UncertaintyStudy study)
    {
        if (WinnerChanges.Table(result, study) is { } table)
        {
            yield return new Heading("What would change the answer");
            yield return table;
        }

        yield return WinnerChanges.Map(result, study);
    }
}
