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
    /// <summary>Columns of figures.</summary>
    private const int Figures = 4;

    /// <summary>What each option costs in the trials, and how often it is the cheapest.</summary>
    public static Table OfOptions(CaseStudy result, UncertaintyStudy study) => new()
    {
        Caption = Words.Of("uncertainty.caption", ("years", result.Inputs.Scenario.HorizonYears), ("currency", result.Inputs.Scenario.Currency.Code)),
        Columns =
        [
            new Column(Words.Of("common.option"), Width: 21), .. Quantiles(), new Column(Words.Of("uncertainty.cheapest-share-of-trials"), true, 10),
            new Column(Words.Of("uncertainty.dearer-than-first"), true, 12),
        ],
        Rows = [.. study.Result.Options.Select(each => Option(result, study, each))],
        Note = Words.Of(
            "uncertainty.note-p10-is-the",
            ("clearly", Printed.Percent(OptionTrials.ClearlyDearer)),
            ("all", study.Result.Options.All(each => each.HasTotal)
                ? ""
                : Words.Of("uncertainty.note"))),
        IsKept = result.Options.Length <= OptionsChapter.Few,
        IsDense = true,
    };

    /// <summary>What is saved in the trials, in money; null where nothing can be compared.</summary>
    public static Table? OfDifferences(CaseStudy result, UncertaintyStudy study) => study.Result.Differences.IsEmpty ? null : new()
    {
        Caption = Words.Of(
            "uncertainty.caption-saving-against-in",
            ("result", UncertaintyWords.Baseline(result, study)),
            ("currency", result.Inputs.Scenario.Currency.Code)),
        Columns = [new Column(Words.Of("common.option"), Width: 21), .. Quantiles(),
        new Column(Words.Of("uncertainty.saves-share-of-trials"), true, 10)],
        Rows = [.. study.Result.Differences.Select(each => new Row([Name(result, each.Option), .. Amounts(each.Saving), Share(each.Saves)]))],
        Note = Words.Of("uncertainty.note-trial-by-trial"),
        IsKept = study.Result.Differences.Length <= OptionsChapter.Few,
        IsDense = true,
    };

    /// <summary>What is saved as a share, and how probable the answers to the questions asked are; null where nothing can be compared.</summary>
    public static Table? OfAnswers(CaseStudy result, UncertaintyStudy study) => study.Result.Differences.IsEmpty ? null : new()
    {
        Caption = Words.Of("uncertainty.caption-saving-as-a", ("result", UncertaintyWords.Baseline(result, study))),
        Columns =
        [
            new Column(Words.Of("common.option"), Width: 21), .. Quantiles(),
            new Column(Words.Of("uncertainty.saves-at-least", ("study", UncertaintyWords.Asked(study))), true, 10), new Column(
                Words.Of("uncertainty.pays-back-within", ("years", result.Inputs.Scenario.HorizonYears)), true, 10),
        ],
        Rows = [
            .. study.Result.Differences.Select(
                each => new Row([Name(result, each.Option), .. Shares(each.Share), Share(each.SavesShareAsked), Share(each.PaysBack)])),
        ],
        Note = Words.Of("uncertainty.note-a-probability-is"),
        IsKept = study.Result.Differences.Length <= OptionsChapter.Few,
        IsDense = true,
    };

    private static Column[] Quantiles() =>
        [new Column("P10", true), new Column("P50", true), new Column("P90", true), new Column(Words.Of("uncertainty.mean"), true)];

    /// <summary>A share of the trials, its standard error below.</summary>
    private static Cell Share(Estimate? share) => share is { } known
        ? new Cell(Printed.Percent(known.Value)) { Below = $"± {Printed.Percent(known.StandardError)}" }
        : Cell.Missing(Words.Of("common.not-known"));

    private static Row Option(CaseStudy result, UncertaintyStudy study, OptionTrials each)
    {
        var name = Name(result, each.Option);
        if (each.Total is not { } total)
        {
            var often = Words.Of("uncertainty.no-total-in-of", ("lacking", Printed.Whole(each.Lacking)), ("trials", study.Result.Trials.Length));
            return new Row(
                [
                    name with { Below = Words.Of(
                        "uncertainty.it",
                        ("often", often),
                        ("why-no-total-drawn", result.Options[each.Option].WhyNoTotalDrawn)) },
                    .. Enumerable.Repeat(Cell.Empty, Figures + 1),
                    Cell.Missing(Words.Of("uncertainty.left-out")),
                ]);
        }

        return new Row([name, .. Amounts(total), each.Cheapest is null ? Cell.Empty : Share(each.Cheapest), Dearer(study, each)]);
    }

    private static Cell Dearer(UncertaintyStudy study, OptionTrials each) => 0 switch
    {
        _ when each.Option == study.Result.Plan.First => new Cell(Words.Of("uncertainty.the-first")),
        _ when each.DearerThanFirst is not { } share || each.Cheapest is null => Cell.Empty,
        _ when each.IsEqualToFirst => Share(each.DearerThanFirst) with { Below = Words.Of("uncertainty.equal") },
        _ => Share(each.DearerThanFirst),
    };

    private static Cell Name(CaseStudy result, int option) => new(result.Options[option].Option.Name);

    private static IEnumerable<Cell> Amounts(Spread spread) =>
        Cells(spread, each => new Cell(Printed.Whole(each.Value)) { Below = $"± {Printed.Whole(each.StandardError)}" });

    private static IEnumerable<Cell> Shares(Spread? spread) =>
        spread is null ? Enumerable.Repeat(Cell.Missing(Words.Of("common.not-known")), Figures) : Cells(spread, each => Share(each));

    private static IEnumerable<Cell> Cells(Spread spread, Func<Estimate, Cell> cell) =>
        [cell(spread.P10), cell(spread.P50) with { Tone = Tone.Strong }, cell(spread.P90), cell(spread.Mean)];
}
