namespace CostPlanner.Model;

/// <summary>How much a finding matters.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing was changed or left out.</summary>
    Note,

    /// <summary>Something was set aside or assumed; the work went on.</summary>
    Warning,

    /// <summary>The work cannot go on before this is mended.</summary>
    Error,
}

/// <summary>Something about the user's input that the user should know. Its words are made in Reporting.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Code">A short stable name for scripts, in lower case with hyphens.</param>
/// <param name="Message">What was found; it names the value.</param>
/// <param name="Place">Where it was found.</param>
/// <param name="Done">What the program did about it, or null when nothing was done.</param>
/// <param name="Mend">How the user can mend it, or null when there is nothing to mend.</param>
public sealed record Finding(
    Severity Severity,
    string Code,
    Message Message,
    SourcePlace Place,
    Message? Done = null,
    Message? Mend = null)
{
    /// <summary>Whether the report's first page says it too, because it bears on a figure that stands there.</summary>
    public bool IsOnFirstPage { get; init; }
}
