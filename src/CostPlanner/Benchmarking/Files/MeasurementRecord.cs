using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Files;

/// <summary>Writes the record of a run: data/measurements/&lt;run&gt;.json, schema costplanner/measurement/1.</summary>
/// <remarks>
/// UTF-8, lines ended by \n, numbers with a decimal point; the same run gives the same bytes. Keys stand in this order; maps are sorted by name:
/// <code>
/// schema        "costplanner/measurement/1"
/// id            the run, which is the file's name without .json
/// valid         whether the values may reach a business case: class hardware, no self-test, every check passed, a replicate that counts
/// toolVersion   the program that wrote it started, ended   UTC, as 2026-10-01T12:00:00.0000000Z
/// conditions    hostClass (hardware, nested, emulated, none), plan, seed, qemuVersion,
///               facts [{name, value}], steps [text], argv [text], sha256 {file: hash}
/// checks        [{name, value, limit, passed, words}]: what had to hold; value and limit are texts with units
/// values        [{name, value, low, high, n, unit, method, valid}]: low and high of 95 %, null where they cannot be told; valid as above
/// replicates    [{number, experiment, guests, rejected, figures {measure: number}, samples}], each a fresh boot of the whole set;
///               rejected is null or {reason, words}
/// samples       [{order, guest, command, warmUp, hostSeconds, guestSeconds, exitCode, readings {name: number}, output}]:
///               guest null is the bare host; what warmed up enters no figure; output is the tool's, whole
/// </code>
/// Numbers are written with as many digits as it takes to read the same number back. Texts are those that were said when the run was made: a record is read as
/// long as it lies somewhere, whatever later versions say, so their ids and values are not in it.
/// </remarks>
public static class MeasurementRecord
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's name for a run.</summary>
    public static string NameOf(BenchmarkRun run) => run.Id + ".json";

    /// <summary>Writes the record into a folder, which is made where it is missing; a record of the same id is replaced in one step.</summary>
    /// <returns>The file's path.</returns>
    public static string Write(BenchmarkRun run, string folder, MessageWording words)
    {
        var path = Path.Combine(folder, NameOf(run));
        AtomicFile.Write(path, Text(run, words));
        return path;
    }

    /// <summary>The record as text.</summary>
    public static string Text(BenchmarkRun run, MessageWording words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var buffer = new ArrayBufferWriter<byte>();
        using (var to = new Utf8JsonWriter(buffer, Layout))
        {
            to.WriteStartObject();
            Head(to, run);
            Conditions(to, run.Conditions, words);
            List(to, "checks", run.Checks, check => Check(to, check, words));
            List(to, "values", run.Values, value => Value(to, value, run.IsValid, words));
            List(to, "replicates", run.Replicates, replicate => Replicate(to, replicate, words));
            to.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void Head(Utf8JsonWriter to, BenchmarkRun run)
    {
        to.WriteString("schema", BenchmarkRun.Schema);
        to.WriteString("id", run.Id);
        to.WriteBoolean("valid", run.IsValid);
        to.WriteString("toolVersion", run.ToolVersion);
        to.WriteString("started", Time(run.Started));
        to.WriteString("ended", Time(run.Ended));
    }

    private static void Conditions(Utf8JsonWriter to, MeasurementConditions conditions, MessageWording words)
    {
        to.WriteStartObject("conditions");
        to.WriteString("hostClass", conditions.HostClass.Word());
        to.WriteString("plan", conditions.Plan);
        to.WriteNumber("seed", conditions.Seed);
        to.WriteString("qemuVersion", conditions.QemuVersion);
        List(to, "facts", conditions.Facts, fact =>
        {
            to.WriteString("name", fact.Name);
            to.WriteString("value", OnOneLine(fact.Value, words));
        });
        Texts(to, "steps", conditions.Steps.Select(step => words(step)));
        Texts(to, "argv", conditions.Argv);
        to.WriteStartObject("sha256");
        foreach (var (file, hash) in conditions.Sha256.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            to.WriteString(file, hash);
        }

        to.WriteEndObject();
        to.WriteEndObject();
    }

    private static void Check(Utf8JsonWriter to, ValidityCheck check, MessageWording words)
    {
        to.WriteString("name", check.Name);
        to.WriteString("value", words(check.Value));
        to.WriteString("limit", words(check.Limit));
        to.WriteBoolean("passed", check.Passed);
        to.WriteString("words", words(check.Words));
    }

    private static void Value(Utf8JsonWriter to, MeasuredValue value, bool isValid, MessageWording words)
    {
        to.WriteString("name", value.Name);
        to.WriteNumber("value", value.Value);
        Number(to, "low", value.Low);
        Number(to, "high", value.High);
        to.WriteNumber("n", value.N);
        to.WriteString("unit", value.Unit);
        to.WriteString("method", words(value.Method));
        to.WriteBoolean("valid", isValid);
    }

    private static void Replicate(Utf8JsonWriter to, Replicate replicate, MessageWording words)
    {
        to.WriteNumber("number", replicate.Number);
        to.WriteString("experiment", replicate.Experiment);
        to.WriteNumber("guests", replicate.Guests);
        if (replicate.Rejected is { } rejected)
        {
            to.WriteStartObject("rejected");
            to.WriteString("reason", rejected.Reason.Word());
            to.WriteString("words", OnOneLine(rejected.Words, words));
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("rejected");
        }

        Numbers(to, "figures", replicate.Figures);
        List(to, "samples", replicate.Samples, sample => Sample(to, sample));
    }

    /// <summary>What other programs said is in it: fit for a terminal, and cut. A text that was read from a record was cut already.</summary>
    private static string OnOneLine(Message message, MessageWording words) => message.Id is null ? message.Text : Printable.Line(words(message));

    private static void Sample(Utf8JsonWriter to, GuestSample sample)
    {
        to.WriteNumber("order", sample.Order);
        Number(to, "guest", sample.Guest);
        to.WriteString("command", sample.Command);
        to.WriteBoolean("warmUp", sample.IsWarmUp);
        to.WriteNumber("hostSeconds", sample.HostSeconds);
        Number(to, "guestSeconds", sample.GuestSeconds);
        Number(to, "exitCode", sample.ExitCode);
        Numbers(to, "readings", sample.Readings);
        to.WriteString("output", sample.Output);
    }

    private static void Numbers(Utf8JsonWriter to, string name, IEnumerable<KeyValuePair<string, double>> numbers)
    {
        to.WriteStartObject(name);
        foreach (var (key, value) in numbers.OrderBy(each => each.Key, StringComparer.Ordinal))
        {
            to.WriteNumber(key, value);
        }

        to.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter to, string name, double? value)
    {
        if (value is { } number)
        {
            to.WriteNumber(name, number);
        }
        else
        {
            to.WriteNull(name);
        }
    }

    private static void Texts(Utf8JsonWriter to, string name, IEnumerable<string> texts)
    {
        to.WriteStartArray(name);
        foreach (var text in texts)
        {
            to.WriteStringValue(text);
        }

        to.WriteEndArray();
    }

    private static void List<T>(Utf8JsonWriter to, string name, IEnumerable<T> entries, Action<T> fields)
    {
        to.WriteStartArray(name);
        foreach (var entry in entries)
        {
            to.WriteStartObject();
            fields(entry);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
