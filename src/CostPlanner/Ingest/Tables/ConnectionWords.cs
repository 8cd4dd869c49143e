using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The words of a connection state, as the vSphere API has them; letters only, capital or small.</summary>
internal static class ConnectionWords
{
    /// <summary>The state, or null for a word that is not known here.</summary>
    public static ConnectionState? Of(string? text) => string.Concat((text ?? "").Where(char.IsLetter)).ToUpperInvariant() switch
    {
        "CONNECTED" => ConnectionState.Connected,
        "DISCONNECTED" or "NOTRESPONDING" => ConnectionState.Disconnected,
        "INACCESSIBLE" => ConnectionState.Inaccessible,
        "ORPHANED" => ConnectionState.Orphaned,
        "INVALID" => ConnectionState.Invalid,
        _ => null,
    };
}
