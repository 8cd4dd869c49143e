namespace CostPlanner.Model;

/// <summary>What the code knows of an assumption; what it is worth, and by what source, stands in data/assumptions.</summary>
/// <param name="Id">Its id, as the data and a scenario name it: one of <see cref="AssumptionIds"/>.</param>
/// <param name="Unit">What it is counted in; an amount of money starts with <see cref="AnyCurrency"/>, because the data choose the currency.</param>
/// <param name="Bounds">What a value of it can mean at all.</param>
/// <param name="ReadBy">The first stage on the way of the data that reads it.</param>
public sealed record AssumptionKey(string Id, string Unit, AssumptionBounds Bounds, AssumptionReader ReadBy)
{
    /// <summary>Stands at the start of a unit for the currency that the data choose: "¤ per VM".</summary>
    public const string AnyCurrency = "¤ ";

    /// <summary>The values that are looked at where the user names none; null where they follow from its plausible range.</summary>
    public AssumptionBounds? Usual { get; init; }

    /// <summary>Up to how many times its value now is looked at, from nothing on; null where that is not how it is looked at.</summary>
    public decimal? UsualTimes { get; init; }

    /// <summary>What must be there for anything to ask for it.</summary>
    public AskedFor AskedFor { get; init; }

    /// <summary>Whether it is a term of the question and not of the estate, so that no trial draws it.</summary>
    public bool IsTerm { get; init; }

    /// <summary>Whether another value may put VMs on other hosts. What is false here leaves every plan as it is, so that trials may share plans.</summary>
    /// <remarks>
    /// What demand reads only to say which VMs are idle moves no VM, and counts all the same: that costs a plan made twice, where an exception
    /// to the rule could share one wrongly.
    /// </remarks>
    public bool MovesVms => ReadBy is AssumptionReader.Demand or AssumptionReader.Placement;

    /// <summary>Whether it is an amount of money, in the currency that the data choose.</summary>
    public bool IsMoney => Unit.StartsWith(AnyCurrency, StringComparison.Ordinal);

    /// <summary>Whether the data may give it in that unit: its own, with any currency where it is an amount of money.</summary>
    public bool IsIn(string unit) => unit == Unit
        || (unit.Split(' ', 2) is [var currency, var rest] && Currency.IsCode(currency) && AnyCurrency + rest == Unit);
}

/// <summary>The first stage on the way of the data that reads an assumption.</summary>
public enum AssumptionReader
{
    /// <summary>What VMs need.</summary>
    Demand,

    /// <summary>What hosts carry.</summary>
    Placement,

    /// <summary>What it costs.</summary>
    Pricing,

    /// <summary>How options compare: <c>BusinessCase.cs</c>.</summary>
    Comparison,
}

/// <summary>What must be there for anything to ask for an assumption.</summary>
public enum AskedFor
{
    /// <summary>Nothing: every case asks for it.</summary>
    Always,

    /// <summary>Use over time that was measured.</summary>
    Usage,

    /// <summary>VMs on vSAN.</summary>
    Vsan,

    /// <summary>VMs whose disks are not known.</summary>
    UnknownDisks,

    /// <summary>A renewal that is ordered late.</summary>
    LateRenewal,

    /// <summary>A scenario that sets it; it is nothing where none does.</summary>
    OnlyIfSet,
}
