using System.Diagnostics;
using System.Text;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>QEMU's own line: what is done to a guest from outside. Every word of it has a deadline.</summary>
internal sealed class Qmp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly LineSocket lines;

    /// <summary>Hears the greeting and begins; throws where that is not QEMU.</summary>
    public Qmp(LineSocket lines)
    {
        this.lines = lines;
        using (var greeting = Next(Patience))
        {
            if (!greeting.RootElement.TryGetProperty("QMP", out _))
            {
                throw GuestException.Of(RejectReason.QemuMissing, Message.Of("qemu.no-greeting"));
            }
        }

        Do("qmp_capabilities", Patience);
    }

    /// <summary>Lets the guest run that was started and stands.</summary>
    public void Continue() => Do("cont", Patience);

    /// <summary>How the guest is, in QEMU's word: "running", "prelaunch", "shutdown".</summary>
    public string Status()
    {
        using var answer = Ask("query-status", Patience);
        return Printable.Line(answer.RootElement.GetProperty("return").GetProperty("status").GetString() ?? "");
    }

    /// <summary>Whether KVM runs the guest, as QEMU says. That it is not enough evidence of hardware is the probe's business.</summary>
    public bool HasKvm()
    {
        using var answer = Ask("query-kvm", Patience);
        return answer.RootElement.GetProperty("return").GetProperty("enabled").GetBoolean();
    }

    /// <summary>Tells QEMU to end.</summary>
    public void Quit(TimeSpan deadline) => Do("quit", deadline);

    public void Dispose() => lines.Dispose();

    private void Do(string command, TimeSpan deadline) => Ask(command, deadline).Dispose();

    private JsonDocument Ask(string command, TimeSpan deadline)
    {
        var asked = Stopwatch.StartNew();
        lines.Send($"{{\"execute\":\"{command}\"}}");
        while (true)
        {
            var answer = Next(deadline - asked.Elapsed);
            if (answer.RootElement.TryGetProperty("return", out _))
            {
                return answer;
            }

            // Events come in between and are nothing we wait for.
            using (answer)
            {
                if (!answer.RootElement.TryGetProperty("event", out _))
                {
                    throw GuestException.Of(RejectReason.QemuMissing,
                        Message.Of("qemu.refused", ("command", command), ("answer", answer.RootElement.GetRawText())));
                }
            }
        }
    }

    private JsonDocument Next(TimeSpan deadline)
    {
        var line = (deadline > TimeSpan.Zero ? lines.Line(deadline) : null)
            ?? throw GuestException.Of(RejectReason.CommandDeadline, Message.Of("qemu.no-answer"));
        try
        {
            var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new JsonException("not an object");
        }
        catch (JsonException wrong)
        {
            throw GuestException.Of(RejectReason.BadMessage, Message.Of("qemu.bad-line", ("why", wrong.Message), ("line", Encoding.UTF8.GetString(line))));
        }
    }
}
