using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The servers for sale of the data folder: hosts/models.csv, one row for each configuration.</summary>
public static class ServerModelFile
{
    private const string Name = "hosts/models.csv";

    private const int MbpsInGbps = 1000;

    private static readonly ImmutableArray<string> Columns =
    [
        "id", "name", "cpu", "sockets", "cores_per_socket", "threads_per_core", "memory_gib", "local_storage_gib", "iops", "network_gbps",
        "price", "currency", "rack_units", "valid_from", "valid_to", "source", "source_date", "grade",
    ];

    /// <summary>Reads the servers; an error for each row that cannot be used, and for an id given twice.</summary>
    public static Reading<HostCatalogue> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var models = ImmutableArray.CreateBuilder<ServerModel>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings))
        {
            if (Model(row) is not { } model)
            {
                continue;
            }

            if (!seen.Add(model.Id))
            {
                row.Refuse("id", "csv-twice", Message.Of("csv-twice.id", ("id", model.Id)), Message.Of("csv-twice.mend"));
            }

            models.Add(model);
        }

        return Reading<HostCatalogue>.From(findings, () => new HostCatalogue(models.ToImmutable()));
    }

    private static ServerModel? Model(DataRow row)
    {
        var (from, to) = row.Validity();
        var model = new ServerModel
        {
            Id = row.Text("id"),
            Name = row.Text("name"),
            Cpu = row.Text("cpu"),
            Sockets = row.Whole("sockets", least: 1),
            CoresPerSocket = row.Whole("cores_per_socket", least: 1),
            ThreadsPerCore = row.Whole("threads_per_core", least: 1, most: 2),
            Memory = ByteSize.FromGiB(row.Whole("memory_gib", least: 1)),
            LocalStorage = ByteSize.FromGiB(row.Whole("local_storage_gib")),
            Iops = row.OptionalNumber("iops"),
            NetworkMbps = row.OptionalNumber("network_gbps") * MbpsInGbps,
            Price = row.Price(),
            RackUnits = row.Whole("rack_units", least: 1),
            ValidFrom = from,
            ValidTo = to,
            Provenance = row.Provenance(),
        };
        return row.IsSound ? model : null;
    }
}
