using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>What a guest says of itself when it is up.</summary>
/// <param name="Kernel">Its kernel's release.</param>
/// <param name="Cpu">Its CPU's name.</param>
/// <param name="ClockSource">Its source of time.</param>
/// <param name="Hypervisor">Which hypervisor its kernel found; empty for none, as under TCG.</param>
/// <param name="Cpus">Its virtual CPUs.</param>
/// <param name="FailedModules">The modules that could not be loaded.</param>
/// <param name="Uptime">Its uptime when it said so, in seconds.</param>
public sealed record GuestBoot(string Kernel, string Cpu, string ClockSource, string Hypervisor, int Cpus, ImmutableArray<string> FailedModules, double Uptime);

/// <summary>A guest's answer to one command.</summary>
/// <param name="Event">The command's name, or "error" for one that it does not understand.</param>
/// <param name="ExitCode">The tool's exit code.</param>
/// <param name="Up0">The guest's uptime before, in seconds.</param>
/// <param name="Up1">The guest's uptime after, in seconds.</param>
/// <param name="Stat0">By kind: ticks of all its CPUs before.</param>
/// <param name="Stat1">By kind: ticks of all its CPUs after.</param>
/// <param name="Output">What the tool wrote, whole and as it is: clean it before it is shown.</param>
/// <param name="Sent">When the command was sent, by the host's monotonic clock.</param>
/// <param name="Received">When the answer was there, by the same clock.</param>
public sealed record GuestAnswer(
    string Event,
    int ExitCode,
    double Up0,
    double Up1,
    ImmutableSortedDictionary<string, long> Stat0,
    ImmutableSortedDictionary<string, long> Stat1,
    string Output,
    TimeSpan Sent,
    TimeSpan Received);

/// <summary>Reads a guest's lines strictly; all else is a message that is none.</summary>
internal static class GuestMessage
{
    private const int Version = 1;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 4 };

    /// <summary>The number of the command that a line answers; 0 for one that answers none.</summary>
    public static int Number(byte[] line) => Read(line, root =>
        root.GetProperty("v").GetInt32() == Version && root.GetProperty("seq").GetInt32() is >= 0 and var number
            ? number
            : throw new FormatException("another version, or a number below 0"));

    /// <summary>The line that a guest says when it is up.</summary>
    public static GuestBoot Boot(byte[] line) => Read(line, root => Text(root, "ev") != "boot"
        ? throw new FormatException("the first line is not that of the boot")
        : new GuestBoot(
            Text(root, "kernel"),
            Text(root, "cpu"),
            Text(root, "clocksource"),
            Text(root, "hypervisor"),
            root.GetProperty("ncpu").GetInt32(),
            [.. root.GetProperty("failed").EnumerateArray().Select(module => Printable.Line(module.GetString() ?? ""))],
            Uptime(root, "up1")));

    /// <summary>The line that answers a command.</summary>
    public static GuestAnswer Answer(byte[] line, TimeSpan sent, TimeSpan received) => Read(line, root => new GuestAnswer(
        Text(root, "ev"),
        root.GetProperty("rc").GetInt32(),
        Uptime(root, "up0"),
        Uptime(root, "up1"),
        Ticks(root, "stat0"),
        Ticks(root, "stat1"),
        Encoding.UTF8.GetString(root.GetProperty("b64").GetBytesFromBase64()),
        sent,
        received));

    private static T Read<T>(byte[] line, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            return read(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw GuestException.Of(RejectReason.BadMessage, Message.Of("guest.bad-line", ("why", wrong.Message), ("line", Encoding.UTF8.GetString(line))));
        }
    }

    private static string Text(JsonElement root, string name) =>
        Printable.Line(root.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null"));

    private static double Uptime(JsonElement root, string name) =>
        root.GetProperty(name).GetDouble() is var seconds && double.IsFinite(seconds) && seconds >= 0
            ? seconds
            : throw new FormatException($"{name} is no time");

    private static ImmutableSortedDictionary<string, long> Ticks(JsonElement root, string name) =>
        root.GetProperty(name)
            .EnumerateObject()
            .ToImmutableSortedDictionary(kind => Printable.Line(kind.Name), kind => kind.Value.GetInt64(), StringComparer.Ordinal);
}
