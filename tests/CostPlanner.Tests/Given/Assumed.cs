using System.Globalization;
using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Assumptions for tests: round figures that a reader can reckon with, every id present.</summary>
internal static class Assumed
{
    /// <summary>4 vCPUs per core, 80 % and 90 % targets, 2 cores and 4 GiB reserved, overheads of zero, prices of 1.</summary>
    public static AssumptionSet Plain { get; } = new(KnownAssumptions.All.Select(key => One(key.Id, ValueOf(key.Id), UnitOf(key))));

    /// <summary>The plain set with some values changed.</summary>
    public static AssumptionSet With(params (string Id, decimal Value)[] changes) =>
        new(Plain.All.Select(each => changes.FirstOrDefault(change => change.Id == each.Id) is { Id: not null } change
            ? One(each.Id, change.Value, each.Unit)
            : each));

    private static Assumption One(string id, decimal value, string unit) =>
        new(id, id, unit, value, value, value, new Provenance("test", "2026-01-01", Grade.A, "test"));

    private static decimal ValueOf(string id) => id switch
    {
        AssumptionIds.CpuOvercommit => 4,
        AssumptionIds.MemoryOvercommit => 1,
        AssumptionIds.CpuTarget => 0.8m,
        AssumptionIds.MemoryTarget => 0.9m,
        AssumptionIds.StorageTarget => 0.75m,
        AssumptionIds.StorageCopies => 2,
        AssumptionIds.VsanFill => 0.9m,
        AssumptionIds.VsanLeastHosts => 3,
        AssumptionIds.VsanRebuild => 1,
        AssumptionIds.ReservedCores => 2,
        AssumptionIds.KvmReservedMemory => 4096,
        AssumptionIds.VSphereReservedMemory => 4096,
        AssumptionIds.VSphereReservedShare => 0.03m,
        AssumptionIds.XenDom0Base => 1024,
        AssumptionIds.XenDom0Share => 0.05m,
        AssumptionIds.XenDom0Most => 8192,
        AssumptionIds.XenDom0Step => 16,
        AssumptionIds.XenDom0Unreported => 256,
        AssumptionIds.XenHypervisor => 128,
        AssumptionIds.CpuHeadroom or AssumptionIds.MemoryHeadroom => 1,
        AssumptionIds.IdleCpu or AssumptionIds.IdleMemory => 0.05m,
        AssumptionIds.OversizedShare or AssumptionIds.UsageCoverage => 0.5m,
        AssumptionIds.AverageLoad => 0.5m,
        AssumptionIds.TdpPowerIdle => 0.1m,
        AssumptionIds.TdpPower10 => 0.3m,
        AssumptionIds.TdpPower50 => 0.7m,
        AssumptionIds.TdpPowerFull => 1,
        AssumptionIds.PowerBesideCpu => 0.25m,
        AssumptionIds.HostPower => 400,
        AssumptionIds.Pue => 1.5m,
        AssumptionIds.HostRackUnits => 2,
        AssumptionIds.HardwareMaintenance => 0.1m,
        AssumptionIds.VmsPerAdmin => 100,
        AssumptionIds.MigrationLumpSum => 0,
        AssumptionIds.VmsPerWeek => 10,
        AssumptionIds.TransferRate => 1000,
        AssumptionIds.TransferHours => 40,
        AssumptionIds.UnknownDisk => 400,
        AssumptionIds.HostLife or AssumptionIds.LicenceLife => 5,
        AssumptionIds.TrainingHours => 10,
        AssumptionIds.ClaimLow => 0.6m,
        AssumptionIds.ClaimHigh => 0.9m,
        AssumptionIds.Electricity => 0.2m,
        AssumptionIds.RackUnit => 10,
        AssumptionIds.ExistingHostMaintenance => 1000,
        AssumptionIds.AdminCost => 60000,
        AssumptionIds.MigrationPerVm => 500,
        AssumptionIds.TrainingHour => 75,
        _ => 0,
    };

    private static string UnitOf(AssumptionKey key) => key.Unit.Replace(AssumptionKey.AnyCurrency, "EUR ", StringComparison.Ordinal);

    /// <summary>A number as text of the invariant culture.</summary>
    public static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
