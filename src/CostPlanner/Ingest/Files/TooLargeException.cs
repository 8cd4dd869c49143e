namespace CostPlanner.Ingest.Files;

/// <summary>A file asks for more than a sound one can: the message says what, and what is allowed.</summary>
public sealed class TooLargeException : Exception
{
    /// <summary>Makes one without words.</summary>
    public TooLargeException()
    {
    }

    /// <summary>Makes one.</summary>
    public TooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public TooLargeException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>The sheet that it is about, or null.</summary>
    public string? Sheet { get; init; }
}
