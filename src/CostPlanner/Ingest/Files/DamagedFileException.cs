using CostPlanner.Model;

namespace CostPlanner.Ingest.Files;

/// <summary>A file is not what it should be; the reader of its format makes a finding of it.</summary>
internal sealed class DamagedFileException(Message why) : Exception(why.ToString())
{
    /// <summary>What is wrong, as the rest of a sentence or a sentence of its own, as the format has it.</summary>
    public Message Why { get; } = why;
}
