namespace CostPlanner.Reporting.Document;

/// <summary>One cell of a table: text, and what stands around it.</summary>
/// <param name="Text">What is printed; empty for a cell that has nothing to say.</param>
/// <param name="Tone">How loudly it is said.</param>
public sealed record Cell(string Text, Tone Tone = Tone.Normal)
{
    /// <summary>A word before the text that changes its meaning ("at least"), or null.</summary>
    public string? Before { get; init; }

    /// <summary>A letter raised behind the text that leads to a note, or null.</summary>
    public string? Mark { get; init; }

    /// <summary>A quieter line below the text, or null.</summary>
    public string? Below { get; init; }

    /// <summary>The anchor in the document that the text leads to, or null.</summary>
    public string? Link { get; init; }

    /// <summary>A share from 0 to 1 drawn as a small bar beside the text, or null for no bar.</summary>
    public decimal? Bar { get; init; }

    /// <summary>A cell with nothing in it.</summary>
    public static Cell Empty { get; } = new("");

    /// <summary>A cell that says why there is no answer.</summary>
    public static Cell Missing(string why) => new(why, Tone.Missing);
}
