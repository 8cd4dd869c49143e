using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Reporting.Chapters.Assumptions;

/// <summary>What each trial drew, with range, shape and source.</summary>
internal static class DrawnInputsAppendix
{
    public static Section Of(UncertaintyStudy study)
    {
        var inputs = study.Result.Plan.Inputs;
        var table = new Table
        {
            Caption = Words.Of("assumptions.drawn-inputs.what-the-trials-drew"),
            Columns =
            [
                new Column(Words.Of("assumptions.drawn-inputs.input"), Width: 30),
                new Column(Words.Of("assumptions.drawn-inputs.low"), true),
                new Column(Words.Of("assumptions.drawn-inputs.likely"), true),
                new Column(Words.Of("assumptions.drawn-inputs.high"), true),
                new Column(Words.Of("common.unit"), Width: 13),
                new Column(Words.Of("assumptions.drawn-inputs.shape"), Width: 10), new Column(Words.Of("common.source-date-and-grade"), Width: 28),
            ],
            Rows = [.. inputs.Select(RowOf)],
            Note = Words.Of("assumptions.drawn-inputs.note", ("correlations", Correlations(study))),
        };
        return new Section(
            ReportOutline.Drawn, Words.Of("assumptions.drawn-inputs.what-was-drawn"),
            Words.Of("assumptions.drawn-inputs.the-user-s", ("inputs", inputs.Length)), [table]);
    }

    /// <summary>The name of a shape.</summary>
    private static string Of(RangeShape shape) => shape switch
    {
        RangeShape.Pert => "PERT",
        RangeShape.Triangular => "triangular",
        RangeShape.Uniform => "uniform",
        RangeShape.Normal => "normal",
        RangeShape.LogNormal => "log-normal",
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "no such shape"),
    };

    private static string Correlations(UncertaintyStudy study)
    {
        var plan = study.Result.Plan;
        return plan.Correlations.IsEmpty
            ? Words.Of("assumptions.drawn-inputs.correlations")
            : Words.Of(
                "assumptions.drawn-inputs.correlations-drawn-together-rank",
                ("correlations", string.Join("; ", plan.Correlations.Select(each => Words.Of(
                    "assumptions.drawn-inputs.and",
                    ("label", Label(plan, each.A)),
                    ("label-2", Label(plan, each.B)),
                    ("rank", Printed.Number(each.Rank)))))));
    }

    private static string Label(SimulationPlan plan, string key) => Sentences.Of(plan.Inputs.First(each => each.Key == key).Label);

    private static Row RowOf(SimulationInput each) => new(
    [
        new Cell(Sentences.Of(each.Label)) { Below = each.Key },
        new Cell(AssumptionsChapter.Text(each.Range.Low), Tone.Quiet),
        new Cell(AssumptionsChapter.Text(each.Range.Likely), each.Provenance.IsPlaceholder ? Tone.Placeholder : Tone.Strong),
        new Cell(AssumptionsChapter.Text(each.Range.High), Tone.Quiet),
        new Cell(Sentences.Of(each.Unit.Words)),
        new Cell(Of(each.Range.Shape)),
        AssumptionsChapter.SourceOf(each.Provenance),
    ]);
}
