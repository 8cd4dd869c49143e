using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class ServerModelFileTests
{
    private const string File = "hosts/models.csv";

    [Fact]
    public void The_committed_servers_can_be_read()
    {
        var reading = ServerModelFile.Read(DataFolder.Committed);
        Assert.Empty(reading.Findings);
        Assert.Equal(8, reading.Value!.Models.Length);
    }

    [Fact]
    public void Each_committed_server_has_a_CPU_of_the_catalogue_with_as_many_cores()
    {
        var cpus = CpuFile.Read(DataFolder.Committed).Value!.Models.ToDictionary(cpu => cpu.Name);
        Assert.All(ServerModelFile.Read(DataFolder.Committed).Value!.Models, model => Assert.Equal(cpus[model.Cpu].Cores, model.CoresPerSocket));
    }

    [Fact]
    public void The_main_server_costs_what_the_calculator_assumes()
    {
        var model = ServerModelFile.Read(DataFolder.Committed).Value!.Find("two-socket-64c-512g")!;
        Assert.Equal(new Money(18000, Currency.Dollar), model.Price);
        Assert.Equal((64, ByteSize.FromGiB(512), ByteSize.Zero, Grade.B), (model.Cores, model.Memory, model.LocalStorage, model.Provenance.Grade));
    }

    [Fact]
    public void A_price_of_our_own_is_a_placeholder_that_says_so()
    {
        var own = ServerModelFile.Read(DataFolder.Committed).Value!.Models.Where(model => model.Provenance.IsPlaceholder).ToList();
        Assert.Equal(6, own.Count);
        Assert.All(own, model => Assert.StartsWith("Placeholder", model.Provenance.Source.Words(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id", "", "csv-blank")]
    [InlineData("sockets", "0", "csv-range")]
    [InlineData("threads_per_core", "4", "csv-range")]
    [InlineData("memory_gib", "128 GiB", "csv-number")]
    [InlineData("price", "", "csv-price")]
    [InlineData("price", "about 8000", "csv-number")]
    [InlineData("currency", "", "csv-blank")]
    [InlineData("currency", "US$", "csv-currency")]
    [InlineData("valid_to", "2023-12-31", "csv-range")]
    [InlineData("grade", "D", "csv-word")]
    public void A_bad_field_is_an_error_in_its_column(string column, string value, string code)
    {
        using var data = new DataFolder().With(File, PlantedRow.Host.Header, PlantedRow.Host.With(column, value).Line);
        var reading = ServerModelFile.Read(data.Root);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, new SourcePlace(File, Row: 2, Column: column)), (finding.Code, finding.Place));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void A_server_without_price_is_a_hole()
    {
        using var data = new DataFolder().With(File, PlantedRow.Host.Header, PlantedRow.Host.With("price", "").With("currency", "").Line);
        Assert.Null(ServerModelFile.Read(data.Root).Value!.Models.Single().Price);
    }

    [Fact]
    public void A_server_given_twice_is_an_error_in_the_second_row()
    {
        using var data = new DataFolder().With(File, PlantedRow.Host.Header, PlantedRow.Host.Line, PlantedRow.Host.Line);
        var finding = Assert.Single(ServerModelFile.Read(data.Root).Findings);
        Assert.Equal(("csv-twice", 3), (finding.Code, finding.Place.Row));
    }
}
