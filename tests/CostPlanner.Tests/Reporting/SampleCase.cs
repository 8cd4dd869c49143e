using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Returns;
using CostPlanner.Studies;

namespace CostPlanner.Tests.Reporting;

/// <summary>A business case made by hand, so that the report is tested without the stages before it.</summary>
internal static class SampleCase
{
    private static readonly ServerModel NewServer = new()
    {
        Id = "r2x32", Name = "Server 2 × 32 cores, 1.5 TiB", Cpu = "EPYC 9354", Sockets = 2, CoresPerSocket = 32, ThreadsPerCore = 2,
        Memory = ByteSize.FromGiB(1536), Price = new Money(24500, Currency.Euro), RackUnits = 1, ValidFrom = new DateOnly(2026, 1, 1),
        Provenance = new Provenance("No source; ask your supplier", "2026-07-01", Grade.M, "hosts/servers.csv, row 3"),
    };

    private static readonly GridCarbon Grid = new(
        [new GridFactor("EU", 2024, new CarbonIntensity(200), "production, lifecycle", new Provenance("Ember", "2026-02-26", Grade.B, "prices/grid-carbon.csv, row 16"))]);

    public static CaseStudy Build()
    {
        var inventory = SampleEstate.Build();
        var assumptions = SampleAssumptions.Build();
        var scenario = SampleScenario();
        var demands = SampleOptions.All.Select(option => SamplePlans.DemandOf(inventory, option.Platform == PlatformFamily.VSphere ? 180 : 96)).ToList();
        var bare = SampleOptions.All.Zip(demands, (option, demand) =>
        {
            var plan = option.Hosts == HostPolicy.Refresh
                ? SamplePlans.Of(inventory, demand, [4, 4, 4, 2], [4, 4, 4, 2], NewServer)
                : SamplePlans.Of(inventory, demand, option.Platform == PlatformFamily.Xen ? [6, 4, 6, 3] : [6, 4, 5, 3], [5, 4, 5, 3], null);
            var costs = SampleOptions.CostsOf(option, plan, demand.Running.Length, assumptions);
            return new OptionCase(option, demand, plan, costs, PresentOf(costs), null, null);
        }).ToList();
        var baseline = bare.First(option => option.Option.Id == scenario.Baseline);
        var rates = new ExchangeRates([new ExchangeRate(SampleLines.RateDay, Currency.Dollar, 1.1406m, new Provenance("European Central Bank, reference rates", "2026-06-30", Grade.A, "rates/ecb.csv, row 31"))]);
        return new CaseStudy(new BusinessCase(
            new CaseInputs(scenario, inventory, new PriceBook([]), rates, new CpuCatalogue([]), new HostCatalogue([NewServer]), assumptions) { Grid = Grid, Features = SampleClaim.Features },
            assumptions.With(scenario.Assumptions),
            [.. bare.Select(option => Compared(option, baseline))]))
        {
            Claim = SampleClaim.Of(bare),
            Findings = SampleFindings(),
        };
    }

    private static Scenario SampleScenario() => new()
    {
        Name = "leave-vsphere", Title = "Leave vSphere? Northwind Logistics", AsOf = new DateOnly(2026, 7, 1), Currency = Currency.Euro,
        HorizonYears = 5, InventoryFile = SampleEstate.File, Failover = 1, Baseline = "vvf", NewHosts = ["r2x32"], Options = SampleOptions.All,
        Assumptions = [new AssumptionOverride(AssumptionIds.AdminCost, 84000, new Provenance("the scenario", "2026-07-01", Grade.C, "leave-vsphere.yaml, line 14"))],
    };

    private static Money PresentOf(CostSheet costs) => new(
        costs.ByMonth().Select((month, index) => month.Amount / (1 + (0.005m * index))).Sum(), costs.Currency);

    private static OptionCase Compared(OptionCase option, OptionCase baseline)
    {
        if (option.Option.Id == baseline.Option.Id)
        {
            return option;
        }

        if (!option.IsRanked)
        {
            return option with { WhyNotCompared = "a price is missing" };
        }

        var saving = baseline.Costs.Total - option.Costs.Total;
        var present = baseline.PresentCost - option.PresentCost;
        return option with
        {
            Comparison = new Comparison(
                saving, saving / baseline.Costs.Total, present, present / baseline.PresentCost, Payback.Of(baseline.Costs.ByMonth(), option.Costs.ByMonth())),
        };
    }

    private static ImmutableArray<Finding> SampleFindings() =>
    [
        new(Severity.Warning, "row-without-cpus", "the row has no number of CPUs", new SourcePlace(SampleEstate.File, "vInfo", 187, "CPUs"), "the row was set aside", "fill the cell and run again"),
        new(Severity.Warning, "price-missing", "XenServer 8 Premium has no price on 2026-07-01", new SourcePlace("leave-vsphere.yaml", null, 38, "xenserver"), "the option is shown as a lower bound and not ranked", "enter a quote under 'quotes' in the scenario"),
        new(Severity.Warning, "placeholder", "the price of Server 2 × 32 cores is a placeholder", new SourcePlace("leave-vsphere.yaml", null, 9, "new_host"), null, "enter your supplier's price under 'quotes'"),
        .. Enumerable.Range(0, 15).Select(number => new Finding(Severity.Note, "duplicate-name", FormattableString.Invariant($"two VMs are called '{SampleEstate.HostileName}-{number}'"), new SourcePlace(SampleEstate.File, "vInfo", 20 + number, "VM"), "they are told apart by their ids")),
    ];
}
