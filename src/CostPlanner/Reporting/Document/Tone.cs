namespace CostPlanner.Reporting.Document;

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

    /// <summary>A figure that passes a mark.</summary>
    Marked,

    /// <summary>A figure that passes the higher of two marks.</summary>
    MarkedMore,

    /// <summary>A figure that would pass a mark and does not count.</summary>
    Outlined,

    /// <summary>A figure without a source, to be replaced by the user.</summary>
    Placeholder,
}
