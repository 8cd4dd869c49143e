namespace CostPlanner.Model;

/// <summary>What a value is counted in.</summary>
/// <param name="Words">The unit in full: "host", "share per year"; none for what is no number.</param>
/// <param name="IsShare">Whether the value is a share of a whole, which is printed as per cent.</param>
/// <param name="Beside">What is printed beside the value: of a share what it is said of, or none; else the unit.</param>
public sealed record ValueUnit(Message Words, bool IsShare, Message Beside)
{
    private const string OfShares = "share";

    /// <summary>What is no number.</summary>
    public static ValueUnit None { get; } = Message.None;

    /// <summary>A unit as files of the data folder and of sweeps have it: "share", "share per year", or anything else.</summary>
    public static ValueUnit OfFile(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text == OfShares ? new ValueUnit(text, true, Message.None)
            : text.StartsWith(OfShares + " ", StringComparison.Ordinal) ? new ValueUnit(text, true, text[(OfShares.Length + 1)..])
            : new ValueUnit(text, false, text);
    }

    /// <summary>A unit as files have it.</summary>
    public static implicit operator ValueUnit(string text) => OfFile(text);

    /// <summary>A unit that is no share.</summary>
    public static implicit operator ValueUnit(Message words) => new(words, false, words);
}
