using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Instances;

/// <summary>Reads a CloudBalancing instance: computers with a cost, each there once, and the processes that they must run.</summary>
/// <remarks>
/// The lists are called computerList and processList, in later versions computers and processes. Computers that are equal become one kind of bin.
/// </remarks>
internal static class CloudBalancingFile
{
    private static readonly string[] Has = ["cpuPower", "memory", "networkBandwidth"];
    private static readonly string[] Needs = ["requiredCpuPower", "requiredMemory", "requiredNetworkBandwidth"];

    public static Reading<PackingCase> Parse(string path, byte[] text)
    {
        var (parsed, problem) = InputFile.Tried(path, () => JsonFile.Parsed(text));
        using var document = parsed;
        if (document is null)
        {
            return new Reading<PackingCase>(null, [problem!]);
        }

        try
        {
            return new Reading<PackingCase>(Read(path, document.RootElement), []);
        }
        catch (DamagedFileException damaged)
        {
            return InputFile.Refused<PackingCase>(path, "cloud-balancing-damaged", damaged.Why, Message.Of("cloud-balancing-damaged.mend"));
        }
    }

    private static PackingCase Read(string path, JsonElement root)
    {
        var computers = List(root, "computerList", "computers");
        var processes = List(root, "processList", "processes");
        var kinds = computers
            .GroupBy(computer => (Cpu: Int(computer, Has[0]), Memory: Int(computer, Has[1]), Network: Int(computer, Has[2]), Cost: Int(computer, "cost")))
            .ToList();
        var sizes = processes.SelectMany(process => Needs.Select(need => Int(process, need)));
        var bins = kinds.Select(kind => new BinType([kind.Key.Cpu, kind.Key.Memory, kind.Key.Network], kind.Key.Cost, kind.Count()));
        if (kinds.Count == 0)
        {
            throw new DamagedFileException(Message.Of("cloud-balancing-damaged.no-computers"));
        }

        return new PackingCase(
            InstanceFile.NameOf(path),
            new PackingInstance([.. bins], [.. sizes], [.. processes.Select(_ => 1)]),
            CountsCost: true,
            [.. processes.Select(Id)],
            [.. kinds.Select(kind => kind.Select(Id).ToImmutableArray())]);
    }

    private static List<JsonElement> List(JsonElement root, string name, string laterName)
    {
        if (!root.TryGetProperty(name, out var list) && !root.TryGetProperty(laterName, out list))
        {
            throw new DamagedFileException(Message.Of("cloud-balancing-damaged.no-list", ("list", name)));
        }

        return list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : throw new DamagedFileException(Message.Of("cloud-balancing-damaged.not-a-list", ("list", name)));
    }

    private static int Int(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out var number) && number is >= 0 and <= PackingInstance.LargestSize
            ? number
            : throw new DamagedFileException(Message.Of(
                "cloud-balancing-damaged.number", ("key", name), ("of", Id(element)), ("most", PackingInstance.LargestSize)));

    private static string Id(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) ? id.ToString() : "(no id)";
}
