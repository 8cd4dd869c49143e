using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The CPU catalogue of the data folder: hosts/cpus.csv, one row for each CPU.</summary>
public static class CpuFile
{
    private const string Name = "hosts/cpus.csv";

    private static readonly ImmutableArray<string> Columns =
    [
        "name", "cores", "threads", "tdp_w", "specrate2017_int_pair", "specspeed2017_int", "idle_w", "full_w", "source", "source_date", "grade",
    ];

    /// <summary>Reads the CPUs; an error for each row that cannot be used, and for a name given twice.</summary>
    public static Reading<CpuCatalogue> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var models = ImmutableArray.CreateBuilder<CpuModel>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings))
        {
            if (Cpu(row) is not { } cpu)
            {
                continue;
            }

            if (!seen.Add(cpu.Name))
            {
                row.Refuse("name", "csv-twice", Message.Of("csv-twice.name", ("name", cpu.Name)), Message.Of("csv-twice.mend"));
            }

            models.Add(cpu);
        }

        return Reading<CpuCatalogue>.From(findings, () => new CpuCatalogue(models.ToImmutable()));
    }

    private static CpuModel? Cpu(DataRow row)
    {
        var cpu = new CpuModel(
            row.Text("name"),
            row.Whole("cores", least: 1),
            row.OptionalWhole("threads", least: 1),
            Watts(row, "tdp_w"),
            row.OptionalNumber("specrate2017_int_pair"),
            row.OptionalNumber("specspeed2017_int"),
            Watts(row, "idle_w"),
            Watts(row, "full_w"),
            row.Provenance());
        if (cpu.Full?.Watts < cpu.Idle?.Watts)
        {
            row.Refuse("full_w", "csv-range", Message.Of("csv-range.power"), Message.Of("csv-range.power.mend"));
        }

        return row.IsSound ? cpu : null;
    }

    private static Power? Watts(DataRow row, string column) => row.OptionalNumber(column) is { } watts ? new Power(watts) : null;
}
