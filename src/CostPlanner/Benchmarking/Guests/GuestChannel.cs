using System.Diagnostics;
using System.Text;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>The line to a guest: one command at a time, each with its number and its deadline.</summary>
internal sealed class GuestChannel(LineSocket lines) : IDisposable
{
    /// <summary>How many lines that answer nothing a guest may say while it is asked: none is ever needed, thousands are a flood.</summary>
    private const int MostUnasked = 100;

    private int number;

    /// <summary>Waits for the guest to say that it is up.</summary>
    public GuestBoot Boot(TimeSpan deadline) => GuestMessage.Boot(
        lines.Line(deadline)
            ?? throw GuestException.Of(RejectReason.BootDeadline, Message.Of("guest.no-word", ("seconds", deadline.TotalSeconds))));

    /// <summary>Sends a command, its name first, and waits for what answers it.</summary>
    public GuestAnswer Ask(string command, TimeSpan deadline)
    {
        if (command.Length == 0 || !command.All(letter => char.IsAscii(letter) && !char.IsControl(letter)))
        {
            throw new ArgumentException("a command is one line of ASCII", nameof(command));
        }

        var sent = Stopwatch.GetTimestamp();
        lines.Send(FormattableString.Invariant($"{++number} {command}"));
        var line = LineOf(command, sent, deadline);
        var answer = GuestMessage.Answer(line, Since(0, sent), Since(0, Stopwatch.GetTimestamp()));
        return answer.Event == command.Split(' ')[0] || answer.Event == "error"
            ? answer
            : throw GuestException.Of(RejectReason.BadMessage, Message.Of("guest.other-answer", ("answer", answer.Event), ("command", command)));
    }

    public void Dispose() => lines.Dispose();

    private byte[] LineOf(string command, long sent, TimeSpan deadline)
    {
        for (var unasked = 0; unasked <= MostUnasked; unasked++)
        {
            var left = deadline - Stopwatch.GetElapsedTime(sent);
            var line = (left > TimeSpan.Zero ? lines.Line(left) : null)
                ?? throw GuestException.Of(
                    RejectReason.CommandDeadline, Message.Of("guest.no-answer", ("command", command), ("seconds", deadline.TotalSeconds)));
            var of = GuestMessage.Number(line);
            if (of == number)
            {
                return line;
            }

            if (of != 0)
            {
                throw GuestException.Of(
                    RejectReason.LostLine,
                    Message.Of("guest.lost-line", ("answered", of), ("asked", number), ("line", Encoding.UTF8.GetString(line))));
            }
        }

        throw GuestException.Of(RejectReason.Flood, Message.Of("guest.unasked", ("lines", MostUnasked), ("command", command)));
    }

    private static TimeSpan Since(long start, long end) => Stopwatch.GetElapsedTime(start, end);
}
