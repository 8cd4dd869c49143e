namespace CostPlanner.Ingest.Files;

/// <summary>A file asks for more than a sound one can: the message says what, and what is allowed.</summary>
public sealed class TooLargeException : Exception
{
    /// <summary>Makes one without words.</summary>
    public TooLargeException()
    {
    }

    /// <summary>Makes one.</summary>
    public TooLargeException(Model.Message what)
        : base(what?.ToString()) => What = what;

    /// <summary>Makes one of words alone.</summary>
    public TooLargeException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public TooLargeException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>What is too large; null where the words alone say it.</summary>
    public Model.Message? What { get; }

    /// <summary>The sheet that it is about, or null.</summary>
    public string? Sheet { get; init; }
}
