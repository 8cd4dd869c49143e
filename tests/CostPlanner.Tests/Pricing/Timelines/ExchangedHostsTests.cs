using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

public class ExchangedHostsTests
{
    // Three hosts of today, two new ones; months 0 to 3 are preparation, VMs move in months 4 and 5: 3, then 3 + 2, then 2. The licences begin with the
    // contract's end, in month 1, and are those of the plan.
    [Fact]
    public void Hosts_of_today_run_until_the_last_vm_has_moved_and_the_platform_is_paid_once()
    {
        var plan = Plan.Of(1, (Estate.Server("new1"), []), (Estate.Server("new2"), []));
        var course = Timeline.Exchanging(
            [new HostSpan(0, Plan.DemandOf(plan), plan)],
            60,
            platformFrom: 1,
            new Migration(4, 2, 30, ByteSize.Zero, 6, 0),
            [Estate.Server("h1"), Estate.Server("h2"), Estate.Server("h3")],
            new CaseCache());
        Assert.Equal([(0, 4, 3), (4, 6, 5), (6, 60, 2)], course.Spans.Select(phase => (phase.From, phase.To, phase.Running.Count)));
        Assert.Equal([(0, 60, 2)], course.Planned.Select(phase => (phase.From, phase.To, phase.Running.Count)));
        Assert.Equal((1, 0), (course.PlatformFrom, course.Swing));
        Assert.Null(course.Move);
    }

    // 36 running VMs and one that is off at 6 a week take 6.2 weeks = 2 months after 3 of preparation: servers are bought in month 3, and all 8 hosts of
    // today are maintained from month 0 on. Everything that hosts cost is the same line by line; only who leaves pays for moving a VM.
    [Fact]
    public void Hosts_cost_the_same_whether_the_option_stays_or_leaves()
    {
        var result = Studied.Of(Refreshed.With("migration-preparation=3", "vms-per-week=6"));
        var (stay, leave) = (result.Options.Single(option => option.Option.Id == "stay"), result.Options.Single(option => option.Option.Id == "leave"));
        var (ofStay, ofLeave) = (OfHosts(stay.Costs.Lines), OfHosts(leave.Costs.Lines));
        Assert.Equal(ofLeave, ofStay);
        Assert.Equal(3, stay.Costs.Lines.Single(line => line.Id == "server-new").Payments.Single().Month);
        Assert.Equal(8, stay.Costs.Lines.Single(line => line.Id == "maintenance-existing").Quantity);
        Assert.DoesNotContain(stay.Costs.Lines, line => line.Category is CostCategory.Migration or CostCategory.Training or CostCategory.DoubleRunning);
        Assert.Contains(leave.Costs.Lines, line => line.Category == CostCategory.Migration);
    }

    // Nothing is moved where everything is set up anew: new hosts run from the first month on.
    [Fact]
    public void What_is_set_up_anew_buys_at_once()
    {
        var result = Studied.Of(Refreshed with { Scenario = Refreshed.Scenario with { IsGreenfield = true } });
        Assert.All(result.Options, option => Assert.Equal(0, option.Costs.Lines.Single(line => line.Id == "server-new").Payments[0].Month));
    }

    private static CaseInputs Refreshed { get; } = TwoClusters.Case with
    {
        Scenario = TwoClusters.Case.Scenario with
        {
            Baseline = "stay",
            HorizonYears = 3,
            Options =
            [
                Estate.Option("stay", TwoClusters.Case.Inventory.Platform) with { Hosts = HostPolicy.Refresh },
                Estate.Option("leave", PlatformFamily.Kvm) with { Hosts = HostPolicy.Refresh },
            ],
        },
    };

    private static string[] OfHosts(IEnumerable<CostLine> lines) =>
    [
        .. lines
            .Where(line => line.Category is CostCategory.Hardware or CostCategory.HardwareMaintenance or CostCategory.Energy or CostCategory.Rack)
            .Select(line => FormattableString.Invariant($"{line.Id}: {string.Join(", ", line.Payments.Select(paid => $"{paid.Month} {paid.Amount.Amount}"))}")),
    ];
}
