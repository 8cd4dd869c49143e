using CostPlanner.Model;

namespace CostPlanner.Cases.Keys;

/// <summary>A number of a case, with how it is read and changed.</summary>
/// <param name="Name">Its name, as the user writes it.</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Bounds">The values that it can take.</param>
/// <param name="Read">Its value in a case; null where it has none now.</param>
/// <param name="Write">The case with another value, which lies within the bounds.</param>
/// <param name="MovesVms">Whether another value may put VMs on other hosts.</param>
/// <param name="Usual">The values that are looked at where the user names none; null where only the user can know them.</param>
/// <param name="IsWhole">Whether it counts things, so that only whole numbers mean something.</param>
public sealed record NumberSetting(
    string Name,
    Message Label,
    ValueUnit Unit,
    AssumptionBounds Bounds,
    Func<CaseInputs, decimal?> Read,
    Func<CaseInputs, decimal, CaseInputs> Write,
    bool MovesVms,
    AssumptionBounds? Usual = null,
    bool IsWhole = false) : NumberKey(Name, Label, Unit)
{
    /// <summary>The values that it can take.</summary>
    public override AssumptionBounds Bounds { get; } = Bounds;

    /// <summary>Whether another value may put VMs on other hosts.</summary>
    public override bool MovesVms { get; } = MovesVms;

    /// <summary>Whether it counts things, so that only whole numbers mean something.</summary>
    public override bool IsWhole { get; } = IsWhole;

    /// <summary>The values that are looked at where the user names none; null where only the user can know them.</summary>
    public override AssumptionBounds? Usual { get; } = Usual;

    /// <summary>Its value now; null where it has none.</summary>
    public override decimal? Value(CaseInputs inputs) => Read(inputs);

    /// <summary>Its value now without zeros at the end; empty where it has none.</summary>
    public override string Now(CaseInputs inputs) => Read(inputs) is { } value ? ValueText.Of(value) : "";

    /// <summary>The case with another value; throws <see cref="CaseKeyException"/> for one outside the bounds.</summary>
    public override CaseInputs Change(CaseInputs inputs, decimal value)
    {
        if (!Bounds.Hold(value))
        {
            throw new CaseKeyException(Message.Of(
                "key.out-of-bounds", ("key", Name), ("value", value), ("bounds", Bounds.Said)));
        }

        return IsWhole && value != decimal.Truncate(value)
            ? throw new CaseKeyException(Message.Of("key.not-whole", ("key", Name), ("value", value)))
            : Write(inputs, value);
    }

    /// <summary>The case with a number as the user writes it: with a decimal point, or as per cent.</summary>
    public override CaseInputs Change(CaseInputs inputs, string value) => ValueText.Number(value) is { } number
        ? Change(inputs, number)
        : throw new CaseKeyException(Message.Of("key.not-a-number", ("value", value), ("key", Name)));
}
