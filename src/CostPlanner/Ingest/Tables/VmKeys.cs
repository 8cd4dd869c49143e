namespace CostPlanner.Ingest.Tables;

/// <summary>The columns by which a row of any sheet says of which VM it speaks. Those that a sheet does not have are <see cref="SheetColumn.None"/>.</summary>
/// <param name="Name">The VM's name.</param>
/// <param name="Id">The id within one manager (RVTools' VM ID).</param>
/// <param name="Uuid">The id that tells VMs of several managers apart.</param>
/// <param name="Server">The manager's own id (RVTools' VI SDK UUID).</param>
internal sealed record VmKeys(SheetColumn Name, SheetColumn Id, SheetColumn Uuid, SheetColumn Server)
{
    /// <summary>The manager's server by name (RVTools' VI SDK Server), for a sheet that does not have its id.</summary>
    public SheetColumn ServerName { get; init; } = SheetColumn.None;

    /// <summary>The columns that the sheet has.</summary>
    public SheetColumn[] All => [.. new[] { Name, Id, Uuid, Server, ServerName }.Where(column => column != SheetColumn.None)];

    /// <summary>The manager that a row names, by its id or else its server; null where it names none.</summary>
    public string? ServerOf(SheetRow row) => row.Text(Server) ?? row.Text(ServerName);

    /// <summary>Whether two rows may come from one manager: they name the same, or one names none.</summary>
    public static bool SameServer(SheetRow left, VmKeys leftKeys, SheetRow right, VmKeys rightKeys) =>
        leftKeys.ServerOf(left) is not { } first
            || rightKeys.ServerOf(right) is not { } second
            || string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
}
