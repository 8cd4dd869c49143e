using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Pages.Measurement;

/// <summary>The conditions of a run: the host, the plan's steps, the guest's files, QEMU's command line.</summary>
internal static class ConditionsTables
{
    public static IEnumerable<Block> Of(MeasurementConditions conditions)
    {
        yield return TableOf("The host", "Fact", conditions.Facts.Select(fact => (fact.Name, Sentences.Of(fact.Value))));
        yield return TableOf(
            "The run",
            "",
            [
                ("plan", conditions.Plan), ("seed", FormattableString.Invariant($"{conditions.Seed}")), ("QEMU", conditions.QemuVersion),
                .. conditions.Sha256.Select(file => ($"SHA-256 of {file.Key}", file.Value)),
                ("command line of the first guest", string.Join(' ', conditions.Argv)),
            ]);
        if (!conditions.Steps.IsEmpty)
        {
            yield return new Heading("Steps of the plan");
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
