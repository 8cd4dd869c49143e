using System.Text;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>How a probe ended.</summary>
public enum ProbeEnd
{
    /// <summary>With figures.</summary>
    Measured,

    /// <summary>KVM would not make or run the guest.</summary>
    Refused,

    /// <summary>It did not come back and was killed.</summary>
    TimedOut,

    /// <summary>The child process told nothing: it could not be started, broke, or answered nonsense.</summary>
    NoAnswer,
}

/// <summary>What a probe came to: figures, or why there are none.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Figures">The figures; null unless measured.</param>
/// <param name="Words">Why there are none; null when measured.</param>
/// <remarks>
/// On the way from child to parent it is one line of JSON: {"v":1,"loopInGuest":ns,"loopOnHost":ns,"cpuidExit":ns,"portExit":ns,
/// "rounds":n,"sameMachineCode":true} or {"v":1,"refused":"KVM_CREATE_VM: Device or resource busy"}.
/// </remarks>
public sealed record ProbeAnswer(ProbeEnd End, ProbeFigures? Figures, Message? Words)
{
    private const int Version = 1;

    /// <summary>The answer with figures.</summary>
    public static ProbeAnswer Of(ProbeFigures figures) => new(ProbeEnd.Measured, figures, null);

    /// <summary>The answer without.</summary>
    public static ProbeAnswer Without(ProbeEnd end, Message words) => new(end, null, words);

    /// <summary>Reads the child's line; whatever is not exactly such a line is no answer.</summary>
    public static ProbeAnswer Parse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        try
        {
            using var document = JsonDocument.Parse(line);
            var answer = document.RootElement;
            return answer.GetProperty("v").GetInt32() != Version ? Nonsense()
                : answer.TryGetProperty("refused", out var refused) ? Without(ProbeEnd.Refused, refused.GetString() ?? "")
                : Of(FiguresIn(answer));
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            return Nonsense();
        }
    }

    /// <summary>The line that Parse reads.</summary>
    public string ToLine()
    {
        using var stream = new MemoryStream();
        using (var to = new Utf8JsonWriter(stream))
        {
            to.WriteStartObject();
            to.WriteNumber("v", Version);
            if (Figures is { } figures)
            {
                to.WriteNumber("loopInGuest", figures.LoopInGuest);
                to.WriteNumber("loopOnHost", figures.LoopOnHost);
                to.WriteNumber("cpuidExit", figures.CpuidExit);
                to.WriteNumber("portExit", figures.PortExit);
                to.WriteNumber("rounds", figures.Rounds);
                to.WriteBoolean("sameMachineCode", figures.SameMachineCode);
            }
            else
            {
                to.WriteString("refused", Words?.ToString());
            }

            to.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static ProbeFigures FiguresIn(JsonElement answer) => new(
        answer.GetProperty("loopInGuest").GetDouble(),
        answer.GetProperty("loopOnHost").GetDouble(),
        answer.GetProperty("cpuidExit").GetDouble(),
        answer.GetProperty("portExit").GetDouble(),
        answer.GetProperty("rounds").GetInt32(),
        answer.GetProperty("sameMachineCode").GetBoolean());

    private static ProbeAnswer Nonsense() => Without(ProbeEnd.NoAnswer, Message.Of("probe.nonsense"));
}
