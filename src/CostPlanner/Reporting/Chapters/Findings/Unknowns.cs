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
            yield return $"Hosts of today: not known{Because(inventory)}. Nothing is compared with them; for what they cost until VMs have moved, as many "
                + "stand in as the plan needs.";
        }
        else if (result.Baseline.Plan.HostsToday is null)
        {
            var clusters = result.Baseline.Plan.Clusters.Where(cluster => cluster.HostsToday is null).Select(cluster => cluster.Cluster).ToList();
            yield return $"Hosts of today: not known for {Names(clusters)}. How many there are in all is not known either; for what they cost until VMs have "
                + "moved, as many stand in as the plan needs there.";
        }

        var undescribed = inventory.Hosts.Where(host => !host.IsDescribed).Select(host => host.Name).ToList();
        if (undescribed.Count > 0)
        {
            yield return $"{Printed.Count(undescribed.Count, "host")} of {Printed.Whole(inventory.Hosts.Length)} without known sockets, cores or memory: "
                + $"{Names(undescribed)}. No VM is placed there; for what {(undescribed.Count == 1 ? "it costs" : "they cost")} until VMs have moved, the "
                + "largest known host stands in.";
        }

        var unsized = inventory.UnsizedVms.Where(vm => !vm.IsTemplate).Select(vm => vm.Name).ToList();
        if (unsized.Count > 0)
        {
            yield return $"{Printed.Count(unsized.Count, "VM")} of unknown size, carried and paid for in no option, so that every total is too low by them: "
                + $"{Names(unsized)}.";
        }

        var running = result.Baseline.Demand.Running;
        if (running.Count(each => each.Vm.Power == PowerState.Unknown) is > 0 and var unclear)
        {
            yield return $"{Printed.Count(unclear, "VM")} of the {Printed.Whole(running.Length)} counted as running "
                + $"{(unclear == 1 ? "has a power state that is" : "have power states that are")} not known.";
        }

        var moved = running.Select(each => each.Vm).Concat(result.Baseline.Demand.NotRunning).ToList();
        if (moved.Count(vm => vm is { Disk: null, DiskInUse: null }) is > 0 and var diskless)
        {
            var holes = result.Options.Any(option => option.Timeline.Move?.DependsOnUnknownDisks == true);
            yield return $"{Printed.Count(diskless, "VM")} of {Printed.Whole(moved.Count)} whose disks are not known: sums of disks are lower bounds"
                + (holes ? ", and what leaving costs is not known, for copying them may take longer." : ".");
        }

        foreach (var finding in result.Findings.Where(finding => finding.IsOnFirstPage))
        {
            var done = finding.Done is { } message ? Sentences.Of(message) : null;
            yield return $"{Wording.Capital(Sentences.Of(finding.Message))}{(done is null ? "" : $": {char.ToLowerInvariant(done[0])}{done[1..]}")}.";
        }
    }

    /// <summary>Why the hosts are not known, in brackets, or nothing.</summary>
    private static string Because(Inventory inventory) => inventory.WhyHostsUnknown is { } why ? $" ({Sentences.Of(why)})" : "";

    private static string Names(List<string> names) =>
        string.Join(", ", names.Take(Named)) + (names.Count > Named ? FormattableString.Invariant($" and {names.Count - Named} more") : "");
}
