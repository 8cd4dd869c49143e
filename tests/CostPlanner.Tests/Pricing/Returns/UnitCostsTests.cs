using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Returns;

public class UnitCostsTests
{
    // 12,000 in 12 months are 1,000 a month: 10 VMs 100 each, 80 GiB 12.50 each, 20 vCPUs 50 each.
    [Fact]
    public void A_total_is_divided_by_units_and_months()
    {
        var costs = UnitCosts.Of(Euro(12_000), 10, ByteSize.FromGiB(80), 20, 12);
        Assert.Equal(new UnitCosts(Euro(100), Euro(12.5m), Euro(50), null), costs);
    }

    [Fact]
    public void Where_nothing_runs_there_is_no_cost_of_a_unit_and_a_reason() =>
        Assert.Equal((null, null, null, "no VM runs"), Seen(UnitCosts.Of(Euro(12_000), 0, ByteSize.Zero, 0, 12)));

    [Fact]
    public void VMs_without_memory_have_no_cost_of_a_GiB() =>
        Assert.Equal((Euro(1000), null, Euro(1000), "no memory is configured"), Seen(UnitCosts.Of(Euro(12_000), 1, ByteSize.Zero, 1, 12)));

    // 2 VMs of 2 vCPUs and 8 GiB; one line of 960 in each of 60 months: 480 a VM, 60 a GiB, 240 a vCPU.
    [Fact]
    public void An_option_is_divided_by_its_running_VMs()
    {
        var plan = Plan.Of(0, (Estate.Server("h"), [Estate.Vm("a"), Estate.Vm("b")]));
        var sheet = new CostSheet(Currency.Euro, 60, [SampledLine(960)]);
        Assert.Equal(new UnitCosts(Euro(480), Euro(60), Euro(240), null), UnitCosts.Of(sheet, Plan.DemandOf(plan)));
    }

    private static CostLine SampledLine(decimal perMonth) => new()
    {
        Id = "a", Category = CostCategory.Rack, Label = "a", Quantity = 1, Unit = "a", Timing = CostTiming.Monthly, Rule = "a",
        Provenance = new Provenance("test", "2026", Grade.A, "test"), Payments = Booking.Monthly(Euro(perMonth), 60),
    };

    private static Money Euro(decimal amount) => new(amount, Currency.Euro);

    private static (Money? PerVm, Money? PerGiB, Money? PerVCpu, string WhyNone) Seen(UnitCosts costs) => (costs.PerVm, costs.PerGiB, costs.PerVCpu, costs.WhyNone.Words());
}
