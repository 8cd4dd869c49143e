using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Finds the host that a row of another sheet names: at the same manager by its name, else by its name without or with its domain where one host alone
/// may be meant. Where several may, none is taken.
/// </summary>
internal sealed class HostIndex
{
    private readonly ILookup<string, Host> byName;
    private readonly ILookup<string, Host> byShortName;
    private readonly SortedDictionary<string, string> joined = new(StringComparer.OrdinalIgnoreCase);
    private readonly SortedDictionary<string, ImmutableArray<string>> ambiguous = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>An index of hosts.</summary>
    public HostIndex(ImmutableArray<Host> hosts)
    {
        byName = hosts.ToLookup(host => host.NameInSource, StringComparer.OrdinalIgnoreCase);
        byShortName = hosts.ToLookup(host => Short(host.NameInSource), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The host, or null where none is surely meant.</summary>
    /// <param name="name">Its name as the row has it.</param>
    /// <param name="manager">The row's manager, or null.</param>
    /// <param name="cluster">The row's cluster, or null.</param>
    /// <param name="datacenter">The row's data centre, or null.</param>
    public Host? Find(string? name, string? manager, string? cluster = null, string? datacenter = null)
    {
        if (name is null)
        {
            return null;
        }

        var same = Meant(byName[name]);
        if (same.Length > 0)
        {
            return Only(same);
        }

        // "esx-01" and "esx-01.example.org" may be one host; "esx-01.a.org" and "esx-01.b.org" are two.
        var alike = Meant(byShortName[Short(name)].Where(host => IsShort(name) != IsShort(host.NameInSource)));
        if (Only(alike) is not { } host)
        {
            return null;
        }

        joined.TryAdd(name, host.Name);
        return host;

        Host[] Meant(IEnumerable<Host> hosts)
        {
            Host[] here = [.. hosts.Where(each => HostIds.MayBeOne(each.VCenter, manager))];
            return here.Length < 2
                ? here
                : Narrowed(Narrowed(here, each => HostIds.MayBeOne(each.Datacenter, datacenter)), each => HostIds.MayBeOne(each.Cluster, cluster));
        }

        Host? Only(Host[] hosts)
        {
            if (hosts.Length > 1)
            {
                ambiguous.TryAdd(name, [.. hosts.Select(each => each.Name)]);
            }

            return hosts is [var only] ? only : null;
        }
    }

    /// <summary>Adds what is to be said of the names that were looked for.</summary>
    public void Conclude(SheetTable table, SheetColumn column, ReadingLog log)
    {
        if (joined.Count > 0)
        {
            log.Add(
                Severity.Note, "host-names-joined",
                Message.Of("host-names-joined", ("hosts", joined.Count), ("names", ReadingWords.Some([.. joined.Select(Joined)]))),
                table.Place with { Column = table.HeaderOf(column) }, Message.Of("host-names-joined.done"));
        }

        if (ambiguous.Count > 0)
        {
            log.Add(
                Severity.Warning, "host-names-ambiguous",
                Message.Of("host-names-ambiguous", ("hosts", ambiguous.Count), ("names", ReadingWords.Some([.. ambiguous.Select(MayBe)]))),
                table.Place with { Column = table.HeaderOf(column) }, Message.Of("host-names-ambiguous.done"),
                Message.Of("host-names-ambiguous.mend", ("sheet", table.Name)));
        }
    }

    private static Message Joined(KeyValuePair<string, string> names) => Message.Of("host-same", ("name", names.Key), ("other", names.Value));

    private static Message MayBe(KeyValuePair<string, ImmutableArray<string>> names) =>
        Message.Of("host-may-be", ("name", names.Key), ("others", Message.List(names.Value)));

    private static Host[] Narrowed(Host[] hosts, Func<Host, bool> may) => Array.FindAll(hosts, each => may(each)) is { Length: > 0 } fewer ? fewer : hosts;

    private static bool IsShort(string name) => !name.Contains('.', StringComparison.Ordinal);

    private static string Short(string name) => name.Split('.')[0];
}
