using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Tells which rows speak of one host, and gives each host a name of its own. A manager has a host once, by its id; two hosts may bear one name, at two
/// managers or with two ids.
/// </summary>
internal static class HostIds
{
    private const int LongestId = 12;

    /// <summary>Whether a row speaks of a host that an earlier one speaks of.</summary>
    /// <param name="left">The host of one row, as its source names it.</param>
    /// <param name="leftId">Its id, or null.</param>
    /// <param name="right">That of the other.</param>
    /// <param name="rightId">Its id, or null.</param>
    public static bool IsOne(Host left, string? leftId, Host right, string? rightId) =>
        string.Equals(left.NameInSource, right.NameInSource, StringComparison.OrdinalIgnoreCase)
        && MayBeOne(left.VCenter, right.VCenter)
        && MayBeOne(leftId, rightId)
        && ((leftId is not null && rightId is not null) || (MayBeOne(left.Datacenter, right.Datacenter) && MayBeOne(left.Cluster, right.Cluster)));

    /// <summary>The hosts, each by a name that no other has.</summary>
    public static ImmutableArray<Host> Named(IReadOnlyList<(Host Host, string? Id)> hosts)
    {
        var names = ShownNames.Of([.. hosts.Select(each => (each.Host.Name, Behind(each.Host, Printable(each.Id))))]);
        return [.. hosts.Zip(names, (each, name) => name == each.Host.Name ? each.Host : each.Host with { Name = name, NameInSource = each.Host.Name })];
    }

    /// <summary>Whether two values may mean one thing: they are the same, or one is not known.</summary>
    public static bool MayBeOne(string? left, string? right) => left is null || right is null || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string?[][] Behind(Host host, string? id) =>
        [[host.Datacenter], [host.Datacenter, host.VCenter], [host.Cluster], [id], [host.Datacenter, host.VCenter, id]];

    /// <summary>A short id, as vCenter gives it (host-12); a long one means nothing to a reader.</summary>
    private static string? Printable(string? id) =>
        id is { Length: <= LongestId } && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? id : null;
}
