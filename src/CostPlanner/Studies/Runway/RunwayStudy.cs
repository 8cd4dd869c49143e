using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Studies.Progress;

namespace CostPlanner.Studies.Runway;

/// <summary>When the hosts of today, or those that an option plans, do not suffice any more, pool by pool.</summary>
/// <param name="Option">On whose terms: its platform, overcommit and reserves.</param>
/// <param name="From">The day that months are counted from.</param>
/// <param name="Months">How far it looks.</param>
/// <param name="Rate">The yearly growth where it is a range; null where it is one figure.</param>
/// <param name="Snapshots">The days of the snapshots, with their files.</param>
/// <param name="Clusters">The pools, in the order of the plan.</param>
public sealed record RunwayStudy(
    ScenarioOption Option,
    DateOnly From,
    int Months,
    ValueRange? Rate,
    ImmutableArray<(DateOnly Day, string File)> Snapshots,
    ImmutableArray<ClusterRunway> Clusters)
{
    /// <summary>The longest that is looked ahead, in months.</summary>
    public const int MostMonths = 240;

    /// <summary>
    /// The month, counted from 0, whose planned hosts are looked at: the first after everything has moved, or 0 where nothing does; null for today's hosts.
    /// </summary>
    public int? PlannedFrom { get; init; }

    /// <summary>The study of the hosts that an option plans, of those that it retires none. It depends on nothing but its arguments.</summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="snapshots">The estate on several days; none to go by the rate alone.</param>
    /// <param name="option">The option.</param>
    /// <param name="months">How far it looks, 1 to 240; the horizon by default.</param>
    /// <param name="progress">Told how many pools are done.</param>
    /// <param name="token">Calls it off.</param>
    public static RunwayStudy OfPlan(
        CaseInputs inputs, SnapshotSeries snapshots, ScenarioOption option, int? months = null,
        IProgress<StudyProgress>? progress = null, CancellationToken token = default)
    {
        var own = inputs.Assumptions.With(inputs.Scenario.Assumptions).With(option.Assumptions);
        return OfPlan(inputs, snapshots, PlacedOption.Of(inputs, option, own, PlacedOption.Measured(inputs)), months, progress, token);
    }

    /// <summary>The same, of an option that is placed already.</summary>
    internal static RunwayStudy OfPlan(
        CaseInputs inputs, SnapshotSeries snapshots, PlacedOption placed, int? months, IProgress<StudyProgress>? progress, CancellationToken token)
    {
        var from = Math.Min(placed.TimelineOf(inputs).MoveOfVms?.Ends ?? 0, inputs.Scenario.HorizonMonths - 1);
        var plan = placed.Stages.Last(stage => stage.From <= from).Plan;
        return Of(inputs, snapshots, months, placed.Option, plan, progress, token) with { PlannedFrom = from };
    }

    /// <summary>The study of the hosts of today. It depends on nothing but its arguments.</summary>
    /// <param name="inputs">The case's inputs.</param>
    /// <param name="snapshots">The estate on several days; none to go by the rate alone.</param>
    /// <param name="months">How far it looks, 1 to 240; the horizon by default.</param>
    /// <param name="option">On whose terms; the baseline's by default.</param>
    /// <param name="progress">Told how many pools are done.</param>
    /// <param name="token">Calls it off.</param>
    public static RunwayStudy Of(
        CaseInputs inputs, SnapshotSeries snapshots, int? months = null, ScenarioOption? option = null,
        IProgress<StudyProgress>? progress = null, CancellationToken token = default) =>
        Of(inputs, snapshots, months, option, plan: null, progress, token);

    private static RunwayStudy Of(
        CaseInputs inputs, SnapshotSeries snapshots, int? months, ScenarioOption? option, EstatePlan? plan,
        IProgress<StudyProgress>? progress, CancellationToken token)
    {
        var scenario = inputs.Scenario;
        var far = months ?? Math.Min(MostMonths, scenario.HorizonMonths);
        ArgumentOutOfRangeException.ThrowIfLessThan(far, 1, nameof(months));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(far, MostMonths, nameof(months));
        var asked = option ?? scenario.Options.First(each => each.Id == scenario.Baseline);
        var own = inputs.Assumptions.With(scenario.Assumptions).With(asked.Assumptions);
        var measured = PlacedOption.Measured(inputs);
        var terms = PlacedOption.Terms(inputs, asked, own, measured) with { Policy = HostPolicy.KeepAll, NewHosts = [], Cost = null, Systems = [] };
        var rate = RateOf(scenario, asked, own);
        var bounds = KnownAssumptions.Of(AssumptionIds.Growth).Bounds;
        var byRate = GrowthOutlook.OfRate(
            share => Math.Clamp(rate is null ? (double)own.Of(AssumptionIds.Growth) : RateQuantile.At(rate, share), (double)bounds.Low, (double)bounds.High));
        ImmutableArray<ServerModel> models = [.. scenario.NewHosts.Select(inputs.Hosts.Find).OfType<ServerModel>()];
        var configured = Pools(inputs.Inventory, null).ToDictionary(pool => pool.Cluster, pool => PoolNeed.Of(pool.Demands), StringComparer.Ordinal);
        var seen = snapshots.Snapshots.Select(
            each => (
                each.Day,
                Pools: Pools(inputs.PlatformVms.Mark(each.Inventory, scenario.Keep), null).ToDictionary(
                    pool => pool.Cluster, pool => PoolNeed.Of(pool.Demands), StringComparer.Ordinal)))
            .ToList();
        var pools = Pools(inputs.Inventory, measured);
        var parts = new CountedParts(progress, StudyStage.Runway, pools.Length);
        return new RunwayStudy(asked, scenario.AsOf, far, rate, [.. snapshots.Snapshots.Select(each => (each.Day, each.File))], [.. pools.Select(Answer)]);

        ImmutableArray<ClusterQuestion> Pools(Inventory inventory, MeasuredEstate? sized) => EstatePlacement.Questions(
            inventory, EstateDemand.Of(inventory, scenario, asked.Platform, own, sized, terms.Reference, years: 0, asked), terms);

        ClusterRunway Answer(ClusterQuestion pool)
        {
            token.ThrowIfCancellationRequested();
            ImmutableArray<SeenNeed> needs = [
                .. seen.Where(each => each.Pools.TryGetValue(pool.Cluster, out var need) && need.Cpu > 0)
                    .Select(each => new SeenNeed(each.Day, each.Pools[pool.Cluster])),
            ];
            var trend = GrowthOutlook.OfSnapshots([.. needs.Select(each => (each.Day, each.Need))], configured[pool.Cluster], scenario.AsOf);
            var why = seen.Count > 0 && trend is null
                ? Message.Of("runway.too-few-snapshots", ("shown", needs.Length), ("snapshots", seen.Count), ("least", LogTrend.Least))
                : null;
            var asking = plan?.Clusters.FirstOrDefault(each => each.Cluster == pool.Cluster) is { } planned ? OnHostsOf(planned, pool) : pool;
            var answer = PoolRunway.Of(asking, models, trend is null ? [byRate] : [byRate, trend], needs, why, far);
            parts.Next();
            return answer;
        }
    }

    /// <summary>What is asked of a pool, on the hosts of its plan.</summary>
    private static ClusterQuestion OnHostsOf(ClusterPlan plan, ClusterQuestion pool) => pool with
    {
        HostsToday = plan.Servers.Length,
        Existing = [.. plan.Servers.Select(load => load.Server)],
        Terms = pool.Terms with { Rules = plan.Rules, Failures = plan.Failover.Failures },
        Storage = plan.Storage?.Rule,
    };

    /// <summary>
    /// The range of the yearly growth: the user's, for the option or for all; else that of the data folder, where the user gives no value; null for one figure.
    /// </summary>
    private static ValueRange? RateOf(Scenario scenario, ScenarioOption option, AssumptionSet own)
    {
        var given = new[] { $"{option.Id}.{AssumptionIds.Growth}", AssumptionIds.Growth }
            .Select(key => scenario.Uncertainty.Inputs.FirstOrDefault(input => input.Key == key)?.Range)
            .OfType<ValueRange>()
            .FirstOrDefault();
        var fixedByUser = scenario.Assumptions.Concat(option.Assumptions).Any(each => each.Id == AssumptionIds.Growth);
        var assumed = own[AssumptionIds.Growth];
        return 0 switch
        {
            _ when given is not null => given,
            _ when fixedByUser || !scenario.Uncertainty.UsesAssumedRanges || assumed.Low == assumed.High => null,
            _ => new ValueRange(assumed.Low, assumed.Likely, assumed.High),
        };
    }
}
