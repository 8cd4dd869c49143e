using CostPlanner.Ingest.Workbooks;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>Gives each VM an id of its own: the VM ID, else the UUID, else the name; numbered where that is taken.</summary>
internal sealed class VmIds
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<string> servers = [];

    /// <summary>The id of the VM of that row. Those of a second vCenter in one file start with "vc2:".</summary>
    public string Next(SheetRow row, string name)
    {
        var wanted = row.Text(VmIndex.Id) ?? row.Text(VmIndex.Uuid) ?? name;
        var server = ServerNumber(row);
        var id = server > 1 ? FormattableString.Invariant($"vc{server}:{wanted}") : wanted;
        for (var i = 2; !taken.Add(id); i++)
        {
            id = FormattableString.Invariant($"{wanted}#{i}");
        }

        return id;
    }

    private int ServerNumber(SheetRow row)
    {
        if (row.Text(VmIndex.Server) is not { } server)
        {
            return 1;
        }

        if (!servers.Contains(server, StringComparer.OrdinalIgnoreCase))
        {
            servers.Add(server);
        }

        return servers.FindIndex(known => string.Equals(known, server, StringComparison.OrdinalIgnoreCase)) + 1;
    }
}
