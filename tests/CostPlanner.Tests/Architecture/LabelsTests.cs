using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Ingest;

namespace CostPlanner.Tests.Architecture;

/// <summary>What the data folder names by ids has a label in Reporting/Text; the data keep values, sources and notes.</summary>
public sealed class LabelsTests
{
    private static readonly string[] Starts = [Labels.Assumption, Labels.Feature, Labels.Plausible, Labels.StoragePolicy];

    private static readonly Catalogues Known = Catalogues.Read(DataFolder.Committed).Value!;

    /// <summary>The ids of the ranges by which columns are judged; the program holds that file itself.</summary>
    private static IEnumerable<string> Measures =>
        File.ReadLines(Path.Combine(DataFolder.Committed, "inventories", "plausible-ranges.csv")).Skip(1).Select(line => line.Split(',')[0]);

    [Fact]
    public void Each_id_of_the_data_has_a_label_and_no_other_has() => Assert.Equal(
        Known.Features.Features.Select(feature => Labels.Feature + feature.Name)
            .Concat(KnownAssumptions.All.Select(key => Labels.Assumption + key.Id))
            .Concat(Known.Policies.All.Select(policy => Labels.StoragePolicy + policy.Id))
            .Concat(Measures.Select(id => Labels.Plausible + id))
            .Order(StringComparer.Ordinal),
        Language.English.Words.Keys.Where(IsLabel).Order(StringComparer.Ordinal));

    [Fact]
    public void A_label_that_no_language_has_is_the_id_itself()
    {
        Assert.Equal("Snapshots", Labels.OfFeature("snapshots").Words());
        Assert.Equal("gpu-sharing", Labels.OfFeature("gpu-sharing").Words());
    }

    [Fact]
    public void A_row_that_brings_its_own_label_keeps_it()
    {
        using var data = new DataFolder().With(
            "assumptions/a.csv",
            "id,label,unit,low,likely,high,source,source_date,grade",
            "growth,Growth as our board sees it,share per year,0,0.1,0.2,A page,2024,B",
            "pue,,ratio,1,1.2,2,A page,2024,B");
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var rows = DataFile.Rows(data.Root, "assumptions/a.csv", ["id"], findings, closed: false, DataRow.LabelColumn);

        Assert.Equal(
            ["Growth as our board sees it", Labels.OfAssumption("pue").Words()],
            rows.Select(row => row.LabelOr(Labels.OfAssumption(row.Text("id"))).Words()));
    }

    /// <summary>Whether the words are those of a label, whose id is made of what the data say.</summary>
    internal static bool IsLabel(string id) => Starts.Any(start => id.StartsWith(start, StringComparison.Ordinal));
}
