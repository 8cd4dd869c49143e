using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>Something of a case that can be changed by name: what `whatif --set`, sweeps, ranges and break-evens are about.</summary>
/// <param name="Name">Its name, as the user writes it: "growth", "proxmox.migration-per-vm", "failover", "discount.broadcom".</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Unit">What it is counted in; none for what is no number.</param>
public abstract record CaseKey(string Name, Message Label, ValueUnit Unit)
{
    /// <summary>What it is now, as the user would write it; empty where it asks for a change and has no value of its own.</summary>
    public abstract string Now(CaseInputs inputs);

    /// <summary>The case with another value; throws <see cref="CaseKeyException"/> with what the user is told where the value can mean nothing.</summary>
    public abstract CaseInputs Change(CaseInputs inputs, string value);
}

/// <summary>A key whose value is a number.</summary>
public abstract record NumberKey(string Name, Message Label, ValueUnit Unit) : CaseKey(Name, Label, Unit)
{
    /// <summary>Its value now; null where it has none, as an offer that nobody made.</summary>
    public abstract decimal? Value(CaseInputs inputs);

    /// <summary>The case with another value; throws <see cref="CaseKeyException"/> for one that can mean nothing.</summary>
    public abstract CaseInputs Change(CaseInputs inputs, decimal value);

    /// <summary>The values that it can take.</summary>
    public abstract AssumptionBounds Bounds { get; }

    /// <summary>The values that are looked at where the user names none; null where only the user can know them.</summary>
    public abstract AssumptionBounds? Usual { get; }

    /// <summary>Whether it counts things, so that only whole numbers mean something.</summary>
    public abstract bool IsWhole { get; }

    /// <summary>Whether another value may put VMs on other hosts. What is false here leaves every plan as it is.</summary>
    public abstract bool MovesVms { get; }
}

/// <summary>A value that a key cannot take.</summary>
/// <param name="refusal">Why, for the user.</param>
public sealed class CaseKeyException(Message refusal) : Exception(refusal?.ToString())
{
    /// <summary>Why, for the user.</summary>
    public Message Refusal { get; } = refusal;
}
