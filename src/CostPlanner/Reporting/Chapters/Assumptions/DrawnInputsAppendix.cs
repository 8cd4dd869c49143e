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
            Caption = "What the trials drew",
            Columns =
            [
                new Column("Input", Width: 30), new Column("Low", true), new Column("Likely", true), new Column("High", true), new Column("Unit", Width: 13),
                new Column("Shape", Width: 10), new Column("Source, date and grade", Width: 28),
            ],
            Rows = [.. inputs.Select(RowOf)],
            Note = "PERT, triangular and uniform ranges end at low and high; of a normal or log-normal range they are the 5 % and 95 % quantiles. "
                + Correlations(study),
        };
        return new Section(
            ReportOutline.Drawn, "What was drawn",
            $"{Printed.Count(inputs.Length, "input")}: the user's own ranges first, then those of the assumptions that the scenario gives no value.", [table]);
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
            ? "No two inputs go together: each is drawn by itself."
            : $"Drawn together (rank correlation): "
                + $"{string.Join("; ", plan.Correlations.Select(each => $"{Label(plan, each.A)} and {Label(plan, each.B)} {Printed.Number(each.Rank)}"))}. "
                + "All others are drawn by themselves.";
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
