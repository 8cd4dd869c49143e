using System.Collections.Immutable;
using System.Text;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>What came home of one run on another host, and what that means.</summary>
internal sealed class RemoteTranscript(RemoteBench bench, RunRequest request, Action<RunProgress> say)
{
    // As many records as a long run hands over one after the other.
    private const long MostBytes = 64L << 30;
    private const int MostNoise = 1_000;
    private const int MostFindings = 100;

    private readonly ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
    private readonly Lock oneReason = new();
    private bool hasBegun;
    private RejectReason? cut;
    private BenchmarkRun? run;
    private string? path;

    /// <summary>Takes line after line until there are no more, or one that may not be.</summary>
    /// <param name="session">The session.</param>
    /// <param name="felt">Called at every line.</param>
    public void Listen(SshSession session, Action felt)
    {
        var lines = new LimitedLines(session.Output, bench.LongestLine, MostBytes);
        try
        {
            felt();
            Skip(lines);
            while (hasBegun && lines.Next() is { } line)
            {
                felt();
                Take(RemoteMessage.Read(line));
            }
        }
        catch (InvalidDataException flood)
        {
            Refuse(session, RejectReason.Flood, flood.Message);
        }
        catch (FormatException wrong)
        {
            Refuse(session, RejectReason.BadMessage, wrong.Message);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The session broke; its end tells how.
        }
    }

    /// <summary>Ends the session for that reason; the first reason stays.</summary>
    public void Stop(SshSession session, RejectReason reason)
    {
        lock (oneReason)
        {
            cut ??= reason;
        }

        session.LetGo();
    }

    /// <summary>What it came to, once the session has ended.</summary>
    public RemoteOutcome Ended(SshSession session)
    {
        var exitCode = session.End();
        lock (oneReason)
        {
            cut ??= hasBegun && exitCode is null or SshCommand.Failed ? RejectReason.ConnectionLost : null;
        }

        if (cut == RejectReason.ConnectionLost || (cut is null && !findings.Any(finding => finding.Severity == Severity.Error)))
        {
            findings.AddRange(Ending(exitCode, session));
        }

        if (cut is { } reason && run is not null && !run.Checks.Any(check => check.Name == reason.Word()))
        {
            Keep(CutShort(run, reason));
        }

        return new RemoteOutcome(run, path, hasBegun && exitCode != SshCommand.Failed ? exitCode : null, cut, findings.ToImmutable());
    }

    /// <summary>Reads on to our first line. What the user's profile prints comes before it.</summary>
    private void Skip(LimitedLines lines)
    {
        for (var noise = 0; noise < MostNoise && lines.Next() is { } line; noise++)
        {
            if (Encoding.UTF8.GetString(line).TrimEnd('\r') == RemoteScript.Marker)
            {
                hasBegun = true;
                return;
            }
        }
    }

    private void Take(RemoteMessage message)
    {
        if (message.Progress is { } progress)
        {
            say(progress);
        }

        if (message.Finding is { } finding && findings.Count < MostFindings)
        {
            findings.Add(finding with { Place = new SourcePlace($"{bench.Target}, {finding.Place.File}") });
        }

        if (message.Record is { } text)
        {
            var (read, wrong) = bench.Read(text);
            findings.AddRange(read is null ? wrong.Take(MostFindings) : []);
            Keep(read is null ? throw new FormatException("the record is none")
                : read.Id == request.Id ? read
                : throw new FormatException("the record is of another run"));
        }
    }

    private void Keep(BenchmarkRun whole)
    {
        run = whole;
        try
        {
            path = MeasurementRecord.Write(whole, bench.Folder, bench.Words);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            var finding = new Finding(
                Severity.Error, "record-not-written",
                    Message.Of("record-not-written", ("why", refused.Message)), new SourcePlace(MeasurementRecord.NameOf(whole)));
            // Told once: the name beside the target, which the message holds, is another each time.
            if (findings.All(told => told.Code != finding.Code))
            {
                findings.Add(finding);
            }
        }
    }

    private void Refuse(SshSession session, RejectReason reason, Message words)
    {
        findings.Add(Error(reason.Word(), Message.Of("remote.refused", ("words", words)), Message.Of("remote.refused.done"), null));
        Stop(session, reason);
    }

    private IEnumerable<Finding> Ending(int? exitCode, SshSession session)
    {
        var words = SshCommand.LastWords(session.Errors);
        var lost = RejectReason.ConnectionLost;
        return (exitCode, session.NotSent) switch
        {
            (SshCommand.Failed, _) when !hasBegun => [SshCommand.Refusal(bench.Target, session.Errors)],
            _ when cut is not null => [
                Error(
                    lost.Word(),
                    Message.Of("connection-lost", ("words", words)),
                    Message.Of("connection-lost.done"),
                    Message.Of("remote.again")),
            ],
            (0, _) when run is not null => [],
            (0, _) => [Error("record-missing", Message.Of("record-missing"), null, Message.Of("record-missing.mend"))],
            (RemoteScript.OtherMachine, _) => [Error("host-unfit", Message.Of("host-unfit", ("words", words)), Message.Of("remote.nothing-measured"), null)],
            (RemoteScript.NoFolder or RemoteScript.NotUnpacked or RemoteScript.NotWhole, null) =>
                [
                    Error(
                        "bundle-not-taken",
                        words,
                        Message.Of("remote.nothing-measured"),
                        Message.Of("bundle-not-taken.mend", ("mebibytes", bench.Bundle.Bytes >> 20))),
                ],
            (_, { } wrong) when !hasBegun
                || exitCode is RemoteScript.NotUnpacked or RemoteScript.NotWhole =>
                    [Error("bundle-not-sent", wrong, Message.Of("remote.nothing-measured"), null)],
            _ when hasBegun => [
                Error("remote-failed", Message.Of("remote-failed", ("code", Code(exitCode)), ("words", words)), null, null),
            ],
            _ => [
                Error(
                    "host-unfit",
                    Message.Of("host-unfit.no-command", ("code", Code(exitCode)), ("words", words)),
                    Message.Of("remote.nothing-measured"),
                    Message.Of("host-unfit.no-command.mend")),
            ],
        };
    }

    private static MessageValue Code(int? exitCode) => exitCode is { } code ? code : "";

    private Finding Error(string code, Message message, Message? done, Message? mend) =>
        new(Severity.Error, code, message, new SourcePlace(bench.Target.ToString()), done, mend);

    /// <summary>The record as it came, with the check that failed.</summary>
    private static BenchmarkRun CutShort(BenchmarkRun run, RejectReason reason) => new(
        run.Id,
        run.ToolVersion,
        run.Started,
        run.Ended,
        run.Conditions,
        run.Replicates,
        run.Values,
        [.. run.Checks, ValidityCheck.Of(reason, Message.Of("check.cut-short"), Message.Of("check.own-end"), false)]);
}
