using System.Text.RegularExpressions;

namespace CostPlanner.Ingest.Tables;

/// <summary>
/// The vCenters, or other managers, of one file: rows name them by an id of their own, by their server, or by both. What a manager names, it names once;
/// two managers may give one name, and one id, to two things.
/// </summary>
internal sealed partial class VCenters(NameMask names)
{
    private readonly List<Known> all = [];

    /// <summary>Learns which id belongs to which server, so that sheets which have only one of them speak of the same.</summary>
    public void Learn(SheetTable? table, ManagerColumns columns)
    {
        foreach (var row in table?.Rows ?? [])
        {
            Of(row, columns);
        }
    }

    /// <summary>The manager of a row, as it is printed; null where the row does not say. An id that means nothing to a reader is printed as a number.</summary>
    public string? Of(SheetRow row, ManagerColumns columns)
    {
        var (id, server) = (row.Text(columns.Id), row.Text(columns.Server));
        if (id is null && server is null)
        {
            return null;
        }

        var found = (id is null ? null : all.Find(each => Same(each.Id, id)))
            ?? (server is null ? null : all.Find(each => Same(each.Server, server) && (id is null || each.Id is null)));
        if (found is null)
        {
            all.Add(found = new Known());
        }

        found.Id ??= id;
        found.Server ??= server;
        return Shown(found);
    }

    private string Shown(Known known)
    {
        var own = known.Server ?? (Uuid().IsMatch(known.Id!) ? null : known.Id);
        var shown = own is null ? FormattableString.Invariant($"vCenter {all.IndexOf(known) + 1}") : names.Name(own, "vcenter")!;
        var before = all.Take(all.IndexOf(known)).Count(other => own is not null && Same(other.Server ?? other.Id, own));
        return before == 0 ? shown : FormattableString.Invariant($"{shown} #{before + 1}");
    }

    private static bool Same(string? left, string? right) => left is not null && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^[0-9A-Fa-f]{8}-?(?:[0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}$", RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    private sealed class Known
    {
        public string? Id { get; set; }

        public string? Server { get; set; }
    }
}

/// <summary>The columns by which a row names its manager. Those that a sheet does not have are <see cref="SheetColumn.None"/>.</summary>
/// <param name="Id">The manager's own id (RVTools' VI SDK UUID).</param>
/// <param name="Server">The manager's server by name (RVTools' VI SDK Server).</param>
internal sealed record ManagerColumns(SheetColumn Id, SheetColumn Server)
{
    /// <summary>For a format that names none.</summary>
    public static readonly ManagerColumns None = new(SheetColumn.None, SheetColumn.None);

    /// <summary>The columns that the format has.</summary>
    public SheetColumn[] All => [.. new[] { Id, Server }.Where(column => column != SheetColumn.None)];
}
