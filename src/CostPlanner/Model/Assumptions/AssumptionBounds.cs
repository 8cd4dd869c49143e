namespace CostPlanner.Model;

/// <summary>What a value of an assumption can mean at all; outside there is a mistake, not an opinion.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The greatest value.</param>
public sealed record AssumptionBounds(decimal Low, decimal High)
{
    /// <summary>How often demand may be multiplied by growth over a horizon; beyond, sizes could no longer be counted.</summary>
    public const decimal MostGrowth = 1000m;

    private static readonly AssumptionBounds Share = new(0m, 1m);
    private static readonly AssumptionBounds PositiveShare = new(0.01m, 1m);
    private static readonly AssumptionBounds Amount = new(0m, 10_000_000m);

    /// <summary>The bounds of an assumption; amounts that are not named here are from 0 to ten million.</summary>
    public static AssumptionBounds Of(string id) => id switch
    {
        AssumptionIds.CpuTarget or AssumptionIds.MemoryTarget or AssumptionIds.StorageTarget or AssumptionIds.VsanFill => PositiveShare,
        AssumptionIds.ThreadYield or AssumptionIds.VSphereReservedShare or AssumptionIds.XenDom0Share or AssumptionIds.VSphereOverheadShare
            or AssumptionIds.QemuOverheadShare or AssumptionIds.AverageLoad or AssumptionIds.HardwareMaintenance or AssumptionIds.DiscountRate
            or AssumptionIds.IdleCpu or AssumptionIds.IdleMemory or AssumptionIds.OversizedShare or AssumptionIds.UsageCoverage
            or AssumptionIds.ClaimLow or AssumptionIds.ClaimHigh or AssumptionIds.ResaleShare => Share,
        AssumptionIds.TdpPowerIdle or AssumptionIds.TdpPower10 or AssumptionIds.TdpPower50 or AssumptionIds.TdpPowerFull
            or AssumptionIds.PowerBesideCpu => new AssumptionBounds(0m, 2m),
        AssumptionIds.CpuOvercommit => new AssumptionBounds(0.1m, 32m),
        AssumptionIds.MemoryOvercommit => new AssumptionBounds(0.1m, 10m),
        AssumptionIds.CpuHeadroom or AssumptionIds.MemoryHeadroom => new AssumptionBounds(0.5m, 10m),
        AssumptionIds.StorageCopies => new AssumptionBounds(1m, 10m),
        AssumptionIds.VsanLeastHosts => new AssumptionBounds(1m, 64m),
        AssumptionIds.VsanRebuild => new AssumptionBounds(0m, 2m),
        AssumptionIds.Growth => new AssumptionBounds(-0.5m, 1m),
        AssumptionIds.ReservedCores => new AssumptionBounds(0m, 256m),
        AssumptionIds.XenDom0Step => new AssumptionBounds(1m, 1024m),
        AssumptionIds.Pue => new AssumptionBounds(1m, 5m),
        AssumptionIds.HostRackUnits => new AssumptionBounds(0m, 48m),
        AssumptionIds.VmsPerAdmin => new AssumptionBounds(1m, 1_000_000m),
        AssumptionIds.MigrationPreparation => new AssumptionBounds(0m, 120m),
        AssumptionIds.VmsPerWeek => new AssumptionBounds(0.1m, 1_000_000m),
        AssumptionIds.TransferRate => new AssumptionBounds(1m, 1_000_000m),
        AssumptionIds.TransferHours => new AssumptionBounds(1m, Duration.HoursPerWeek),
        AssumptionIds.SwingServers => new AssumptionBounds(0m, 10_000m),
        AssumptionIds.HostLife or AssumptionIds.LicenceLife => new AssumptionBounds(1m, 30m),
        AssumptionIds.RiseLicences or AssumptionIds.RiseEnergy or AssumptionIds.RiseStaff or AssumptionIds.RiseUpkeep => new AssumptionBounds(-0.5m, 1m),
        _ => Amount,
    };

    /// <summary>Whether the value can mean anything.</summary>
    public bool Hold(decimal value) => Low <= value && value <= High;

    /// <summary>The bounds in words.</summary>
    public override string ToString() => FormattableString.Invariant($"from {Low} to {High}");
}
