namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Tells which rows speak of one VM, and gives each VM an id of its own: the id within its manager, else the UUID, else the name; numbered where
/// that is taken.
/// </summary>
internal sealed class VmIds(VmKeys keys)
{
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly List<string> servers = [];
    private readonly Dictionary<(bool IsUuid, string Key), List<SheetRow>> seen = [];

    /// <summary>The earlier row of the same VM with the column that shows it, or null; the row is remembered.</summary>
    public (SheetRow Row, SheetColumn By)? Earlier(SheetRow row)
    {
        var (id, uuid) = (row.Text(keys.Id), row.Text(keys.Uuid));
        var earlier = (id is null ? null : Listed(false, id).Find(other => IsOneId(other, row)))
            ?? (uuid is null ? null : Listed(true, uuid).Find(other => IsOneUuid(other, row)));
        if (earlier is not null)
        {
            return (earlier, id is null || earlier.Text(keys.Id) is null ? keys.Uuid : keys.Id);
        }

        if (id is not null)
        {
            Listed(false, id).Add(row);
        }

        if (uuid is not null)
        {
            Listed(true, uuid).Add(row);
        }

        return null;
    }

    /// <summary>The id of the VM of that row. Those of a second manager in one file start with "vc2:".</summary>
    public string Next(SheetRow row, string name)
    {
        var wanted = row.Text(keys.Id) ?? row.Text(keys.Uuid) ?? name;
        var server = ServerNumber(row);
        var id = server > 1 ? FormattableString.Invariant($"vc{server}:{wanted}") : wanted;
        for (var i = 2; !taken.Add(id); i++)
        {
            id = FormattableString.Invariant($"{wanted}#{i}");
        }

        return id;
    }

    /// <summary>A manager gives an id once; where it is not said which manager, two of them may have given it, and then the UUIDs differ.</summary>
    private bool IsOneId(SheetRow left, SheetRow right) =>
        VmKeys.SameServer(left, keys, right, keys)
        && ((keys.ServerOf(left) is not null && keys.ServerOf(right) is not null)
            || left.Text(keys.Uuid) is not { } first || right.Text(keys.Uuid) is not { } second
            || string.Equals(first, second, StringComparison.OrdinalIgnoreCase));

    /// <summary>Where both rows have an id it decides, for copies may share a UUID.</summary>
    private bool IsOneUuid(SheetRow left, SheetRow right) =>
        VmKeys.SameServer(left, keys, right, keys) && (left.Text(keys.Id) is null || right.Text(keys.Id) is null);

    private List<SheetRow> Listed(bool isUuid, string text)
    {
        var key = (isUuid, text.ToUpperInvariant());
        if (!seen.TryGetValue(key, out var rows))
        {
            seen.Add(key, rows = []);
        }

        return rows;
    }

    private int ServerNumber(SheetRow row)
    {
        if (keys.ServerOf(row) is not { } server)
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
