using System.Collections.Immutable;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Reporting.Json.Result;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>What bench image --json prints.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class GuestImageJson
{
    private const string Schema = "costplanner/bench-image/1";

    /// <summary>The outcome as JSON text.</summary>
    public static string Render(GuestCache cache, ImageOutcome outcome) => JsonText.Of(to =>
    {
        var guest = outcome.Guest;
        to.WriteStartObject();
        to.WriteString("schema", Schema);
        to.WriteString("cache", cache.Folder);
        to.WriteString("key", guest?.Key);
        to.WriteString("kernelVersion", guest?.KernelVersion);
        to.WriteBoolean("built", outcome.IsBuilt);
        to.WritePropertyName("sameAsBefore");
        to.WriteRawValue(outcome.SameAsBefore switch { true => "true", false => "false", null => "null" });
        to.List("files", guest?.Files ?? ImmutableSortedDictionary<string, CachedFile>.Empty, file =>
        {
            to.WriteString("name", file.Key);
            to.WriteString("path", Path.GetRelativePath(cache.Folder, Path.Combine(guest!.Folder, file.Key)));
            to.WriteNumber("bytes", file.Value.Bytes);
            to.WriteString("sha256", file.Value.Sha256);
        });
        to.List("packages", guest?.Packages ?? [], package =>
        {
            to.WriteString("name", package.Name);
            to.WriteString("version", package.Version);
            to.WriteString("sha256", package.Sha256);
        });
        FindingsJson.Write(to, outcome.Findings);
        to.WriteEndObject();
    });
}
