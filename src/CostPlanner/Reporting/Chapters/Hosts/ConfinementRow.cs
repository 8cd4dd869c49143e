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
                Where: $"{Printed.Whole(each.Hosts.Length)} of {Printed.Count(cluster.Servers.Length, "host")} of {cluster.Cluster}")))
            .GroupBy(each => each.Licence, each => each.Where)
            .Select(group => $"Guests with {group.Key} are kept to {string.Join(", ", group)}.")
            .ToList();
        return sentences.Count == 0
            ? []
            : [new Row([new Cell(string.Join(" ", sentences), Tone.Quiet) { Below = Saving(option) }, Cell.Empty, Cell.Empty, Cell.Empty])];
    }

    private static string? Saving(OptionCase option) => option.SavedByConfinement switch
    {
        { Amount: > 0 } saved => $"Free to run on every host of their clusters, their licences would cost {Printed.Amount(saved)} more.",
        { Amount: < 0 } saved => $"Free to run on every host of their clusters, their licences would cost {Printed.Amount(saved * -1)} less.",
        _ => null,
    };
}
