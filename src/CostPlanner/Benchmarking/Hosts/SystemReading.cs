using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>Reads the machine, its kernel and its KVM modules.</summary>
internal static class SystemReading
{
    private const string AllModules = "sys/module";

    public static SystemFacts Of(FactFiles files, HostTools tools) => new()
    {
        MachineVendor = files.Text("machineVendor", "sys/class/dmi/id/sys_vendor"),
        MachineModel = files.Text("machineModel", "sys/class/dmi/id/product_name"),
        Kernel = files.Text("kernel", "proc/sys/kernel/osrelease"),
        Cgroup = Cgroup(files),
        VirtualisedBy = files.Or("virtualisedBy", tools.VirtualisedBy, tools.WhyNoVirtualisedBy ?? Message.None),
    };

    public static KvmFacts KvmOf(FactFiles files, HostTools tools)
    {
        var all = files.Names(AllModules);
        var modules = all.Where(name => name == "kvm" || name.StartsWith("kvm_", StringComparison.Ordinal)).ToImmutableArray();
        return new KvmFacts
        {
            Modules = files.Or("modules", all.IsEmpty ? (ImmutableArray<string>?)null : modules, Message.Of("fact.lists-none", ("folder", $"/{AllModules}"))),
            Parameters = Parameters(files, modules),
            Qemu = files.Or("qemu", tools.Qemu?.Version, tools.WhyNoQemu ?? Message.None),
            QemuPackage = files.Or("qemuPackage", tools.Qemu?.Package, tools.WhyNoQemu ?? Message.Of("fact.no-package")),
        };
    }

    private static string? Cgroup(FactFiles files)
    {
        var (text, why) = files.Read("proc/mounts");
        var kinds = (text ?? "")
            .Split('\n')
            .Select(line => line.Split(' '))
            .Where(fields => fields.Length > 2)
            .Select(fields => fields[2])
            .ToHashSet(StringComparer.Ordinal);
        var version = (kinds.Contains("cgroup"), kinds.Contains("cgroup2")) switch
        {
            (true, true) => "1 and 2",
            (true, false) => "1",
            (false, true) => "2",
            _ => null,
        };
        return files.Or("cgroup", version, why ?? Message.Of("fact.no-cgroup"));
    }

    private static ImmutableSortedDictionary<string, string> Parameters(FactFiles files, ImmutableArray<string> modules)
    {
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var module in modules)
        {
            foreach (var name in files.Names($"{AllModules}/{module}/parameters"))
            {
                var (text, why) = files.Read($"{AllModules}/{module}/parameters/{name}");
                if (text is not null)
                {
                    found[$"{module}.{name}"] = text;
                }
                else
                {
                    files.Lacks($"parameters.{module}.{name}", why ?? Message.None);
                }
            }
        }

        return found.ToImmutable();
    }
}
