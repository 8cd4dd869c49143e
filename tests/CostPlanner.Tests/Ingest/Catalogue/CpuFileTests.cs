using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class CpuFileTests
{
    private const string File = "hosts/cpus.csv";

    [Fact]
    public void The_committed_catalogue_has_164_CPUs()
    {
        var reading = CpuFile.Read(DataFolder.Committed);
        Assert.Empty(reading.Findings);
        Assert.Equal(164, reading.Value!.Models.Length);
    }

    [Fact]
    public void A_committed_CPU_has_the_figures_of_its_sources()
    {
        // Reference table: Xeon Gold 6438Y+, 32 cores, 64 threads, 205 W, rate 552.5, speed 15.4, server 172/574 W.
        var cpu = Committed("Xeon Gold 6438Y+");
        Assert.Equal(
            (32, 64, new Power(205), 552.5m, 15.4m, new Power(172), new Power(574), Grade.A),
            (cpu.Cores, cpu.Threads, cpu.Tdp, cpu.RatePair, cpu.Speed, cpu.Idle, cpu.Full, cpu.Provenance.Grade));
    }

    [Fact]
    public void What_the_sources_do_not_say_is_absent()
    {
        var cpu = Committed("Xeon X5690");
        Assert.Equal((6, null, null, null, null), (cpu.Cores, cpu.Threads, cpu.RatePair, cpu.Speed, cpu.Idle));
    }

    [Fact]
    public void Of_two_thermal_powers_the_lower_is_taken() => Assert.Equal(new Power(155), Committed("EPYC 7301").Tdp);

    [Theory]
    [InlineData("name", "", "csv-blank", "name")]
    [InlineData("cores", "0", "csv-range", "cores")]
    [InlineData("cores", "8.5", "csv-number", "cores")]
    [InlineData("cores", "99999999999", "csv-range", "cores")]
    [InlineData("threads", "many", "csv-number", "threads")]
    [InlineData("tdp_w", "-1", "csv-range", "tdp_w")]
    [InlineData("idle_w", "300", "csv-range", "full_w")]
    [InlineData("specrate2017_int_pair", "1,234", "csv-width", null)]
    [InlineData("specrate2017_int_pair", "\"1,234\"", "csv-number", "specrate2017_int_pair")]
    public void A_bad_field_is_an_error(string column, string value, string code, string? place)
    {
        using var data = new DataFolder().With(File, PlantedRow.Cpu.Header, PlantedRow.Cpu.With(column, value).Line);
        var reading = CpuFile.Read(data.Root);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, new SourcePlace(File, Row: 2, Column: place)), (finding.Code, finding.Place));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void A_CPU_given_twice_is_an_error_in_the_second_row()
    {
        using var data = new DataFolder().With(File, PlantedRow.Cpu.Header, PlantedRow.Cpu.Line, PlantedRow.Cpu.With("name", "xeon x").Line);
        var finding = Assert.Single(CpuFile.Read(data.Root).Findings);
        Assert.Equal(("csv-twice", 3), (finding.Code, finding.Place.Row));
    }

    private static CpuModel Committed(string name) => CpuFile.Read(DataFolder.Committed).Value!.Models.Single(cpu => cpu.Name == name);
}
