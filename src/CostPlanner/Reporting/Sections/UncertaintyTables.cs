using CostPlanner.Reporting.Content;
using CostPlanner.Simulation;

namespace CostPlanner.Reporting.Sections;

/// <summary>What trials say of each option, and of each against the baseline.</summary>
internal static class UncertaintyTables
{
    public static Table OfOptions(BusinessCase result, UncertaintyStudy study) => new()
    {
        Caption = $"Cost over {Wording.Years(result.Inputs.Scenario.HorizonYears)} in the trials, {result.Inputs.Scenario.Currency.Code}",
        Columns =
        [
            new Column("Option", Width: 21), new Column("P5", true), new Column("P10", true), new Column("P50", true), new Column("P90", true), new Column("P95", true),
            new Column("Mean", true), new Column("Standard error of P50", true, 10), new Column("Cheapest, share of trials", true, 10),
        ],
        Rows = [.. study.Result.Options.Select(each => Option(result, study, each))],
        Note = "P10 is the value that 10 % of the trials stay below, P50 the median. The standard error says how far the median is off by chance; below a share stands its own."
            + (study.Result.Options.All(each => each.IsRanked) ? "" : " An option that lacks a total in any trial is left out of the comparison: what its other trials say would be too good."),
        IsKept = result.Options.Length <= OptionsSection.Few,
        IsDense = true,
    };

    public static Table? OfDifferences(BusinessCase result, UncertaintyStudy study) => study.Result.Differences.IsEmpty ? null : new()
    {
        Caption = $"Saving against {UncertaintyWords.Baseline(result, study)} in the trials, {result.Inputs.Scenario.Currency.Code}",
        Columns =
        [
            new Column("Option", Width: 21), new Column("P10", true), new Column("P50", true), new Column("P90", true), new Column("Share saved, P10 to P90", true, 15),
            new Column("Saves", true, 9), new Column($"Saves at least {UncertaintyWords.Asked(study)}", true, 10), new Column("Pays back", true, 9),
        ],
        Rows = [.. study.Result.Differences.Select(each => Difference(result, each))],
        Note = "Trial by trial with the same draws for both, so that what both share cancels out. Below a share of the trials stands its standard error.",
        IsKept = study.Result.Differences.Length <= OptionsSection.Few,
        IsDense = true,
    };

    /// <summary>A share of the trials, its standard error below.</summary>
    private static Cell Share(Estimate? share) => share is { } known
        ? new Cell(Printed.Percent(known.Value)) { Below = $"± {Printed.Percent(known.StandardError)}" }
        : Cell.Missing("not known");

    private static Row Option(BusinessCase result, UncertaintyStudy study, OptionTrials each)
    {
        var name = new Cell(result.Options[each.Option].Option.Name);
        if (each.Total is not { } total)
        {
            var missing = Cell.Missing("no total");
            return new Row([name with { Below = $"no total in {Printed.Whole(each.Lacking)} of {Printed.Count(study.Result.Trials.Length, "trial")}" }, .. Enumerable.Repeat(Cell.Empty, 6), Cell.Empty, missing]);
        }

        return new Row(
        [
            name, Amount(total.P5), Amount(total.P10), Amount(total.P50) with { Tone = Tone.Strong }, Amount(total.P90), Amount(total.P95), Amount(total.Mean),
            new Cell(Printed.Whole(total.P50.StandardError), Tone.Quiet), Share(each.Cheapest),
        ]);
    }

    private static Row Difference(BusinessCase result, DifferenceTrials each) => new(
    [
        new Cell(result.Options[each.Option].Option.Name),
        Amount(each.Saving.P10), Amount(each.Saving.P50) with { Tone = Tone.Strong }, Amount(each.Saving.P90),
        each.Share is { } share ? new Cell($"{Printed.Percent(share.P10.Value)} to {Printed.Percent(share.P90.Value)}") : Cell.Missing("not known"),
        Share(each.Saves), Share(each.SavesShareAsked), Share(each.PaysBack),
    ]);

    private static Cell Amount(Estimate amount) => new(Printed.Whole(amount.Value));
}
