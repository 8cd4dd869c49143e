using System.Text.Json;

namespace CostPlanner.Ingest.Files;

/// <summary>JSON that the library would take, and that is none here.</summary>
/// <param name="what">What is wrong with it, as the rest of a sentence.</param>
/// <param name="line">The line, the first is 0.</param>
internal sealed class JsonTextException(Model.Message what, long line) : JsonException(what.ToString(), null, line, null)
{
    /// <summary>What is wrong, as the rest of a sentence.</summary>
    public Model.Message What { get; } = what;
}
