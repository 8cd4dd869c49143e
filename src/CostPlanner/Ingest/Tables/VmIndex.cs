namespace CostPlanner.Ingest.Tables;

/// <summary>
/// Finds the row of the sheet of VMs that a row of another sheet speaks of: by its id, then by its UUID.
/// By name only where one of the sheets has no ids at all, and only a name that one VM alone has: names repeat, and people rename them in one sheet.
/// </summary>
internal sealed class VmIndex
{
    private readonly VmKeys keys;
    private readonly bool hasIds;
    private readonly ILookup<string, SheetRow> byId;
    private readonly ILookup<string, SheetRow> byUuid;
    private readonly ILookup<string, SheetRow> byName;

    /// <summary>An index over rows of the sheet of VMs.</summary>
    public VmIndex(IReadOnlyCollection<SheetRow> vms, VmKeys keys)
    {
        this.keys = keys;
        hasIds = vms.Any(row => row.Text(keys.Id) is not null || row.Text(keys.Uuid) is not null);
        byId = vms.Where(row => row.Text(keys.Id) is not null).ToLookup(row => row.Text(keys.Id)!, StringComparer.OrdinalIgnoreCase);
        byUuid = vms.Where(row => row.Text(keys.Uuid) is not null).ToLookup(row => row.Text(keys.Uuid)!, StringComparer.OrdinalIgnoreCase);
        byName = vms.ToLookup(row => row.Text(keys.Name)!, StringComparer.Ordinal);
    }

    /// <summary>The row of the sheet of VMs, or null where none is surely meant.</summary>
    /// <param name="row">A row of another sheet.</param>
    /// <param name="its">The key columns of that sheet.</param>
    public SheetRow? Find(SheetRow row, VmKeys its)
    {
        if (row.Text(its.Id) is { } id && byId.Contains(id))
        {
            return Only(byId[id].Where(vm => VmKeys.SameServer(vm, keys, row, its)));
        }

        if (row.Text(its.Uuid) is { } uuid && byUuid.Contains(uuid))
        {
            return Only(byUuid[uuid].Where(vm => VmKeys.SameServer(vm, keys, row, its)));
        }

        return ByName(row.Table, its) && row.Text(its.Name) is { } name ? Only(byName[name]) : null;
    }

    /// <summary>Whether rows of that sheet are found by name, for want of ids on one side.</summary>
    private bool ByName(SheetTable table, VmKeys its) => !hasIds || (!table.HasValues(its.Id) && !table.HasValues(its.Uuid));

    /// <summary>Whether rows are found by name although one of the two sheets has ids.</summary>
    public bool OnlyOneHasIds(SheetTable table, VmKeys its) => hasIds != (table.HasValues(its.Id) || table.HasValues(its.Uuid));

    private static SheetRow? Only(IEnumerable<SheetRow> rows)
    {
        SheetRow[] two = [.. rows.Take(2)];
        return two.Length == 1 ? two[0] : null;
    }
}
