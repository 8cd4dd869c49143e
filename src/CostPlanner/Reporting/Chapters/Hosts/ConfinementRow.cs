using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Hosts;

/// <summary>Which guests an option keeps to which hosts, and what that saves, as a row above its licences.</summary>
internal static class ConfinementRow
{
    /// <summary>The row, or none where no guest is confined.</summary>
    public static IEnumerable<Row> Of(OptionCase option)
    {
        var sentences = option.Plan.Clusters
            .SelectMany(cluster => cluster.Confinements.Select(each => (
                each.Licence,
                Where: Words.Of(
                    "hosts.confinement-row.of-of",
                    ("hosts", Printed.Whole(each.Hosts.Length)),
                    ("servers", cluster.Servers.Length),
                    ("cluster", cluster.Cluster)))))
            .GroupBy(each => each.Licence, each => each.Where)
            .Select(group => Words.Of("hosts.confinement-row.sentences", ("key", group.Key), ("group", string.Join(", ", group))))
            .ToList();
        return sentences.Count == 0
            ? []
            : [new Row([new Cell(string.Join(" ", sentences), Tone.Quiet) { Below = Saving(option) }, Cell.Empty, Cell.Empty, Cell.Empty])];
    }

    private static string? Saving(OptionCase option) => option.SavedByConfinement switch
    {
        { Amount: > 0 } saved => Words.Of("hosts.confinement-row.saving", ("saved", Printed.Amount(saved))),
        { Amount: < 0 } saved => Words.Of("hosts.confinement-row.saving-free-to-run", ("saved", Printed.Amount(saved * -1))),
        _ => null,
    };
}
