using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Metrics;

/// <summary>Licences by the virtual cores of VMs.</summary>
public class VmCoreTests
{
    private const string Moves = "min-per-vm=4;cores-per-unit=2";
    private const string Stays = Moves + ";stays-on-host=1";

    // At least 4 cores for each VM, packs of 2: a VM of 2 vCPUs takes 2 packs, one of 5 takes 3, one of 8 takes 4.
    [Theory]
    [InlineData(2, 2, 4)]
    [InlineData(2, 4, 4)]
    [InlineData(1, 5, 3)]
    [InlineData(3, 8, 12)]
    public void A_VM_is_counted_once_wherever_it_runs(int vms, int cpus, int units) => Assert.Equal(units, Of(Moves, 2, vms, cpus).Units);

    // 3 VMs of 2 vCPUs on 2 hosts of which one may fail: 3 at once on each, 2 x 3 x 2 packs. On one host: 3 x 2.
    [Theory]
    [InlineData(2, 12)]
    [InlineData(1, 6)]
    public void A_licence_that_stays_is_there_for_the_VMs_at_once(int hosts, int units) => Assert.Equal(units, Of(Stays, hosts, 3, 2).Units);

    // Two hosts, a VM of 16 and one of 4 vCPUs, one host may fail: each has to bear both, 2 x (8 + 2) = 20 packs; if none may fail each has to bear the wider, 2 x 8.
    [Theory]
    [InlineData(2, 20)]
    [InlineData(1, 16)]
    public void Any_VM_of_the_pool_may_be_the_one_at_once(int atOnce, int units) => Assert.Equal(
        units,
        Licensed.Of("vm-core", Stays, new LicensedHost("a", 2, 8, 1, atOnce) { VmCpus = [16] }, new LicensedHost("b", 2, 8, 1, atOnce) { VmCpus = [4] }).Units);

    private static LicenceQuantity Of(string parameters, int hosts, int vms, int cpus) =>
        Licensed.Of("vm-core", parameters, new QuoteQuestion(hosts, 2, 8, vms, 1) { VmCpus = cpus });
}
