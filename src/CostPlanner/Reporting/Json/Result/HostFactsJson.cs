using System.Text.Json;
using CostPlanner.Benchmarking.Hosts;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The facts of a host as the fields of an object.</summary>
internal static class HostFactsJson
{
    public static void Write(Utf8JsonWriter to, HostFacts facts)
    {
        Write(to, facts.Cpu);
        Write(to, facts.Memory);
        to.WriteString("machineVendor", facts.System.MachineVendor);
        to.WriteString("machineModel", facts.System.MachineModel);
        to.WriteString("kernel", facts.System.Kernel);
        to.WriteString("cgroup", facts.System.Cgroup);
        to.WriteString("virtualisedBy", facts.System.VirtualisedBy);
        Write(to, facts.Kvm);
    }

    /// <summary>True, false or null.</summary>
    public static void Truth(this Utf8JsonWriter to, string name, bool? value)
    {
        if (value is { } known)
        {
            to.WriteBoolean(name, known);
        }
        else
        {
            to.WriteNull(name);
        }
    }

    private static void Write(Utf8JsonWriter to, CpuFacts cpu)
    {
        to.WriteString("cpuVendor", cpu.CpuVendor);
        to.WriteString("cpuModel", cpu.CpuModel);
        to.Number("cpuFamily", cpu.CpuFamily);
        to.Number("cpuModelNumber", cpu.CpuModelNumber);
        to.Number("cpuStepping", cpu.CpuStepping);
        to.WriteString("microcode", cpu.Microcode);
        to.Number("sockets", cpu.Sockets);
        to.Number("cores", cpu.Cores);
        to.Number("threads", cpu.Threads);
        to.WriteString("smt", cpu.Smt);
        to.Number("numaNodes", cpu.NumaNodes);
        ListOrNull<CpuCache>(to, "caches", cpu.Caches, cache =>
        {
            to.WriteNumber("level", cache.Level);
            to.WriteString("kind", cache.Kind);
            to.WriteNumber("bytes", cache.Size.Bytes);
            to.WriteNumber("count", cache.Count);
        });
        to.WriteString("frequencyDriver", cpu.FrequencyDriver);
        to.WriteString("governor", cpu.Governor);
        to.Truth("boost", cpu.Boost);
        to.WriteString("virtualisationFlag", cpu.VirtualisationFlag);
        to.Truth("hypervisorFlag", cpu.HypervisorFlag);
        MapOrNull(to, "mitigations", cpu.Mitigations);
    }

    private static void Write(Utf8JsonWriter to, MemoryFacts memory)
    {
        to.Number("memory", memory.Memory?.Bytes);
        to.Number("memoryAvailable", memory.MemoryAvailable?.Bytes);
        to.Number("swap", memory.Swap?.Bytes);
        to.WriteString("transparentHugePages", memory.TransparentHugePages);
        ListOrNull<HugePages>(to, "hugePages", memory.HugePages, pages =>
        {
            to.WriteNumber("bytes", pages.Size.Bytes);
            to.WriteNumber("reserved", pages.Reserved);
            to.WriteNumber("free", pages.Free);
        });
        to.Truth("ksm", memory.Ksm);
    }

    private static void Write(Utf8JsonWriter to, KvmFacts kvm)
    {
        if (kvm.Modules is { } modules)
        {
            to.Texts("modules", modules);
        }
        else
        {
            to.WriteNull("modules");
        }

        MapOrNull(to, "parameters", kvm.Parameters);
        to.WriteString("qemu", kvm.Qemu);
        to.WriteString("qemuPackage", kvm.QemuPackage);
    }

    private static void ListOrNull<T>(Utf8JsonWriter to, string name, IEnumerable<T>? entries, Action<T> fields)
    {
        if (entries is null)
        {
            to.WriteNull(name);
        }
        else
        {
            to.List(name, entries, fields);
        }
    }

    private static void MapOrNull(Utf8JsonWriter to, string name, IEnumerable<KeyValuePair<string, string>>? entries)
    {
        if (entries is null)
        {
            to.WriteNull(name);
            return;
        }

        to.WriteStartObject(name);
        foreach (var (key, value) in entries)
        {
            to.WriteString(key, value);
        }

        to.WriteEndObject();
    }
}
