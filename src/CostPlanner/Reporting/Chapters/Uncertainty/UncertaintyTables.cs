using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation;
using CostPlanner.Studies;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Chapters.Uncertainty;

/// <summary>What trials say of each option, and of each against the baseline.</summary>
internal static class UncertaintyTables
{
    /// <summary>What each option costs in the trials, and how often it is the cheapest.</summary>
    public static Table OfOptions(CaseStudy result, UncertaintyStudy study) => new()
    {
        Caption = $"Cost over {Wording.Years(result.Inputs.Scenario.HorizonYears)} in the trials, {result.Inputs.Scenario.Currency.Code}",
        Columns =
        [
            new Column("Option", Width: 21), .. Quantiles(), new Column("Cheapest, share of trials", true, 10),
        ],
        Rows = [.. study.Result.Options.Select(each => Option(result, study, each))],
        Note = "P10 is the value that 10 % of the trials stay below, P50 the median. Below each figure stands its standard error: how far it is off by chance."
            + (study.Result.Options.All(each => each.IsRanked)
                ? ""
                : " An option that lacks a total in any trial is left out of the comparison: what its other trials say would be too good."),
        IsKept = result.Options.Length <= OptionsChapter.Few,
        IsDense = true,
    };

    /// <summary>What is saved in the trials, in money; null where nothing can be compared.</summary>
    public static Table? OfDifferences(CaseStudy result, UncertaintyStudy study) => study.Result.Differences.IsEmpty ? null : new()
    {
        Caption = $"Saving against {UncertaintyWords.Baseline(result, study)} in the trials, {result.Inputs.Scenario.Currency.Code}",
        Columns = [new Column("Option", Width: 21), .. Quantiles(), new Column("Saves, share of trials", true, 10)],
        Rows = [.. study.Result.Differences.Select(each => new Row([Name(result, each.Option), .. Amounts(each.Saving), Share(each.Saves)]))],
        Note = "Trial by trial with the same draws for both, so that what both share cancels out. Below each figure stands its standard error.",
        IsKept = study.Result.Differences.Length <= OptionsChapter.Few,
        IsDense = true,
    };

    /// <summary>What is saved as a share, and how probable the answers to the questions asked are; null where nothing can be compared.</summary>
    public static Table? OfAnswers(CaseStudy result, UncertaintyStudy study) => study.Result.Differences.IsEmpty ? null : new()
    {
        Caption = $"Saving as a share of what {UncertaintyWords.Baseline(result, study)} costs, and probabilities",
        Columns =
        [
            new Column("Option", Width: 21), .. Quantiles(),
            new Column($"Saves at least {UncertaintyWords.Asked(study)}", true, 10), new Column(
                $"Pays back within {Wording.Years(result.Inputs.Scenario.HorizonYears)}", true, 10),
        ],
        Rows = [
            .. study.Result.Differences.Select(
                each => new Row([Name(result, each.Option), .. Shares(each.Share), Share(each.SavesShareAsked), Share(each.PaysBack)])),
        ],
        Note = "A probability is the share of the trials in which it is so. Below each figure stands its standard error.",
        IsKept = study.Result.Differences.Length <= OptionsChapter.Few,
        IsDense = true,
    };

    private static Column[] Quantiles() =>
        [new Column("P5", true), new Column("P10", true), new Column("P50", true), new Column("P90", true), new Column("P95", true), new Column("Mean", true)];

    /// <summary>A share of the trials, its standard error below.</summary>
    private static Cell Share(Estimate? share) => share is { } known
        ? new Cell(Printed.Percent(known.Value)) { Below = $"± {Printed.Percent(known.StandardError)}" }
        : Cell.Missing("not known");

    private static Row Option(CaseStudy result, UncertaintyStudy study, OptionTrials each)
    {
        var name = Name(result, each.Option);
        if (each.Total is not { } total)
        {
            var often = $"no total in {Printed.Whole(each.Lacking)} of {Printed.Count(study.Result.Trials.Length, "trial")}";
            return new Row(
                [
                    name with { Below = $"{often}: it {Sentences.Of(result.Options[each.Option].WhyNoTotalDrawn)}" },
                    .. Enumerable.Repeat(Cell.Empty, 6),
                    Cell.Missing("left out"),
                ]);
        }

        return new Row([name, .. Amounts(total), Share(each.Cheapest)]);
    }

    private static Cell Name(CaseStudy result, int option) => new(result.Options[option].Option.Name);

    private static IEnumerable<Cell> Amounts(Spread spread) =>
        Cells(spread, each => new Cell(Printed.Whole(each.Value)) { Below = $"± {Printed.Whole(each.StandardError)}" });

    private static IEnumerable<Cell> Shares(Spread? spread) =>
        spread is null ? Enumerable.Repeat(Cell.Missing("not known"), 6) : Cells(spread, each => Share(each));

    private static IEnumerable<Cell> Cells(Spread spread, Func<Estimate, Cell> cell) =>
        [cell(spread.P5), cell(spread.P10), cell(spread.P50) with { Tone = Tone.Strong }, cell(spread.P90), cell(spread.P95), cell(spread.Mean)];
}
