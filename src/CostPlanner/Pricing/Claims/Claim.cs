using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Pricing.Claims;

/// <summary>
/// Puts the claim of 2013 to an estate: KVM 60 % to 90 % cheaper than vSphere and Xen, with the same basic features.
/// A share is (other − KVM) ÷ other, of what is counted in a scope over a term.
/// </summary>
public static class Claim
{
    /// <summary>
    /// Every KVM option against every option of another platform that does the same with the hosts, in every scope and over every term. Options that keep
    /// their hosts and options that buy new ones are not compared: what they differ by is not the platform.
    /// </summary>
    /// <param name="options">The options, each with a cost sheet for every term.</param>
    /// <param name="asked">Names of the features that count, in the order of the answer.</param>
    /// <param name="assumptions">The claim's two figures.</param>
    public static ClaimAnswer Answer(ImmutableArray<ClaimCandidate> options, ImmutableArray<string> asked, AssumptionSet assumptions)
    {
        var low = assumptions.Of(AssumptionIds.ClaimLow);
        var high = assumptions.Of(AssumptionIds.ClaimHigh);
        return new ClaimAnswer(
            low,
            high,
            [
                .. from kvm in options
                   where kvm.Platform == PlatformFamily.Kvm
                   from other in options
                   where other.Platform != PlatformFamily.Kvm && other.Hosts == kvm.Hosts
                   select new ClaimPair(kvm.Id, other.Id, FeatureMatch.Of(kvm.Features, other.Features, asked), Cells(kvm, other, low, high)),
            ]);
    }

    private static ImmutableArray<ClaimCell> Cells(ClaimCandidate kvm, ClaimCandidate other, decimal low, decimal high) =>
    [
        .. from scope in Enum.GetValues<ClaimScope>()
           from years in ClaimTerms.Years
           select Cell(kvm, other, scope, years, low, high),
    ];

    private static ClaimCell Cell(ClaimCandidate kvm, ClaimCandidate other, ClaimScope scope, int years, decimal low, decimal high)
    {
        var against = Of(other, scope, years);
        if ((WhyNot(kvm, scope, years)
            ?? WhyNot(other, scope, years)
            ?? (against.Amount == 0 ? Message.Of("claim.costs-nothing", ("option", other.Name)) : null)) is { } reason)
        {
            return new ClaimCell(scope, years, null, ClaimVerdict.NoAnswer, reason);
        }

        var share = (against - Of(kvm, scope, years)) / against;
        var verdict = share < low ? ClaimVerdict.DoesNotHold : share > high ? ClaimVerdict.Exceeds : ClaimVerdict.Holds;
        return new ClaimCell(scope, years, share, verdict, null)
        {
            RestsOnPlaceholder = RestsOnPlaceholder(kvm, scope, years) || RestsOnPlaceholder(other, scope, years),
        };
    }

    private static bool RestsOnPlaceholder(ClaimCandidate option, ClaimScope scope, int years) => Sheet(option, scope, years).Lines.Any(line =>
        InScope(line.Category, scope) && line.Provenance.IsPlaceholder && line.Payments.Any(payment => payment.Amount.Amount != 0));

    private static Message? WhyNot(ClaimCandidate option, ClaimScope scope, int years)
    {
        if (!option.PlanHolds || !option.Costs[years].PlanHolds)
        {
            return Message.Of("claim.no-plan", ("option", option.Name));
        }

        return CostSheet.WhyOf(Sheet(option, scope, years).Holes.Where(line => InScope(line.Category, scope))) is { } why
            ? Message.Of("claim.incomplete", ("option", option.Name), ("why", why))
            : null;
    }

    /// <summary>Platforms are compared as if each were set up anew; only with all costs does it matter what is paid and moved today.</summary>
    private static CostSheet Sheet(ClaimCandidate option, ClaimScope scope, int years) =>
        scope == ClaimScope.Everything ? option.Costs[years].Everything : option.Costs[years].Anew;

    private static Money Of(ClaimCandidate option, ClaimScope scope, int years) =>
        Sheet(option, scope, years).TotalOf([.. Enum.GetValues<CostCategory>().Where(category => InScope(category, scope))]);

    private static bool InScope(CostCategory category, ClaimScope scope) => scope switch
    {
        ClaimScope.PlatformLicences => category == CostCategory.PlatformLicences,
        ClaimScope.PlatformAndHardware => category is CostCategory.PlatformLicences or CostCategory.Hardware
            or CostCategory.HardwareMaintenance or CostCategory.Energy or CostCategory.Rack,
        ClaimScope.Everything => true,
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, "not a scope"),
    };
}
