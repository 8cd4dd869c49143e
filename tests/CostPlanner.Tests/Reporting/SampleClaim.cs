using CostPlanner.Model;
using CostPlanner.Pricing;

namespace CostPlanner.Tests.Reporting;

/// <summary>The claim of 2013 for the sample: shares worked out from the sheets of the options.</summary>
internal static class SampleClaim
{
    public static ClaimAnswer Of(IReadOnlyList<OptionCase> options)
    {
        var pairs =
            from kvm in options.Where(option => option.Option.Platform == PlatformFamily.Kvm)
            from other in options.Where(option => option.Option.Platform != PlatformFamily.Kvm)
            from scope in Enum.GetValues<ClaimScope>()
            select CellOf(kvm, other, scope);
        return new ClaimAnswer(0.6m, 0.9m, 5, [.. pairs]);
    }

    private static ClaimCell CellOf(OptionCase kvm, OptionCase other, ClaimScope scope)
    {
        if (!kvm.IsRanked || !other.IsRanked)
        {
            return new ClaimCell(kvm.Option.Id, other.Option.Id, scope, null, ClaimVerdict.NoAnswer, "a price is missing");
        }

        var share = 1 - (CostOf(kvm.Costs, scope) / CostOf(other.Costs, scope));
        var verdict = share switch
        {
            < 0.6m => ClaimVerdict.DoesNotHold,
            <= 0.9m => ClaimVerdict.Holds,
            _ => ClaimVerdict.Exceeds,
        };
        return new ClaimCell(kvm.Option.Id, other.Option.Id, scope, share, verdict, null);
    }

    private static Money CostOf(CostSheet costs, ClaimScope scope) => scope switch
    {
        ClaimScope.PlatformLicences => costs.TotalOf(CostCategory.PlatformLicences),
        ClaimScope.PlatformAndHardware => costs.TotalOf(
            CostCategory.PlatformLicences, CostCategory.Hardware, CostCategory.HardwareMaintenance, CostCategory.Energy, CostCategory.Rack),
        _ => costs.Total,
    };
}
