using CostPlanner.Ingest.Workbooks;

namespace CostPlanner.Ingest.Rvtools;

/// <summary>
/// Finds the row of vInfo that a row of another sheet speaks of: by VM ID, then by VM UUID.
/// By name only where neither sheet has ids, and only a name that one VM alone has: names repeat, and people rename them in one sheet.
/// </summary>
internal sealed class VmIndex
{
    /// <summary>The VM's name, in every sheet about VMs.</summary>
    public static readonly Column Name = new("VM");

    /// <summary>The managed object id: unique within one vCenter.</summary>
    public static readonly Column Id = new("VM ID");

    /// <summary>The VM's instance UUID.</summary>
    public static readonly Column Uuid = new("VM UUID");

    /// <summary>The vCenter's UUID.</summary>
    public static readonly Column Server = new("VI SDK UUID", "vCenter UUID");

    private readonly bool hasIds;
    private readonly ILookup<string, SheetRow> byId;
    private readonly ILookup<string, SheetRow> byUuid;
    private readonly ILookup<string, SheetRow> byName;

    /// <summary>An index over rows of vInfo.</summary>
    public VmIndex(IReadOnlyCollection<SheetRow> vms)
    {
        hasIds = vms.Any(row => row.Text(Id) is not null || row.Text(Uuid) is not null);
        byId = vms.Where(row => row.Text(Id) is not null).ToLookup(row => row.Text(Id)!, StringComparer.OrdinalIgnoreCase);
        byUuid = vms.Where(row => row.Text(Uuid) is not null).ToLookup(row => row.Text(Uuid)!, StringComparer.OrdinalIgnoreCase);
        byName = vms.ToLookup(row => row.Text(Name)!, StringComparer.Ordinal);
    }

    /// <summary>The row of vInfo, or null where none is surely meant.</summary>
    public SheetRow? Find(SheetRow row)
    {
        var id = row.Text(Id);
        var uuid = row.Text(Uuid);
        if (id is not null && byId.Contains(id))
        {
            return Only(byId[id].Where(vm => SameServer(vm, row)));
        }

        if (uuid is not null && byUuid.Contains(uuid))
        {
            return Only(byUuid[uuid].Where(vm => SameServer(vm, row)));
        }

        var byNameOnly = !hasIds && !row.Table.HasValues(Id) && !row.Table.HasValues(Uuid);
        return byNameOnly && row.Text(Name) is { } name ? Only(byName[name]) : null;
    }

    /// <summary>Whether two rows may come from one vCenter: they name the same, or one names none.</summary>
    public static bool SameServer(SheetRow left, SheetRow right) =>
        left.Text(Server) is not { } first || right.Text(Server) is not { } second || string.Equals(first, second, StringComparison.OrdinalIgnoreCase);

    private static SheetRow? Only(IEnumerable<SheetRow> rows)
    {
        SheetRow[] two = [.. rows.Take(2)];
        return two.Length == 1 ? two[0] : null;
    }
}
