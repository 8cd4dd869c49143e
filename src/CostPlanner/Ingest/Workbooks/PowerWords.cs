using CostPlanner.Model;

namespace CostPlanner.Ingest.Workbooks;

/// <summary>The words that tell whether a VM runs.</summary>
internal static class PowerWords
{
    /// <summary>What the words mean; null for a blank cell and for words not known here.</summary>
    public static PowerState? Of(string? words) => string.Concat((words ?? "").Where(char.IsLetter)).ToUpperInvariant() switch
    {
        "POWEREDON" or "ON" or "RUNNING" or "KON" => PowerState.On,
        "POWEREDOFF" or "OFF" or "KOFF" => PowerState.Off,
        "SUSPENDED" or "KSUSPENDED" => PowerState.Suspended,
        _ => null,
    };
}
