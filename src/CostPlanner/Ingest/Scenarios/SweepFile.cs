using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Reads a sweep, or the share of one machine in it, from the JSON that `whatif --out` writes.</summary>
public static class SweepFile
{
    /// <summary>The sweep, or null with an error that says why the file is none.</summary>
    public static Reading<Sweep> Read(string path)
    {
        if (InputFile.Problem(path, InputLimits.JsonBytes) is { } refused)
        {
            return new Reading<Sweep>(null, [refused]);
        }

        try
        {
            using var document = JsonFile.Parsed(File.ReadAllBytes(path));
            return new Reading<Sweep>(Sweep(document.RootElement), []);
        }
        catch (Exception error) when (error is JsonException
            or KeyNotFoundException
            or InvalidOperationException
            or FormatException
            or DamagedFileException
            or ArgumentException
            or OverflowException
            or IOException
            or UnauthorizedAccessException)
        {
            return new Reading<Sweep>(null, [new Finding(
                Severity.Error,
                "not-a-sweep",
                Message.Of("not-a-sweep", ("why", Why(error))),
                PlaceOf(path, error),
                null,
                Message.Of("not-a-sweep.mend"))]);
        }
    }

    private static SourcePlace PlaceOf(string path, Exception error) =>
        new(Path.GetFileName(path), null, error is JsonException { LineNumber: >= 0 and < int.MaxValue } json ? (int)json.LineNumber + 1 : null);

    /// <summary>What our own words or those of the file system say; those of the JSON reader quote the file, or speak of dictionaries.</summary>
    private static MessageValue Why(Exception error) => error switch
    {
        JsonException json => Message.Of("not-a-sweep.json", ("line", (json.LineNumber ?? 0) + 1)),
        KeyNotFoundException or InvalidOperationException => Message.Of("not-a-sweep.lacking"),
        DamagedFileException damaged => damaged.Why,
        _ => error.Message,
    };

    private static Sweep Sweep(JsonElement root)
    {
        if (Text(root, "schema") is var schema && schema != Model.Sweep.Schema)
        {
            throw new DamagedFileException(Message.Of("not-a-sweep.schema", ("schema", schema), ("expected", Model.Sweep.Schema)));
        }

        var sweep = new Sweep
        {
            Scenario = Text(root, "scenario"),
            Title = Text(root, "title"),
            AsOf = DateOnly.ParseExact(Text(root, "asOf"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Currency = new Currency(Text(root, "currency")),
            Baseline = Text(root, "baseline"),
            Set = List(root, "set", each => new KeyValue(Text(each, "key"), Text(each, "value"))),
            Axes = List(root, "axes", each => new SweepAxis(Text(each, "key"), Text(each, "label"), Text(each, "unit"), Texts(each.GetProperty("values")))),
            Measures = List(root, "measures", each => new CaseMeasure(Text(each, "name"), Text(each, "label"), Text(each, "unit"))),
            Original = List(
                root,
                "original",
                each => new OptionFigures(
                    Text(each, "option"), Text(each, "name"), Numbers(each.GetProperty("figures"))) { AtLeast = Texts(each.GetProperty("atLeast")) }),
            Points = List(
                root,
                "points",
                each => new SweepPoint(each.GetProperty("index").GetInt32(), List(each, "figures", Numbers)) { AtLeast = List(each, "atLeast", Texts) }),
        };
        sweep = sweep with { Seal = Seal(root) };
        return sweep.Axes.All(axis => axis.Values.Length > 0)
            && sweep.Original.All(option => option.Values.Length == sweep.Measures.Length)
            && sweep.Points.All(point => point.Index >= 0 && point.Index < sweep.Count
                && point.Figures.Length == sweep.Original.Length
                    && point.AtLeast.Length == sweep.Original.Length
                    && point.Figures.All(figures => figures.Length == sweep.Measures.Length))
            ? sweep
            : throw new DamagedFileException(Message.Of("not-a-sweep.torn"));
    }

    /// <summary>The fingerprint; null where the file has none: a whole sweep, or a share of a version before it had one.</summary>
    private static SweepSeal? Seal(JsonElement root) => root.TryGetProperty("seal", out var seal)
        ? new SweepSeal(Text(seal, "program"), List(seal, "inputs", each => new InputHash(Text(each, "name"), Text(each, "sha256"))), Text(seal, "figures"))
        : null;

    private static string Text(JsonElement from, string name) =>
        from.GetProperty(name).GetString() ?? throw new DamagedFileException(Message.Of("not-a-sweep.null", ("name", name)));

    private static ImmutableArray<T> List<T>(JsonElement from, string name, Func<JsonElement, T> entry) =>
        [.. from.GetProperty(name).EnumerateArray().Select(entry)];

    private static ImmutableArray<string> Texts(JsonElement list) => [.. list.EnumerateArray().Select(each => each.GetString() ?? "")];

    private static ImmutableArray<decimal?> Numbers(JsonElement list) =>
        [.. list.EnumerateArray().Select(each => each.ValueKind == JsonValueKind.Null ? (decimal?)null : each.GetDecimal())];
}
