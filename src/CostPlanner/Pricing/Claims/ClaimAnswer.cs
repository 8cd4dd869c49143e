using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Claims;

/// <summary>What is counted when two options are compared for the claim of 2013.</summary>
public enum ClaimScope
{
    /// <summary>Licences and subscriptions of the platform only.</summary>
    PlatformLicences,

    /// <summary>Platform licences, servers, their maintenance, energy and rack.</summary>
    PlatformAndHardware,

    /// <summary>Everything in the cost sheet, migration too.</summary>
    Everything,
}

/// <summary>Whether the claim holds for one pair of options in one scope over one term.</summary>
public enum ClaimVerdict
{
    /// <summary>There is no share, and a reason for that.</summary>
    NoAnswer,

    /// <summary>KVM saves less than the claim's lower figure.</summary>
    DoesNotHold,

    /// <summary>KVM saves between the claim's two figures.</summary>
    Holds,

    /// <summary>KVM saves more than the claim's upper figure.</summary>
    Exceeds,
}

/// <summary>What a KVM option saves against another platform's option, in one scope over one term.</summary>
/// <param name="Scope">What is counted.</param>
/// <param name="Years">The term.</param>
/// <param name="Share">The saving as a share of the other option's cost, negative where KVM costs more; null where there is no answer.</param>
/// <param name="Verdict">Whether the claim holds.</param>
/// <param name="Reason">Why there is no answer, or null where there is one.</param>
public sealed record ClaimCell(ClaimScope Scope, int Years, decimal? Share, ClaimVerdict Verdict, Message? Reason)
{
    /// <summary>Whether a price or assumption without a source is in it.</summary>
    public bool RestsOnPlaceholder { get; init; }

    /// <summary>Whether there is a share.</summary>
    public bool IsAnswered => Verdict != ClaimVerdict.NoAnswer;

    /// <summary>Whether KVM saves at least what was claimed.</summary>
    public bool IsTrue => Verdict is ClaimVerdict.Holds or ClaimVerdict.Exceeds;
}

/// <summary>A KVM option against another platform's.</summary>
/// <param name="Kvm">The KVM option's id.</param>
/// <param name="Other">The other option's id.</param>
/// <param name="Features">Whether KVM has the features that the other has.</param>
/// <param name="Cells">What it saves, in each scope over each term.</param>
public sealed record ClaimPair(string Kvm, string Other, FeatureMatch Features, ImmutableArray<ClaimCell> Cells)
{
    /// <summary>Whether the pair is one of those that the claim speaks of: the same basic features.</summary>
    public bool IsEqual => Features.State == FeatureEquality.Equal;
}

/// <summary>The claim of 2013 put to an estate: KVM 60 % to 90 % cheaper than vSphere and Xen, with the same basic features.</summary>
/// <param name="Low">The claim's lower figure, as a share.</param>
/// <param name="High">The claim's upper figure, as a share.</param>
/// <param name="Pairs">Every KVM option with every option of another platform; empty where the scenario lacks either.</param>
public sealed record ClaimAnswer(decimal Low, decimal High, ImmutableArray<ClaimPair> Pairs);
