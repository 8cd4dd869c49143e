using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Findings;

/// <summary>What the inventory does not tell and the answer depends on: the first page names it beside the figures.</summary>
internal static class Unknowns
{
    private const int Named = 6;

    /// <summary>One sentence or two for each kind of figure that is not known, and those findings that the first page has to repeat.</summary>
    public static IEnumerable<string> Of(CaseStudy result)
    {
        var inventory = result.Inputs.Inventory;
        if (!inventory.AreHostsKnown)
        {
            yield return Words.Of("findings.unknowns.hosts-of-today", ("because", Because(inventory)));
        }
        else if (result.Baseline.Plan.HostsToday is null)
        {
            var clusters = result.Baseline.Plan.Clusters.Where(cluster => cluster.HostsToday is null).Select(cluster => cluster.Cluster).ToList();
            yield return Words.Of("findings.unknowns.hosts-of-today-not-known-for", ("names", Names(clusters)));
        }

        var undescribed = inventory.Hosts.Where(host => !host.IsDescribed).Select(host => host.Name).ToList();
        if (undescribed.Count > 0)
        {
            yield return Words.Of(
                "findings.unknowns.of-without-known",
                ("undescribed", undescribed.Count),
                ("hosts", Printed.Whole(inventory.Hosts.Length)),
                ("names", Names(undescribed)),
                ("undescribed-2", undescribed.Count == 1 ? Words.Of("findings.unknowns.it-costs") : Words.Of("findings.unknowns.they-cost")));
        }

        var unsized = inventory.UnsizedVms.Where(vm => !vm.IsTemplate).Select(vm => vm.Name).ToList();
        if (unsized.Count > 0)
        {
            yield return Words.Of("findings.unknowns.of-unknown-size", ("unsized", unsized.Count), ("names", Names(unsized)));
        }

        var running = result.Baseline.Demand.Running;
        if (running.Count(each => each.Vm.Power == PowerState.Unknown) is > 0 and var unclear)
        {
            yield return Words.Of(
                "findings.unknowns.of-the-counted",
                ("unclear", unclear),
                ("running", Printed.Whole(running.Length)),
                ("unclear-2", unclear == 1 ? Words.Of("findings.unknowns.has-a-power") : Words.Of("findings.unknowns.have-power-states")));
        }

        var moved = running.Select(each => each.Vm).Concat(result.Baseline.Demand.NotRunning).ToList();
        if (moved.Count(vm => vm is { Disk: null, DiskInUse: null }) is > 0 and var diskless)
        {
            var holes = result.Options.Any(option => option.Timeline.Move?.DependsOnUnknownDisks == true);
            yield return Words.Of(
                "findings.unknowns.of-whose-disks",
                ("diskless", diskless),
                ("moved", Printed.Whole(moved.Count)),
                ("holes", holes ? Words.Of("findings.unknowns.and-what-leaving") : "."));
        }

        foreach (var finding in result.Findings.Where(finding => finding.IsOnFirstPage))
        {
            yield return $"{Sentences.Whole(finding.Message)} {Sentences.Whole(finding.Done)}".TrimEnd();
        }
    }

    /// <summary>Why the hosts are not known, in brackets, or nothing.</summary>
    private static string Because(Inventory inventory) => inventory.WhyHostsUnknown is { } why ? $" ({Sentences.Of(why)})" : "";

    private static string Names(List<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? Words.Of("findings.unknowns.and-more", ("names", names.Count - Named)) : "");
}
