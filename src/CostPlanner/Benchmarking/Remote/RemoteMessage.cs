using System.Text.Json;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>A line that the program on another host sends home: progress, or a finding, or the record; one of the three.</summary>
/// <param name="Progress">What is going on.</param>
/// <param name="Finding">Something that its user should know.</param>
/// <param name="Record">The text of the record's file, whole. The last one counts: those before hold what was measured until then.</param>
/// <remarks>
/// Beside the lines of progress there are {"v":1,"finding":{"severity":"error","code":"...","message":"...","place":"...","done":null,"mend":"..."}} and
/// {"v":1,"record":"..."}. What another host says is not trusted: texts are made fit for a terminal, and a record is read as strictly as a file.
/// </remarks>
internal sealed record RemoteMessage(RunProgress? Progress = null, Finding? Finding = null, string? Record = null)
{
    private const string FindingKey = "finding";
    private const string RecordKey = "record";

    /// <summary>The line of a finding, without its end.</summary>
    public static string Line(Finding finding, MessageWording words) => StrictLine.Of(to =>
    {
        to.WriteStartObject(FindingKey);
        to.WriteString("severity", Word(finding.Severity));
        to.WriteString("code", finding.Code);
        to.WriteString("message", Printable.Line(words(finding.Message)));
        to.WriteString("place", Printable.Line(finding.Place.ToString()));
        to.WriteString("done", finding.Done is { } done ? Printable.Line(words(done)) : null);
        to.WriteString("mend", finding.Mend is { } mend ? Printable.Line(words(mend)) : null);
        to.WriteEndObject();
    });

    /// <summary>The line of a record, without its end.</summary>
    public static string Line(BenchmarkRun run, MessageWording words) =>
        StrictLine.OfLongTexts(to => to.WriteString(RecordKey, MeasurementRecord.Text(run, words)));

    /// <summary>The message of a line; what is none is a <see cref="FormatException"/> with the reason.</summary>
    public static RemoteMessage Read(ReadOnlyMemory<byte> line) => StrictLine.Read(line, root =>
        root.TryGetProperty(RunProgressJson.Moment, out _) ? new RemoteMessage(Progress: RunProgressJson.Of(root))
        : root.TryGetProperty(FindingKey, out var finding) ? new RemoteMessage(Finding: Only(root, FindingKey, () => FindingOf(finding)))
        : new RemoteMessage(Record: Only(root, RecordKey, () => StrictLine.Text(root, RecordKey))));

    private static T Only<T>(JsonElement root, string key, Func<T> read)
    {
        StrictLine.Only(root, key);
        return read();
    }

    private static Finding FindingOf(JsonElement finding)
    {
        StrictLine.Only(finding, "severity", "code", "message", "place", "done", "mend");
        return new Finding(
            Enum.GetValues<Severity>().Where(each => Word(each) == StrictLine.Text(finding, "severity")).ToArray() is [var severity]
                ? severity
                : throw new FormatException("the severity is none"),
            MeasurementName.IsOne(StrictLine.Text(finding, "code")) ? StrictLine.Text(finding, "code") : throw new FormatException("the code is no name"),
            Printable.Line(StrictLine.Text(finding, "message")),
            new SourcePlace(Printable.Line(StrictLine.Text(finding, "place"))),
            StrictLine.OptionalText(finding, "done") is { } done ? Printable.Line(done) : null,
            StrictLine.OptionalText(finding, "mend") is { } mend ? Printable.Line(mend) : null);
    }

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
