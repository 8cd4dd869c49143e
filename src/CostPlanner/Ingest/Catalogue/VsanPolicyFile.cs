using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>The storage policies of the data folder: hosts/vsan-policies.csv, one row for each.</summary>
public static class VsanPolicyFile
{
    private const string Name = "hosts/vsan-policies.csv";

    private static readonly ImmutableArray<string> Columns = ["id", "copies", "overhead", "least_hosts", "failures", "source", "source_date", "grade"];

    /// <summary>Reads the policies; an error for each row that cannot be used, and for an id given twice. A data folder without the file knows none.</summary>
    public static Reading<StoragePolicies> Read(string dataFolder)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        if (!File.Exists(Path.Combine(dataFolder, Name)))
        {
            return new Reading<StoragePolicies>(StoragePolicies.None, []);
        }

        var policies = ImmutableArray.CreateBuilder<StoragePolicy>();
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings, closed: false, DataRow.LabelColumn))
        {
            var id = row.Text("id");
            var policy = new StoragePolicy(
                id,
                row.LabelOr(Labels.OfStoragePolicy(id)),
                row.Number("copies", least: 1),
                row.OptionalNumber("overhead", most: 1) ?? 0,
                (int)row.Whole("least_hosts", least: 1),
                (int)row.Whole("failures"),
                row.Provenance());
            if (row.IsSound && policies.Any(other => other.Id == policy.Id))
            {
                row.Refuse("id", "csv-twice", Message.Of("csv-twice.id", ("id", policy.Id)), Message.Of("csv-twice.mend"));
            }

            if (row.IsSound)
            {
                policies.Add(policy);
            }
        }

        return Reading<StoragePolicies>.From(findings, () => new StoragePolicies(policies.ToImmutable()));
    }
}
