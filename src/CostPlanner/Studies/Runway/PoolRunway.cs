using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Studies.Runway;

/// <summary>Works out how long the hosts of a pool last.</summary>
internal static class PoolRunway
{
    private const int Decimals = 6;

    /// <summary>The runway of a pool.</summary>
    /// <param name="question">The pool with what it needs today; its terms keep all hosts and buy none.</param>
    /// <param name="models">The models that may be bought; the first is the next host.</param>
    /// <param name="outlooks">The growths.</param>
    /// <param name="seen">What it needed on the days of snapshots.</param>
    /// <param name="why">Why a growth is not known, or null.</param>
    /// <param name="months">How far it looks.</param>
    public static ClusterRunway Of(
        ClusterQuestion question,
        ImmutableArray<ServerModel> models,
        ImmutableArray<GrowthOutlook> outlooks,
        ImmutableArray<SeenNeed> seen,
        Message? why,
        int months)
    {
        var (needed, promised) = (PoolNeed.Of(question.Demands), PoolNeed.PromisedBy(question));
        var none = 0 switch
        {
            _ when question.Demands.IsEmpty => Message.Of("runway.no-vm"),
            _ when question.HostsToday is null => Message.Of("runway.hosts-not-known"),
            _ when question.Existing.IsEmpty => Message.Of("runway.no-host-known"),
            _ when question.Existing.Length <= question.Terms.Failures => Message.Of(
                "runway.too-few", ("hosts", question.Existing.Length), ("failures", question.Terms.Failures)),
            _ => null,
        };
        return new ClusterRunway(
            question.Cluster, question.Existing.Length, question.Terms.Failures, needed, promised, question.Terms.CpuUnit, seen,
            none is not null ? [] : [.. outlooks.Select(outlook => By(question, models, outlook, promised, months))], none ?? why);
    }

    private static RunwayOutlook By(ClusterQuestion question, ImmutableArray<ServerModel> models, GrowthOutlook outlook, PoolNeed promised, int months)
    {
        var search = new RunwaySearch(question, months);
        var ends = Ends(search, outlook);
        var needed = PoolNeed.Of(search.At(outlook, GrowthOutlook.Shares[1], ends.Middle ?? months).Demands);
        var limit = PoolNeed.Dimensions
            .Where(each => needed.Of(each) > 0 && needed.ShareOf(promised, each) is not null)
            .OrderByDescending(each => needed.ShareOf(promised, each))
            .Select(each => (Dimension?)each)
            .FirstOrDefault();
        return new RunwayOutlook(
            outlook, ends, limit, ends.Middle is { } month ? Why(search.At(outlook, GrowthOutlook.Shares[1], month)) : null,
            ends == new RunwayEnd(null, null, null) ? null : Next(question, models, outlook, months),
            [
                .. PoolNeed.Dimensions.Where(each => needed.Of(each) > 0 && promised.Of(each) > 0)
                    .Select(each => Course(each, search, outlook, promised, months)),
            ]);
    }

    private static RunwayEnd Ends(RunwaySearch search, GrowthOutlook outlook) =>
        new(
            search.FirstFailing(outlook, GrowthOutlook.Shares[2]),
            search.FirstFailing(outlook, GrowthOutlook.Shares[1]),
            search.FirstFailing(outlook, GrowthOutlook.Shares[0]));

    private static Message? Why(ClusterQuestion question)
    {
        var plan = ClusterPlacement.Plan(question);
        return 0 switch
        {
            _ when plan.Shortfalls is [var first, ..] => Message.Of("runway.shortfall", ("what", first.What), ("why", first.Why)),
            _ when plan.Misfits is [var first, ..] => Message.Of("runway.misfit", ("vm", first.Demand.Vm.Name), ("reason", first.Reason)),
            _ when plan.Holds => null,
            _ => Message.Of("runway.not-survived"),
        };
    }

    /// <summary>The pool with the next host: the first model that may be bought, else one like most hosts of today.</summary>
    private static NextHost? Next(ClusterQuestion question, ImmutableArray<ServerModel> models, GrowthOutlook outlook, int months)
    {
        var site = question.Existing[0].Site;
        var model = models.FirstOrDefault();
        var alike = question.Existing.GroupBy(server => (server.Sockets, server.CoresPerSocket, server.Memory, server.LocalStorage, server.PooledStorage))
            .OrderByDescending(kind => kind.Count())
            .First()
            .First();
        var server = model is not null
            ? question.Offer(model, 1, site) with { Bought = null }
            : alike with { Name = EstateServers.NewName(question.Cluster, 1) };
        Message next = model is not null
            ? model.Name
            : Message.Of(
                "runway.one-like", ("host", alike.Name), ("sockets", alike.Sockets), ("cores", alike.CoresPerSocket), ("gib", alike.Memory.GiB));
        return new NextHost(next, model?.Price, Ends(new RunwaySearch(question with { Existing = [.. question.Existing, server] }, months), outlook));
    }

    private static DimensionCourse Course(Dimension dimension, RunwaySearch search, GrowthOutlook outlook, PoolNeed promised, int months)
    {
        var (needed, still) = (PoolNeed.Of(search.At(outlook, GrowthOutlook.Shares[1], 0).Demands), search.Overhead);
        return new DimensionCourse(dimension, Shares(0), Shares(1), Shares(2));

        ImmutableArray<decimal> Shares(int index) =>
        [
            .. Enumerable.Range(0, months + 1).Select(month => outlook.At(month, GrowthOutlook.Shares[index]).Of(dimension)).Select(factor => decimal.Round(
                dimension == Dimension.Memory
                    ? ((needed.Of(dimension) - still.GiB) * factor + still.GiB) / promised.Of(dimension)
                    : needed.Of(dimension) * factor / promised.Of(dimension),
                Decimals)),
        ];
    }
}
