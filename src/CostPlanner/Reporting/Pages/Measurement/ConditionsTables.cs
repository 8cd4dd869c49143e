using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>The conditions of a run: the host, the plan's steps, the guest's files, QEMU's command line.</summary>
internal static class ConditionsTables
{
    public static IEnumerable<Block> Of(MeasurementConditions conditions)
    {
        yield return TableOf(
            Words.Of("measurement.conditions.the-host"),
            Words.Of("measurement.conditions.fact"),
            conditions.Facts.Select(fact => (fact.Name, Sentences.Of(fact.Value))));
        yield return TableOf(
            Words.Of("measurement.conditions.the-run"),
            "",
            [
                ("plan", conditions.Plan), ("seed", FormattableString.Invariant($"{conditions.Seed}")), ("QEMU", conditions.QemuVersion),
                .. conditions.Sha256.Select(file => (Words.Of("measurement.conditions.sha-256-of", ("key", file.Key)), file.Value)),
                (Words.Of("measurement.conditions.command-line-of"), string.Join(' ', conditions.Argv)),
            ]);
        if (!conditions.Steps.IsEmpty)
        {
            yield return new Heading(Words.Of("measurement.conditions.steps-of-the-plan"));
            yield return new Points([.. conditions.Steps.Select(Sentences.Of)]);
        }
    }

    private static Table TableOf(string caption, string title, IEnumerable<(string Name, string Value)> facts) => new()
    {
        Caption = caption,
        Columns = [new Column(title, Width: 26), new Column("")],
        Rows = [.. facts.Select(fact => new Row([new Cell(fact.Name, Tone.Quiet), new Cell(fact.Value)]))],
    };
}
