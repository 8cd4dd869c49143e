using System.Collections.Immutable;
using CostPlanner.Reporting.Content;
using CostPlanner.Simulation.Causes;

namespace CostPlanner.Reporting.Sections;

/// <summary>How sure the answer is, where its uncertainty comes from, and what would change it; a chapter only where somebody asked.</summary>
internal static class UncertaintySection
{
    public const string Title = "How sure is this";

    public static Section Of(BusinessCase result, UncertaintyStudy study)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        blocks.Add(UncertaintyTables.OfOptions(result, study));
        blocks.Add(UncertaintyTables.OfDifferences(result, study) ?? (Block)new Paragraph("No option can be compared with the baseline in every trial."));
        blocks.Add(new Paragraph(UncertaintyWords.Trials(study), Tone.Quiet));
        blocks.AddRange(Causes(result, study));
        if (BreakEvenTable.Of(result, study) is { } table)
        {
            blocks.Add(table);
        }

        return new Section("uncertainty", NumberIn(result), Title, UncertaintyWords.Answer(result, study), blocks.ToImmutable(), StartsPage: true);
    }

    /// <summary>The chapter's number: it stands behind the others, so that theirs do not depend on it.</summary>
    public static string NumberIn(BusinessCase result) => result.Sizing is null ? "10" : "11";

    private static IEnumerable<Block> Causes(BusinessCase result, UncertaintyStudy study)
    {
        if (study.Causes is not { } causes)
        {
            yield break;
        }

        yield return new Heading("Where the uncertainty comes from");
        var currency = result.Inputs.Scenario.Currency.Code;
        var named = TopCauses.Of(causes, study.Result.Plan.Inputs, study.Figure, amount => $"{currency}{Printed.Space}{Printed.Whole(amount)}");
        yield return named.IsEmpty
            ? new Paragraph($"No single input brings {Printed.Percent((decimal)TopCauses.LeastShare)} of the variance of {study.Figure}.")
            : new Points([.. named.Select(cause => cause.Words)]);
    }
}
