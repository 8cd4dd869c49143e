namespace CostPlanner.Ingest.Workbooks;

/// <summary>The columns by which a row of any sheet says of which VM it speaks. Those that a sheet does not have are <see cref="Column.None"/>.</summary>
/// <param name="Name">The VM's name.</param>
/// <param name="Id">The id within one manager (RVTools' VM ID).</param>
/// <param name="Uuid">The id that tells VMs of several managers apart.</param>
/// <param name="Server">The manager's own id (RVTools' VI SDK UUID).</param>
internal sealed record VmKeys(Column Name, Column Id, Column Uuid, Column Server)
{
    /// <summary>The columns that the sheet has.</summary>
    public Column[] All => [.. new[] { Name, Id, Uuid, Server }.Where(column => column != Column.None)];

    /// <summary>Whether two rows may come from one manager: they name the same, or one names none.</summary>
    public static bool SameServer(SheetRow left, VmKeys leftKeys, SheetRow right, VmKeys rightKeys) =>
        left.Text(leftKeys.Server) is not { } first || right.Text(rightKeys.Server) is not { } second || string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
