using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Measurements;

/// <summary>From the maps of a record to a run.</summary>
internal static class RunReader
{
    /// <summary>The run, or null with at least one error.</summary>
    public static BenchmarkRun? Of(JsonMap map)
    {
        map.Text("schema");
        var id = map.Text("id");
        var saysValid = map.Flag("valid");
        var version = map.Text("toolVersion");
        var (started, ended) = (map.Time("started"), map.Time("ended"));
        var conditions = map.Map("conditions") is { } under ? Conditions(under) : null;
        var checks = map.Maps("checks").Select(Check).ToImmutableArray();
        var values = map.Maps("values").Select(each => Value(each, saysValid)).OfType<MeasuredValue>().ToImmutableArray();
        var replicates = map.Maps("replicates").Select(Replicate).ToImmutableArray();
        map.RefuseUnknownKeys();
        if (conditions is null)
        {
            return null;
        }

        if (BenchmarkRun.Problem(id, version, started, ended, conditions, replicates, values, checks) is { } problem)
        {
            map.Refuse(null, Message.Of("measurement-damaged.not-a-run", ("problem", problem)));
            return null;
        }

        var run = new BenchmarkRun(id, version, started, ended, conditions, replicates, values, checks);
        if (run.IsValid != saysValid)
        {
            map.Refuse(
                "valid",
                saysValid
                    ? Message.Of("measurement-damaged.says-valid", ("why", run.WhyNotValid[0]))
                    : Message.Of("measurement-damaged.says-not-valid"));
        }

        return run;
    }

    private static MeasurementConditions Conditions(JsonMap map)
    {
        var conditions = new MeasurementConditions
        {
            HostClass = map.Word("hostClass", HostClasses.Of),
            Plan = map.Text("plan"),
            Seed = map.Integer("seed"),
            QemuVersion = map.Text("qemuVersion"),
            Facts = [.. map.Maps("facts").Select(Fact)],
            Steps = [.. map.Texts("steps").Select(text => (Message)text)],
            Argv = map.Texts("argv"),
            Sha256 = map.Named("sha256", (hashes, file) => hashes.Text(file)),
        };
        map.RefuseUnknownKeys();
        return conditions;
    }

    private static HostFact Fact(JsonMap map)
    {
        var fact = new HostFact(map.Text("name"), map.Text("value"));
        map.RefuseUnknownKeys();
        return fact;
    }

    private static ValidityCheck Check(JsonMap map)
    {
        var check = new ValidityCheck(map.Text("name"), map.Text("value"), map.Text("limit"), map.Flag("passed"), map.Text("words"));
        map.RefuseUnknownKeys();
        return check;
    }

    private static MeasuredValue? Value(JsonMap map, bool isValid)
    {
        var (name, value, n) = (map.Text("name"), map.Number("value"), map.Integer("n"));
        var (low, high) = (map.OptionalNumber("low"), map.OptionalNumber("high"));
        var (unit, method) = (map.Text("unit"), map.Text("method"));
        if (map.Flag("valid") != isValid)
        {
            map.Refuse("valid", Message.Of("measurement-damaged.validity"));
        }

        map.RefuseUnknownKeys();
        if (MeasuredValue.Problem(name, value, low, high, n, unit, method) is { } problem)
        {
            map.Refuse(null, Message.Of("measurement-damaged.not-a-value", ("problem", problem)));
            return null;
        }

        return new MeasuredValue(name, value, low, high, n, unit, method);
    }

    private static Replicate Replicate(JsonMap map)
    {
        var replicate = new Replicate
        {
            Number = map.Integer("number"),
            Experiment = map.Text("experiment"),
            Guests = map.Integer("guests"),
            Rejected = map.OptionalMap("rejected") is { } rejected ? Rejection(rejected) : null,
            Figures = map.Named("figures", (figures, name) => figures.Number(name)),
            Samples = [.. map.Maps("samples").Select(Sample)],
        };
        map.RefuseUnknownKeys();
        return replicate;
    }

    private static Rejection Rejection(JsonMap map)
    {
        var rejection = new Rejection(map.Word("reason", RejectReasons.Of), map.Text("words"));
        map.RefuseUnknownKeys();
        return rejection;
    }

    private static GuestSample Sample(JsonMap map)
    {
        var sample = new GuestSample
        {
            Order = map.Integer("order"),
            Guest = map.OptionalInteger("guest"),
            Command = map.Text("command"),
            IsWarmUp = map.Flag("warmUp"),
            HostSeconds = map.Number("hostSeconds"),
            GuestSeconds = map.OptionalNumber("guestSeconds"),
            ExitCode = map.OptionalInteger("exitCode"),
            Readings = map.Named("readings", (readings, name) => readings.Number(name)),
            Output = map.Text("output"),
        };
        map.RefuseUnknownKeys();
        return sample;
    }
}
