namespace CostPlanner.Model;

/// <summary>A figure that the model assumes, with its range and where it comes from.</summary>
public sealed record Assumption
{
    /// <summary>An assumption; throws unless low ≤ likely ≤ high.</summary>
    public Assumption(string id, Message label, string unit, decimal low, decimal likely, decimal high, Provenance provenance)
    {
        if (low > likely || likely > high)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"{id}: low {low}, likely {likely}, high {high} are not in order"), nameof(likely));
        }

        (Id, Label, Unit, Low, Likely, High, Provenance) = (id, label, unit, low, likely, high, provenance);
        Currency = unit.Split([' ', '/'], 2)[0] is var first && Model.Currency.IsCode(first) ? new Currency(first) : null;
    }

    private Assumption(Assumption other, decimal low, decimal likely, decimal high, Provenance provenance) =>
        (Id, Label, Unit, Currency, Low, Likely, High, Provenance) = (other.Id, other.Label, other.Unit, other.Currency, low, likely, high, provenance);

    /// <summary>The assumption's id, as a scenario names it.</summary>
    public string Id { get; }

    /// <summary>What it is.</summary>
    public Message Label { get; }

    /// <summary>What it is counted in: "vCPU per core", "W", "USD per VM", "per year", "share".</summary>
    public string Unit { get; }

    /// <summary>The low end of what is plausible.</summary>
    public decimal Low { get; }

    /// <summary>The value that the point case uses.</summary>
    public decimal Likely { get; }

    /// <summary>The high end of what is plausible.</summary>
    public decimal High { get; }

    /// <summary>Where it comes from.</summary>
    public Provenance Provenance { get; }

    /// <summary>The currency that its unit starts with ("USD per VM"), or null when it is not an amount of money.</summary>
    public Currency? Currency { get; }

    /// <summary>The likely value as money; throws when its unit names no currency.</summary>
    public Money LikelyMoney => Currency is { } currency
        ? new Money(Likely, currency)
        : throw new InvalidOperationException($"{Id} is in {Unit}, which is no money");

    /// <summary>The same assumption with the user's value, and the range widened to hold it.</summary>
    public Assumption WithValue(decimal value, Provenance provenance) =>
        new(this, Math.Min(Low, value), value, Math.Max(High, value), provenance);
}
