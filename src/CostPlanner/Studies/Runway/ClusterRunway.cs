using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Runway;

/// <summary>The month in which it ends, for futures of fast, middling and slow growth; 0 is today, null is beyond what was looked at.</summary>
/// <param name="Early">One future in ten ends no later (P10).</param>
/// <param name="Middle">Half of them end no later (P50).</param>
/// <param name="Late">Nine in ten end no later (P90).</param>
public sealed record RunwayEnd(int? Early, int? Middle, int? Late);

/// <summary>How full a dimension is at the end of each month, month 0 first, as a share of what the hosts may promise with the failures asked for.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Low">What one future in ten does not pass.</param>
/// <param name="Middle">What half of them do not pass.</param>
/// <param name="High">What nine in ten do not pass.</param>
public sealed record DimensionCourse(Dimension Dimension, ImmutableArray<decimal> Low, ImmutableArray<decimal> Middle, ImmutableArray<decimal> High);

/// <summary>What one more host buys.</summary>
/// <param name="Host">The model, or a host of today that it is like.</param>
/// <param name="Price">The price of the model; null where it has none, or is a host like those of today.</param>
/// <param name="Ends">The month in which it ends with it.</param>
public sealed record NextHost(Message Host, Money? Price, RunwayEnd Ends);

/// <summary>How long a pool's hosts last, by one growth.</summary>
/// <param name="Growth">The growth.</param>
/// <param name="Ends">The month in which the proof fails.</param>
/// <param name="Limit">The dimension that is fullest then; null where nothing is needed.</param>
/// <param name="Why">Why it fails then, in a sentence; null where it does not by middling growth.</param>
/// <param name="Next">What the next host buys; null where the pool lasts, or has no host to be alike.</param>
/// <param name="Courses">How full it gets.</param>
public sealed record RunwayOutlook(
    GrowthOutlook Growth, RunwayEnd Ends, Dimension? Limit, Message? Why, NextHost? Next, ImmutableArray<DimensionCourse> Courses);

/// <summary>What a pool needed on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Need">What its running VMs needed as they were configured.</param>
public sealed record SeenNeed(DateOnly Day, PoolNeed Need);

/// <summary>How long a pool's hosts last.</summary>
/// <param name="Cluster">The pool.</param>
/// <param name="Hosts">Its hosts of today on which something can be promised.</param>
/// <param name="Failures">Hosts that may fail at once.</param>
/// <param name="Needed">What its VMs need today.</param>
/// <param name="Promised">What its hosts may promise with so many of the largest lost.</param>
/// <param name="Unit">What CPU is counted in.</param>
/// <param name="Seen">What it needed on the days of snapshots.</param>
/// <param name="Outlooks">By each growth that is known; empty where there is no answer.</param>
/// <param name="WhyNone">Why there is no answer, or none by snapshots; null where there is.</param>
public sealed record ClusterRunway(
    string Cluster, int Hosts, int Failures, PoolNeed Needed, PoolNeed Promised, CpuUnit Unit,
    ImmutableArray<SeenNeed> Seen, ImmutableArray<RunwayOutlook> Outlooks, Message? WhyNone)
{
    /// <summary>The answer to plan by: by snapshots where there are enough, else by the rate; null where there is none.</summary>
    public RunwayOutlook? Planned => Outlooks.OrderByDescending(each => each.Growth.Source == GrowthSource.Snapshots).FirstOrDefault();
}
