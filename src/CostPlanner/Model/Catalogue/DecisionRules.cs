using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What is true of a case that is to be decided.</summary>
public enum DecisionFact
{
    /// <summary>No option may be ranked.</summary>
    NoneRanked,

    /// <summary>Every option that has a total lacks something that is required of it.</summary>
    AllLackSomething,

    /// <summary>No option that stays on the platform of today may be ranked.</summary>
    NoStay,

    /// <summary>No option that leaves it may be ranked.</summary>
    NoLeave,

    /// <summary>An option that leaves may be ranked.</summary>
    HasLeave,

    /// <summary>Trials were made, and both the best way to stay and the best to leave have a total in each.</summary>
    Drawn,

    /// <summary>Leaving is the cheaper in four trials of five, or more.</summary>
    LeaveLikely,

    /// <summary>Staying is.</summary>
    StayLikely,

    /// <summary>Leaving is the cheaper with every likely value.</summary>
    LeaveCheaper,

    /// <summary>The verdict is to leave, or left open.</summary>
    LeaveFirst,

    /// <summary>The verdict is left open.</summary>
    VerdictOpen,

    /// <summary>Nobody says what is paid today, and until when.</summary>
    NoContract,

    /// <summary>The contract must be given notice, and the day is still to come.</summary>
    NoticeAhead,

    /// <summary>A move that begins on the day of the case ends after the contract.</summary>
    MoveLate,

    /// <summary>Nobody offered to extend the contract.</summary>
    NoExtension,

    /// <summary>Whether something is required is not known.</summary>
    RequirementUnknown,

    /// <summary>Nobody says which licences are owned.</summary>
    OwnedUnknown,

    /// <summary>A product of the platform of today has a price at which leaving costs the same.</summary>
    ProductPriced,

    /// <summary>An option is not ranked for want of a price.</summary>
    PriceMissing,
}

/// <summary>What a case comes to in one word.</summary>
public enum VerdictKind
{
    /// <summary>No option has what is required.</summary>
    RequirementsUnmet,

    /// <summary>No option has a complete total.</summary>
    NoAnswer,

    /// <summary>Only ways to stay can be ranked.</summary>
    OnlyStay,

    /// <summary>Only ways to leave can be ranked.</summary>
    OnlyLeave,

    /// <summary>Leave.</summary>
    Leave,

    /// <summary>Stay.</summary>
    Stay,

    /// <summary>The figures do not decide it.</summary>
    Open,

    /// <summary>Leave, by the point figures alone.</summary>
    LeaveUndrawn,

    /// <summary>Stay, by the point figures alone.</summary>
    StayUndrawn,
}

/// <summary>Something to be done within the 90 days after the day of the case.</summary>
public enum NextStep
{
    /// <summary>Find out what is paid today.</summary>
    EnterContract,

    /// <summary>Give the contract notice.</summary>
    GiveNotice,

    /// <summary>Find out what the estate uses.</summary>
    ConfirmRequirements,

    /// <summary>Find out which licences are owned.</summary>
    EnterOwned,

    /// <summary>Ask for an offer of the product by which the best way to stay is licensed.</summary>
    AskStay,

    /// <summary>Ask for an extension of the contract.</summary>
    AskExtension,

    /// <summary>Ask for an offer of the best way to leave.</summary>
    AskLeave,

    /// <summary>Ask for the prices that are missing.</summary>
    FillPrices,

    /// <summary>Find out the two facts that would decide.</summary>
    FindFacts,

    /// <summary>Move a few VMs and see what it costs.</summary>
    MovePilot,

    /// <summary>Run the benchmark guests on a candidate server.</summary>
    MeasureHost,

    /// <summary>Decide.</summary>
    Decide,
}

/// <summary>A rule: what follows where some facts hold.</summary>
/// <param name="Then">What follows.</param>
/// <param name="When">The facts that must hold; none for always.</param>
/// <param name="Days">Days after the day of the case by which a step is due; null where another day says.</param>
/// <param name="Provenance">Who says so.</param>
public sealed record DecisionRule<T>(T Then, ImmutableArray<DecisionFact> When, int? Days, Provenance Provenance)
{
    /// <summary>Whether all of its facts are among those that hold.</summary>
    public bool Holds(IReadOnlySet<DecisionFact> facts) => When.All(facts.Contains);
}

/// <summary>How a case is decided: of the verdicts the first whose rule holds, of the steps each.</summary>
/// <param name="Verdicts">The rules of verdicts, the first first.</param>
/// <param name="Steps">The rules of next steps, in the order in which they are told.</param>
public sealed record DecisionRules(ImmutableArray<DecisionRule<VerdictKind>> Verdicts, ImmutableArray<DecisionRule<NextStep>> Steps)
{
    /// <summary>No rules, of a data folder that has none: then nothing is recommended.</summary>
    public static DecisionRules None { get; } = new([], []);
}
