using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class FeatureMatrixFileTests
{
    private const string File = "prices/feature-matrix.csv";
    private const string Header = "id,live-migration,hot-add,source,source_date,grade,note";

    private static readonly PriceBook Known = new([Estate.Row("a-product", "core", 1), Estate.Row("b-product", "core", 1)]);

    [Fact]
    public void The_committed_matrix_can_be_read()
    {
        var reading = FeatureMatrixFile.Read(DataFolder.Committed, PriceFiles.Read(DataFolder.Committed).Value);
        Assert.Empty(reading.Findings);
        Assert.Equal(8, reading.Value!.Features.Length);
    }

    [Fact]
    public void Every_committed_option_of_a_platform_has_a_row_for_what_it_licenses()
    {
        var known = Catalogues.Read(DataFolder.Committed).Value!;
        Assert.All(["vmware-vsphere5-standard", "vmware-vvf-3y", "rhev-3-standard", "proxmox-ve-standard", "xenserver-6.2-annual"], product => Assert.NotNull(known.Features.Find(product)));
    }

    [Theory]
    [InlineData("vmware-vsphere5-standard", "high-availability", FeatureState.Yes)]
    [InlineData("vmware-vsphere5-standard", "load-balancing", FeatureState.No)]
    [InlineData("vmware-vsphere5-enterprise", "load-balancing", FeatureState.Yes)]
    [InlineData("vmware-vsphere5-enterprise", "distributed-switch", FeatureState.No)]
    [InlineData("vmware-vsphere5-enterprise-plus", "distributed-switch", FeatureState.Yes)]
    [InlineData("rhev-3-standard", "load-balancing", FeatureState.Yes)]
    public void A_committed_cell_says_what_its_source_says(string product, string feature, FeatureState state) =>
        Assert.Equal(state, Catalogues.Read(DataFolder.Committed).Value!.Features.Find(product)!.Features.Of(feature));

    [Fact]
    public void A_row_is_read_field_by_field()
    {
        using var data = Planted(Header, "a-product,yes,,A page,2024,B,as of 3.1", "b-product,no,yes,A page,2024,B,");
        var matrix = FeatureMatrixFile.Read(data.Root, Known).Value!;
        var row = matrix.Find("a-product")!;

        Assert.Equal([new Feature("live-migration", "Live migration"), new Feature("hot-add", "Hot-add")], matrix.Features);
        Assert.Equal((FeatureState.Yes, FeatureState.Unknown, "as of 3.1"), (row.Features.Of("live-migration"), row.Features.Of("hot-add"), row.Note));
        Assert.Equal(new Provenance("A page", "2024", Grade.B, "prices/feature-matrix.csv, row 2"), row.Provenance);
        Assert.Equal(FeatureState.No, matrix.Find("b-product")!.Features.Of("live-migration"));
        Assert.Null(matrix.Find("c-product"));
    }

    [Theory]
    [InlineData("c-product,yes,,A page,2024,B,", "unknown-product", "id", "Did you mean \"a-product\"?")]
    [InlineData("a-product,maybe,,A page,2024,B,", "csv-word", "live-migration", "\"maybe\"")]
    [InlineData("a-product,Yes,,A page,2024,B,", "csv-word", "live-migration", "\"Yes\"")]
    [InlineData(",yes,,A page,2024,B,", "csv-blank", "id", "blank")]
    [InlineData("a-product,yes,,,2024,B,", "csv-blank", "source", "blank")]
    [InlineData("a-product,yes,,A page,2024,Z,", "csv-word", "grade", "\"Z\"")]
    public void A_bad_field_is_an_error_in_its_column(string line, string code, string column, string said)
    {
        using var data = Planted(Header, line);
        var reading = FeatureMatrixFile.Read(data.Root, Known);
        var finding = Assert.Single(reading.Findings);

        Assert.Equal((code, new SourcePlace(File, Row: 2, Column: column)), (finding.Code, finding.Place));
        Assert.Contains(said, finding.Message.Words(), StringComparison.Ordinal);
        Assert.Null(reading.Value);
    }

    [Fact]
    public void A_product_that_stands_twice_is_an_error()
    {
        using var data = Planted(Header, "a-product,yes,,A page,2024,B,", "a-product,no,,A page,2024,B,");
        var finding = Assert.Single(FeatureMatrixFile.Read(data.Root, Known).Findings);
        Assert.Equal(("csv-twice", new SourcePlace(File, Row: 3, Column: "id")), (finding.Code, finding.Place));
    }

    [Fact]
    public void A_column_that_is_no_feature_is_an_error_that_names_the_nearest()
    {
        using var data = Planted("id,live-migration,hot-add,hot-ad,source,source_date,grade,note", "a-product,yes,,no,A page,2024,B,");
        var finding = Assert.Single(FeatureMatrixFile.Read(data.Root, Known).Findings);
        Assert.Equal(("csv-column", new SourcePlace(File, Row: 1, Column: "hot-ad")), (finding.Code, finding.Place));
        Assert.Contains("Did you mean \"hot-add\"?", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_feature_without_its_column_is_an_error()
    {
        using var data = Planted("id,live-migration,source,source_date,grade,note", "a-product,yes,A page,2024,B,");
        var finding = Assert.Single(FeatureMatrixFile.Read(data.Root, Known).Findings);
        Assert.Equal(("csv-column", "The column \"hot-add\" is missing."), (finding.Code, finding.Message.Words()));
    }

    [Theory]
    [InlineData("hot-add")]
    [InlineData("grade")]
    public void A_feature_whose_name_is_taken_is_an_error(string name)
    {
        using var data = Planted(Header, "a-product,yes,,A page,2024,B,").With("prices/features.csv", "name,label", "live-migration,Live migration", "hot-add,Hot-add", $"{name},Again");
        var finding = Assert.Single(FeatureMatrixFile.Read(data.Root, Known).Findings);
        Assert.Equal(("csv-twice", new SourcePlace("prices/features.csv", Row: 4, Column: "name")), (finding.Code, finding.Place));
    }

    [Fact]
    public void Missing_files_are_named()
    {
        using var data = new DataFolder();
        Assert.Equal(["prices/features.csv", File], FeatureMatrixFile.Read(data.Root, Known).Findings.Select(finding => finding.Place.File));
    }

    [Fact]
    public void Neither_file_is_read_as_prices()
    {
        using var data = Planted(Header, "a-product,yes,,A page,2024,B,").With("prices/mine.csv", PlantedRow.Price.Header, PlantedRow.Price.Line);
        Assert.Empty(PriceFiles.Read(data.Root).Findings);
    }

    private static DataFolder Planted(params string[] lines) => new DataFolder()
        .With("prices/features.csv", "name,label", "live-migration,Live migration", "hot-add,Hot-add")
        .With(File, lines);
}
