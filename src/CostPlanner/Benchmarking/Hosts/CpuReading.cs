using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>Reads the processors of a host from proc/cpuinfo and sys/devices/system/cpu.</summary>
internal static class CpuReading
{
    private const string Cpus = "sys/devices/system/cpu";
    private const string Flags = "flags";

    public static CpuFacts Of(FactFiles files)
    {
        var (text, why) = files.Read("proc/cpuinfo");
        var info = KernelText.Fields(text);
        var flags = info.TryGetValue(Flags, out var names) ? names.Split(' ').ToHashSet(StringComparer.Ordinal) : null;
        var online = files.Numbered(Cpus, "cpu").Where(cpu => files.HasFolder($"{Cpus}/{cpu}/topology")).ToImmutableArray();

        string? Field(string fact, string name) => files.Or(fact, info.GetValueOrDefault(name), why ?? Message.Of("fact.cpuinfo-lacks", ("name", name)));
        int? Number(string fact, string name) =>
            files.Or(fact, KernelText.Count(info.GetValueOrDefault(name)), why ?? Message.Of("fact.cpuinfo-no-number", ("name", name)));
        int? Different(string fact, string file) =>
            files.Or(fact, Distinct(files, online, file), Message.Of("fact.not-of-all-cpus", ("folder", $"/{Cpus}"), ("file", file)));

        return new CpuFacts
        {
            CpuVendor = Field("cpuVendor", "vendor_id"),
            CpuModel = Field("cpuModel", "model name"),
            CpuFamily = Number("cpuFamily", "cpu family"),
            CpuModelNumber = Number("cpuModelNumber", "model"),
            CpuStepping = Number("cpuStepping", "stepping"),
            Microcode = Field("microcode", "microcode"),
            Sockets = Different("sockets", "physical_package_id"),
            Cores = Different("cores", "thread_siblings_list"),
            Threads = files.Or("threads", online.Length > 0 ? online.Length : (int?)null, Message.Of("fact.no-cpu", ("folder", $"/{Cpus}"))),
            Smt = files.Text("smt", $"{Cpus}/smt/control"),
            NumaNodes = Nodes(files),
            Caches = Caches(files, online),
            FrequencyDriver = Policies(files, "frequencyDriver", "scaling_driver"),
            Governor = Policies(files, "governor", "scaling_governor"),
            Boost = Boost(files),
            VirtualisationFlag = files.Or("virtualisationFlag", Flag(flags), why ?? Message.Of("fact.cpuinfo-lacks", ("name", Flags))),
            HypervisorFlag = files.Or("hypervisorFlag", flags?.Contains("hypervisor"), why ?? Message.Of("fact.cpuinfo-lacks", ("name", Flags))),
            Mitigations = Mitigations(files),
        };
    }

    private static string? Flag(HashSet<string>? flags) =>
        flags is null ? null : flags.Contains("vmx") ? "vmx" : flags.Contains("svm") ? "svm" : "none";

    private static int? Distinct(FactFiles files, ImmutableArray<string> online, string file)
    {
        var values = online.Select(cpu => files.Read($"{Cpus}/{cpu}/topology/{file}").Text).ToList();
        return values.Count > 0 && values.All(value => value is not null) ? values.Distinct().Count() : null;
    }

    private static int? Nodes(FactFiles files)
    {
        var count = files.Numbered("sys/devices/system/node", "node").Length;
        return files.Or("numaNodes", count > 0 ? count : (int?)null, Message.Of("fact.no-numa"));
    }

    // A cache is one, however many CPUs list it: they name the same sharers.
    private static ImmutableArray<CpuCache>? Caches(FactFiles files, ImmutableArray<string> online)
    {
        var each =
            from cpu in online
            let folder = $"{Cpus}/{cpu}/cache"
            from index in files.Numbered(folder, "index")
            let level = KernelText.Count(files.Read($"{folder}/{index}/level").Text)
            let kind = files.Read($"{folder}/{index}/type").Text
            let size = KernelText.Size(files.Read($"{folder}/{index}/size").Text)
            where level is not null && kind is not null && size is not null
            select (Level: level.Value, Kind: kind, Size: size.Value, SharedBy: files.Read($"{folder}/{index}/shared_cpu_list").Text);
        var kinds = each.Distinct()
            .GroupBy(cache => (cache.Level, cache.Kind, cache.Size))
            .Select(group => new CpuCache(group.Key.Level, group.Key.Kind, group.Key.Size, group.Count()))
            .OrderBy(cache => cache.Level).ThenBy(cache => cache.Kind, StringComparer.Ordinal).ThenBy(cache => cache.Size)
            .ToImmutableArray();
        return files.Or("caches", kinds.IsEmpty ? (ImmutableArray<CpuCache>?)null : kinds, Message.Of("fact.lists-none", ("folder", $"/{Cpus}/cpu*/cache")));
    }

    private static string? Policies(FactFiles files, string fact, string file)
    {
        var values = files.Numbered($"{Cpus}/cpufreq", "policy")
            .Select(policy => files.Read($"{Cpus}/cpufreq/{policy}/{file}").Text)
            .OfType<string>()
            .Distinct()
            .ToList();
        return files.Or(
            fact, values.Count > 0 ? string.Join(", ", values) : null, Message.Of("fact.no-cpufreq", ("folder", $"/{Cpus}/cpufreq")));
    }

    private static bool? Boost(FactFiles files)
    {
        var general = KernelText.Switch(files.Read($"{Cpus}/cpufreq/boost").Text);
        var notTurbo = KernelText.Switch(files.Read($"{Cpus}/intel_pstate/no_turbo").Text);
        return files.Or("boost", general
            ?? !notTurbo, Message.Of("fact.no-boost", ("one", $"/{Cpus}/cpufreq/boost"), ("other", $"/{Cpus}/intel_pstate/no_turbo")));
    }

    private static ImmutableSortedDictionary<string, string>? Mitigations(FactFiles files)
    {
        const string folder = $"{Cpus}/vulnerabilities";
        var all = files.Names(folder)
            .Select(name => (name, files.Read($"{folder}/{name}").Text))
            .Where(each => each.Text is not null)
            .ToImmutableSortedDictionary(each => each.name, each => each.Text!, StringComparer.Ordinal);
        return files.Or("mitigations", all.IsEmpty ? null : all, Message.Of("fact.lists-none", ("folder", $"/{folder}")));
    }
}
