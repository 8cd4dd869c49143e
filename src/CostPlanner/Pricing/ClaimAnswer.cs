using System.Collections.Immutable;

namespace CostPlanner.Pricing;

/// <summary>What is counted when two options are compared for the claim of 2013.</summary>
public enum ClaimScope
{
    /// <summary>Licences and subscriptions of the platform only.</summary>
    PlatformLicences,

    /// <summary>Platform licences, servers, their maintenance, energy and rack.</summary>
    PlatformAndHardware,

    /// <summary>Everything in the cost sheet.</summary>
    Everything,
}

/// <summary>Whether the claim holds for one pair of options in one scope.</summary>
public enum ClaimVerdict
{
    /// <summary>A price is missing or a plan does not hold: there is no answer.</summary>
    NoAnswer,

    /// <summary>KVM saves less than the claim's lower figure.</summary>
    DoesNotHold,

    /// <summary>KVM saves between the claim's two figures.</summary>
    Holds,

    /// <summary>KVM saves more than the claim's upper figure.</summary>
    Exceeds,
}

/// <summary>What a KVM option saves against another platform's option, in one scope over the horizon.</summary>
/// <param name="Kvm">The KVM option's id.</param>
/// <param name="Other">The other option's id.</param>
/// <param name="Scope">What is counted.</param>
/// <param name="Share">The saving as a share of the other option's cost, or null where there is no answer.</param>
/// <param name="Verdict">Whether the claim holds.</param>
/// <param name="Reason">Why there is no answer, or null where there is one.</param>
public sealed record ClaimCell(string Kvm, string Other, ClaimScope Scope, decimal? Share, ClaimVerdict Verdict, string? Reason);

/// <summary>The claim of 2013 put to this estate: KVM 60 % to 90 % cheaper than vSphere and Xen.</summary>
/// <param name="Low">The claim's lower figure, as a share.</param>
/// <param name="High">The claim's upper figure, as a share.</param>
/// <param name="Years">The term that all shares speak of.</param>
/// <param name="Cells">One cell for each pair of options and each scope.</param>
public sealed record ClaimAnswer(decimal Low, decimal High, int Years, ImmutableArray<ClaimCell> Cells);
