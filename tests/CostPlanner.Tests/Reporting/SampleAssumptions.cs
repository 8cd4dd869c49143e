using CostPlanner.Model;

namespace CostPlanner.Tests.Reporting;

/// <summary>One assumption for each id that the code knows.</summary>
internal static class SampleAssumptions
{
    private static int row;

    public static AssumptionSet Build()
    {
        row = 1;
        return new AssumptionSet(
        [
            Of(AssumptionIds.CpuOvercommit, "vCPUs carried by a physical core", "vCPU per core", 2, 4, 6, "Nutanix, Azure Migrate and field practice agree on 4 : 1", "2025", Grade.A),
            Of(AssumptionIds.MemoryOvercommit, "Memory promised for each byte left", "ratio", 1, 1, 1.5m, "Sizers default to 1 : 1", "2025", Grade.A),
            Of(AssumptionIds.CpuTarget, "Most of a host's CPU that may be promised", "share", 0.7m, 0.8m, 0.9m, "VMware VCAT: plan for at most 80 %", "2014", Grade.A),
            Of(AssumptionIds.MemoryTarget, "Most of a host's memory that may be promised", "share", 0.8m, 0.9m, 0.95m, "Field practice", "2025", Grade.C),
            Of(AssumptionIds.StorageTarget, "Most of the storage inside hosts that may be filled", "share", 0.7m, 0.75m, 0.8m, "Field practice", "2025", Grade.C),
            Of(AssumptionIds.ThreadYield, "What a second thread adds", "share of a core", 0.1m, 0.25m, 0.35m, "Vendor blogs", "2024", Grade.B),
            Of(AssumptionIds.Growth, "Growth of demand", "per year", 0, 0.03m, 0.08m, "No source; replace by your own trend", "2026-07-01", Grade.M),
            Of(AssumptionIds.ReservedCores, "Cores kept for the hypervisor", "cores per host", 1, 2, 4, "KVM, ESXi and dom0 guides, the same for all", "2025", Grade.B),
            Of(AssumptionIds.KvmReservedMemory, "Memory kept on a KVM host", "MiB", 4096, 8192, 16384, "RHEL virtualization guide", "2024", Grade.A),
            Of(AssumptionIds.VSphereReservedMemory, "Memory kept on an ESXi host, at least", "MiB", 4096, 8192, 16384, "Field text, no vendor formula found", "2023", Grade.C),
            Of(AssumptionIds.VSphereReservedShare, "Memory kept on an ESXi host, share", "share", 0.01m, 0.02m, 0.04m, "Field text", "2023", Grade.C),
            Of(AssumptionIds.XenDom0Base, "dom0 memory, fixed part", "MiB", 1024, 1024, 1024, "XenServer source, xcp/dom0.py", "2024", Grade.A),
            Of(AssumptionIds.XenDom0Share, "dom0 memory, share of the host's", "share", 0.05m, 0.05m, 0.05m, "XenServer source, xcp/dom0.py", "2024", Grade.A),
            Of(AssumptionIds.XenDom0Most, "dom0 memory at most", "MiB", 8192, 8192, 8192, "XenServer source, xcp/dom0.py", "2024", Grade.A),
            Of(AssumptionIds.XenDom0Step, "dom0 share cut to a multiple of", "MiB", 16, 16, 16, "XenServer source, xcp/dom0.py", "2024", Grade.A),
            Of(AssumptionIds.XenDom0Unreported, "Memory added to what the host reports", "MiB", 256, 256, 256, "XenServer source, xcp/dom0.py", "2024", Grade.A),
            Of(AssumptionIds.XenHypervisor, "Memory of the Xen hypervisor", "MiB", 128, 256, 512, "Xen wiki", "2022", Grade.B),
            Of(AssumptionIds.VSphereOverheadBase, "Memory beside a VM on ESXi, fixed", "MiB", 10, 14, 20, "Fit of VMware's sample table", "2013", Grade.A),
            Of(AssumptionIds.VSphereOverheadPerVCpu, "Memory beside a VM on ESXi, per vCPU", "MiB per vCPU", 3, 4, 8, "Fit of VMware's sample table", "2013", Grade.A),
            Of(AssumptionIds.VSphereOverheadShare, "Memory beside a VM on ESXi, share", "share", 0.006m, 0.0074m, 0.01m, "Fit of VMware's sample table", "2013", Grade.A),
            Of(AssumptionIds.QemuOverheadBase, "Memory beside a VM under QEMU, fixed", "MiB", 30, 54, 120, "KubeVirt source, the part of QEMU", "2025", Grade.A),
            Of(AssumptionIds.QemuOverheadPerVCpu, "Memory beside a VM under QEMU, per vCPU", "MiB per vCPU", 8, 8, 8, "KubeVirt source", "2025", Grade.A),
            Of(AssumptionIds.QemuOverheadShare, "Memory beside a VM under QEMU, share", "share", 0.00195m, 0.00195m, 0.0025m, "KubeVirt source, 1/512", "2025", Grade.A),
            Of(AssumptionIds.AverageLoad, "Average CPU load of a host", "share", 0.2m, 0.4m, 0.6m, "SPECpower and field data", "2024", Grade.B),
            Of(AssumptionIds.HostPower, "Power of a host whose CPU was not measured", "W", 250, 400, 600, "SPECpower results of two-socket servers", "2024", Grade.B),
            Of(AssumptionIds.Pue, "Power of the data centre for each watt of servers", "ratio", 1.2m, 1.56m, 1.8m, "Uptime Institute survey", "2024", Grade.B),
            Of(AssumptionIds.Electricity, "Electricity", "EUR per kWh", 0.12m, 0.19m, 0.28m, "Eurostat, non-household", "2025-S2", Grade.A),
            Of(AssumptionIds.RackUnit, "Rack space", "EUR per unit per month", 15, 30, 60, "No source; ask your data centre", "2026-07-01", Grade.M),
            Of(AssumptionIds.HostRackUnits, "Height of an existing host", "rack units", 1, 2, 4, "Two-socket servers", "2026", Grade.C),
            Of(AssumptionIds.HardwareMaintenance, "Yearly upkeep of new servers", "share of price", 0.05m, 0.1m, 0.15m, "No source; ask your supplier", "2026-07-01", Grade.M),
            Of(AssumptionIds.ExistingHostMaintenance, "Yearly upkeep of an existing host", "EUR per host", 300, 900, 2000, "No source; see your contract", "2026-07-01", Grade.M),
            Of(AssumptionIds.VmsPerAdmin, "VMs that an administrator looks after", "VMs", 80, 150, 300, "Analyst figures", "2023", Grade.C),
            Of(AssumptionIds.AdminCost, "Cost of an administrator", "EUR per year", 65000, 84000, 110000, "Destatis, labour cost of IT services", "2024", Grade.B),
            Of(AssumptionIds.MigrationPerVm, "Moving one VM to another hypervisor", "EUR per VM", 80, 250, 900, "Analyst range, low end of assisted moves", "2025", Grade.C),
            Of(AssumptionIds.HostLife, "Life of a server that is bought", "year", 3, 5, 5, "An article", "2025", Grade.B),
            Of(AssumptionIds.LicenceLife, "Years over which a perpetual licence is written off", "year", 3, 5, 5, "Documentation", "2026", Grade.B),
            Of(AssumptionIds.MigrationPreparation, "Months in which a move is prepared", "months", 3, 6, 12, "Project experience", "2025", Grade.C),
            Of(AssumptionIds.TrainingHours, "Training per administrator", "hours", 16, 40, 80, "Course catalogues", "2026", Grade.B),
            Of(AssumptionIds.TrainingHour, "An hour of training", "EUR per hour", 60, 95, 150, "Course catalogues", "2026", Grade.B),
            Of(AssumptionIds.DiscountRate, "Discount rate", "per year", 0.03m, 0.06m, 0.1m, "No source; ask your finance department", "2026-07-01", Grade.M),
            Of(AssumptionIds.ClaimLow, "The claim of 2013, lower figure", "share", 0.6m, 0.6m, 0.6m, "Press, October 2013; primary source not found", "2013-10", Grade.C),
            Of(AssumptionIds.ClaimHigh, "The claim of 2013, upper figure", "share", 0.9m, 0.9m, 0.9m, "Press, October 2013; primary source not found", "2013-10", Grade.C),
        ]);
    }

    private static Assumption Of(string id, string label, string unit, decimal low, decimal likely, decimal high, string source, string date, Grade grade) =>
        new(id, label, unit, low, likely, high, new Provenance(source, date, grade, FormattableString.Invariant($"assumptions/base.csv, row {++row}")));
}
