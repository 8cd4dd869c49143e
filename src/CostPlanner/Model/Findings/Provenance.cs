namespace CostPlanner.Model;

/// <summary>How well a figure is founded.</summary>
public enum Grade
{
    /// <summary>The vendor's own page or code, an official table, or two independent sources that agree.</summary>
    A,

    /// <summary>One named and dated secondary source.</summary>
    B,

    /// <summary>One weak source, or a competitor's word.</summary>
    C,

    /// <summary>A placeholder without a source: unconfirmed, to be replaced by the user.</summary>
    M,
}

/// <summary>Where a figure comes from.</summary>
/// <param name="Source">The source: what the data say of it, or a message where it is none of their rows.</param>
/// <param name="Date">The day or period the source speaks of, as the source gives it: "2026-07-11", "2013", "2024-2026".</param>
/// <param name="Grade">How well it is founded.</param>
/// <param name="Row">The row or line of ours that holds it: "prices/vmware.csv, row 12".</param>
public sealed record Provenance(Message Source, string Date, Grade Grade, string Row)
{
    /// <summary>Whether the figure is a placeholder that the user must replace.</summary>
    public bool IsPlaceholder => Grade == Grade.M;
}
