using CostPlanner.Model;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Given;

/// <summary>A small case with a contract for the platform of today.</summary>
internal static class Contracted
{
    /// <summary>VVF of 2024: 12,000 a year; the scenario's day is 2026-10-01.</summary>
    public static TodaysContract Contract(DateOnly ends) => new()
    {
        Name = "VVF of 2024",
        Products = ["vvf-3y"],
        Ends = ends,
        PerYear = new Money(12_000, Currency.Euro),
        Place = new SourcePlace("test.yaml", Row: 3),
    };

    /// <summary>
    /// Two hosts of 2 x 16 cores for 20 small VMs, one of which may fail: as today, an option that stays with VVF for three years at 135 a core, and one
    /// that leaves, done one month after its preparation. VVF for one year is 190 a core.
    /// </summary>
    public static CaseInputs Inputs(TodaysContract? contract, params (string, decimal)[] assumptions) => new(
        (Estate.Scenario(Estate.Option("stay", PlatformFamily.VSphere, "vvf-3y"), Estate.Option("leave", PlatformFamily.Kvm, "px")) with { Contract = contract })
            .WithToday(PlatformFamily.VSphere),
        Estate.Alike(hosts: 2, vms: 20),
        new PriceBook(
        [
            Estate.Row("vvf-3y", "core", 135, "min-per-socket=16") with { Edition = "vvf", TermYears = 3 },
            Estate.Row("vvf-1y", "core", 190, "min-per-socket=16") with { Edition = "vvf", TermYears = 1 },
            Estate.Row("px", "socket", 550),
        ]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([]),
        Assumed.With(assumptions));

    /// <summary>The case under another scenario.</summary>
    public static CaseInputs Under(this CaseInputs inputs, Func<Scenario, Scenario> change) => inputs with { Scenario = change(inputs.Scenario) };

    /// <summary>What the options of the case cost.</summary>
    public static BusinessCase Priced(CaseInputs inputs) => BusinessCase.Of(inputs, TestContext.Current.CancellationToken);
}
