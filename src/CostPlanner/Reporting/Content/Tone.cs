namespace CostPlanner.Reporting.Content;

/// <summary>How loudly something is said.</summary>
public enum Tone
{
    /// <summary>As the rest.</summary>
    Normal,

    /// <summary>What the reader should see first.</summary>
    Strong,

    /// <summary>Of use to whoever looks for it.</summary>
    Quiet,

    /// <summary>There is no answer here; the text says why.</summary>
    Missing,

    /// <summary>A figure without a source, to be replaced by the user.</summary>
    Placeholder,
}
