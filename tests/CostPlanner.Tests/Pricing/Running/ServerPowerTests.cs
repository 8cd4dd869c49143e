using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Running;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Running;

public class ServerPowerTests
{
    private static readonly CpuCatalogue Cpus = new([Cpu("Measured", 100, 80, 240), Cpu("Rated", 100, null, null), Cpu("Blank", null, null, null)]);

    // 80 + (240 - 80) x 0.5 = 160 W for two sockets.
    [Theory]
    [InlineData(1, 80)]
    [InlineData(2, 160)]
    [InlineData(4, 320)]
    public void A_measured_CPU_is_scaled_from_two_sockets(int sockets, int watts) => Assert.Equal(
        new ServerPower(new Power(watts), PowerSource.Measured), Of("Measured", sockets, Assumed.Plain));

    // The plain curve is 0.1, 0.3, 0.7, 1 at 0, 10, 50 and 100 %, and a quarter of the CPUs' power is beside them: 2 x 100 W x share x 1.25.
    [Theory]
    [InlineData("0", "25")]
    [InlineData("0.05", "50")]
    [InlineData("0.1", "75")]
    [InlineData("0.3", "125")]
    [InlineData("0.5", "175")]
    [InlineData("0.75", "212.5")]
    [InlineData("1", "250")]
    public void A_CPU_without_measured_power_is_taken_by_its_thermal_design_power(string load, string watts)
    {
        var assumptions = Assumed.With((AssumptionIds.AverageLoad, Number(load)));
        Assert.Equal(new ServerPower(new Power(Number(watts)), PowerSource.ByTdp), Of("Rated", 2, assumptions));
    }

    [Theory]
    [InlineData("Blank")]
    [InlineData("Unheard-of")]
    [InlineData(null)]
    public void Any_other_host_has_the_assumed_power(string? cpu) =>
        Assert.Equal(new ServerPower(new Power(400), PowerSource.Assumed), Of(cpu, 2, Assumed.Plain));

    // Each server x PUE 1.5 x 8,760 h / 12 = 1.095 kWh a month for each watt: 160 W, 2 x 175 W and 400 W.
    [Fact]
    public void Each_source_of_power_has_a_line_of_its_own()
    {
        var basis = ProductLinesTests.Basis([]) with { Cpus = Cpus };
        var lines = EnergyLines.Of(basis, ServerCounts.Of([Server("Rated", 2), Server(null, 2), Server("Measured", 2), Server("Rated", 2)], basis.Cache));
        Assert.Equal(
            [("energy-measured", 175.2m), ("energy-tdp", 383.25m), ("energy-assumed", 438m)],
            lines.Select(line => (line.Id, line.Quantity)));
        Assert.Equal(lines.Length, lines.Select(line => line.Label).Distinct().Count());
    }

    // How far the estimate by TDP is off, for whoever reads a business case that rests on it. The figures stand in data/SOURCES.md and in the notes
    // of the assumptions: whoever changes CPUs or curve changes them too.
    [Theory]
    [InlineData("0", "0.21", "0.66", "1.31")]
    [InlineData("0.1", "0.50", "1.33", "2.03")]
    [InlineData("0.45", "0.78", "1.54", "2.00")]
    [InlineData("0.5", "0.81", "1.56", "2.01")]
    [InlineData("1", "0.79", "1.31", "1.67")]
    public void Against_measured_servers_the_estimate_by_TDP_is_mostly_too_high(string load, string least, string median, string most)
    {
        var assumptions = AssumptionFiles.Read(Repository.Data).Value!.With(
            [new AssumptionOverride(AssumptionIds.AverageLoad, Number(load), new Provenance("test", "2026", Grade.A, "test"))]);
        ImmutableArray<CpuModel> both = [.. CpuFile.Read(Repository.Data).Value!.Models.Where(cpu => cpu is { Tdp: not null, Idle: not null, Full: not null })];
        decimal[] ratios = [.. both.Select(cpu => Ratio(cpu, new Fraction(Number(load)), assumptions)).Order()];
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(
            $"at {load} load, {both.Length} CPUs: {ratios[0]:0.00} to {ratios[^1]:0.00} times the measured power, median {Median(ratios):0.00}"));
        Assert.Equal(36, both.Length);
        Assert.Equal((Number(least), Number(median), Number(most)), (Rounded(ratios[0]), Rounded(Median(ratios)), Rounded(ratios[^1])));
    }

    private static decimal Ratio(CpuModel cpu, Fraction load, AssumptionSet assumptions) =>
        ServerPower.ByTdp(cpu.Tdp!.Value, 2, load, assumptions).Watts / ServerPower.Of(Server(cpu.Name, 2), new CpuCatalogue([cpu]), assumptions, new CaseCache()).Average.Watts;

    private static decimal Median(decimal[] ordered) => (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;

    private static decimal Rounded(decimal ratio) => decimal.Round(ratio, 2);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static ServerPower Of(string? cpu, int sockets, AssumptionSet assumptions) => ServerPower.Of(Server(cpu, sockets), Cpus, assumptions, new CaseCache());

    private static PlannedHost Server(string? cpu, int sockets) => Estate.Server("h", sockets) with { CpuModel = cpu };

    private static CpuModel Cpu(string name, decimal? tdp, decimal? idle, decimal? full) => new(
        name, 8, 16, Watts(tdp), null, null, Watts(idle), Watts(full), new Provenance("test", "2026", Grade.A, "hosts/cpus.csv, row 2"));

    private static Power? Watts(decimal? watts) => watts is { } value ? new Power(value) : null;
}
