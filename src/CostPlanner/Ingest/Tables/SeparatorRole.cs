namespace CostPlanner.Ingest.Tables;

/// <summary>What a point or a comma in a number is.</summary>
internal enum SeparatorRole
{
    /// <summary>Nothing shows it.</summary>
    Unknown,

    /// <summary>It comes before the fraction.</summary>
    Decimal,

    /// <summary>It sets groups of three digits apart.</summary>
    Group,
}
