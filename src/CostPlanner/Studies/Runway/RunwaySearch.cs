using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Runway;

/// <summary>Looks for the month in which the VMs of a pool find no place on its hosts any more with the failures asked for.</summary>
/// <remarks>
/// The answer of a month is a placement of every VM by name and the loss of every host tried; months are bisected. Need that was reached is kept, so
/// that what fails in a month fails in every later one.
/// </remarks>
/// <param name="question">The pool with its hosts of today, all of which stay.</param>
/// <param name="months">How far it looks, 1 and above.</param>
internal sealed class RunwaySearch(ClusterQuestion question, int months)
{
    private readonly ImmutableArray<ByteSize> overheads =
    [
        .. question.Demands.Select(vm => vm.IsRunning ? MemoryOverhead.Of(question.Terms.Platform, vm.Vm, question.Terms.Assumptions) : ByteSize.Zero),
    ];

    /// <summary>The hypervisor's memory beside all VMs, which does not grow.</summary>
    public ByteSize Overhead => overheads.Aggregate(ByteSize.Zero, (sum, each) => sum + each);

    /// <summary>The first month, 0 being today, at whose end the VMs find no place; null where they do to the end.</summary>
    public int? FirstFailing(GrowthOutlook outlook, double share)
    {
        if (!Holds(outlook, share, 0))
        {
            return 0;
        }

        if (Holds(outlook, share, months))
        {
            return null;
        }

        var (good, bad) = (0, months);
        while (bad - good > 1)
        {
            var middle = good + ((bad - good) / 2);
            (good, bad) = Holds(outlook, share, middle) ? (middle, bad) : (good, middle);
        }

        return bad;
    }

    /// <summary>The pool at the end of a month.</summary>
    public ClusterQuestion At(GrowthOutlook outlook, double share, int month)
    {
        var factors = Enumerable.Range(0, month + 1).Select(each => outlook.At(each, share)).Aggregate((left, right) => left.Or(right));
        return question with { Demands = [.. question.Demands.Zip(overheads, factors.Grown)] };
    }

    private bool Holds(GrowthOutlook outlook, double share, int month) => ClusterPlacement.Plan(At(outlook, share, month)).Holds;
}
