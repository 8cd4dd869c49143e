namespace CostPlanner.Model;

/// <summary>When a licence is paid.</summary>
public enum LicenceKind
{
    /// <summary>Paid once; support is paid yearly from the first year, in per cent of the licence.</summary>
    Perpetual,

    /// <summary>Paid yearly in advance.</summary>
    SubscriptionYearly,

    /// <summary>Paid monthly in advance.</summary>
    SubscriptionMonthly,

    /// <summary>Nothing to pay.</summary>
    Free,
}
