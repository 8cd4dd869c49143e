using CostPlanner.Model;

namespace CostPlanner.Pricing.Metrics;

/// <summary>Per VM, or per so many VMs (guest subscriptions, backup).</summary>
public static class PerVm
{
    /// <summary>⌈VMs / vms-per-unit⌉, over the whole estate: fractions are added before they are rounded. 5 VMs at 2: 3.</summary>
    public static LicenceQuantity Count(LicenceRule rule, LicensedEstate estate)
    {
        var per = rule.Parameter("vms-per-unit", 1);
        var vms = estate.Hosts.Sum(host => host.Vms);
        return new LicenceQuantity(
            decimal.Ceiling(vms / per),
            per == 1 ? Message.Of("unit.vm") : Message.Of("unit.vms", ("vms", per)),
            Message.Of("vm.vms", ("vms", vms)));
    }
}
