using System.Globalization;
using CostPlanner.Benchmarking.Hosts;

namespace CostPlanner.Tests.Given;

/// <summary>The files of proc and sys of some host, below a folder of their own.</summary>
internal sealed class HostTree : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Root => folder.Root;

    /// <summary>What programs of a server with QEMU say.</summary>
    public static HostTools Tools { get; } = new(new QemuVersion("9.1.0", "qemu-kvm-9.1.0-15.el9"), null, HostTools.BareMetal, null);

    /// <summary>What is said where no program is installed.</summary>
    public static HostTools NoTools { get; } = new(null, "QEMU is not installed", null, "systemd-detect-virt is not installed");

    /// <summary>Files that were captured on a real host, each after a line with its path.</summary>
    public static HostTree Captured(string name)
    {
        var tree = new HostTree();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "CostPlanner.Tests", "Benchmarking", "Hosts", "Captured", name));
        foreach (var file in text.Split("=== ")[1..])
        {
            var end = file.IndexOf('\n', StringComparison.Ordinal);
            tree.Put(file[..end], file[(end + 1)..]);
        }

        return tree;
    }

    /// <summary>A server of Intel that is made up: 2 sockets of 4 cores with 2 threads, hardware KVM.</summary>
    public static HostTree Intel(string flags = "fpu vmx ept")
    {
        var tree = Server(flags, "GenuineIntel", "Intel(R) Xeon(R) Gold 6448Y", sockets: 2, cores: 4, threads: 2);
        tree.Put("sys/devices/system/cpu/intel_pstate/no_turbo", "0");
        tree.Modules("kvm", "kvm_intel");
        tree.Put("sys/module/kvm_intel/parameters/ept", "Y");
        tree.Put("sys/module/kvm_intel/parameters/nested", "Y");
        return tree;
    }

    /// <summary>A server of AMD that is made up: 1 socket of 8 cores with SMT off, hardware KVM, cgroup v2 only, huge pages, merging.</summary>
    public static HostTree Amd()
    {
        var tree = Server("fpu svm npt", "AuthenticAMD", "AMD EPYC 9354", sockets: 1, cores: 8, threads: 1);
        tree.Put("sys/devices/system/cpu/cpufreq/boost", "0");
        tree.Put("sys/kernel/mm/ksm/run", "1");
        tree.Put("sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "512");
        tree.Put("sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages", "12");
        tree.Modules("kvm", "kvm_amd");
        return tree;
    }

    /// <summary>A host without any file.</summary>
    public static HostTree Empty() => new();

    /// <summary>Writes one file.</summary>
    public void Put(string path, string text)
    {
        var file = folder.At(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text + "\n");
    }

    /// <summary>The facts of this host.</summary>
    public HostFacts Facts(HostTools? tools = null) => HostFacts.Read(Root, tools ?? Tools);

    public void Dispose() => folder.Dispose();

    private static HostTree Server(string flags, string vendor, string model, int sockets, int cores, int threads)
    {
        var tree = new HostTree();
        tree.Put("proc/cpuinfo", $"processor\t: 0\nvendor_id\t: {vendor}\ncpu family\t: 6\nmodel\t\t: 143\nmodel name\t: {model}\nstepping\t: 8\nmicrocode\t: 0x2b000590\nflags\t\t: {flags}\n\nprocessor\t: 1\nmodel name\t: another\n");
        tree.Put("proc/meminfo", "MemTotal:       527988832 kB\nMemAvailable:   520000000 kB\nSwapTotal:       4194300 kB");
        tree.Put("proc/sys/kernel/osrelease", "5.14.0-570.el9.x86_64");
        tree.Put("proc/mounts", "proc /proc proc rw 0 0\ncgroup2 /sys/fs/cgroup cgroup2 rw,nosuid 0 0");
        tree.Put("sys/class/dmi/id/sys_vendor", "Some Vendor Inc.");
        tree.Put("sys/class/dmi/id/product_name", "Server R7");
        tree.Put("sys/devices/system/cpu/smt/control", threads > 1 ? "on" : "off");
        tree.Put("sys/devices/system/cpu/vulnerabilities/meltdown", "Not affected");
        tree.Put("sys/kernel/mm/transparent_hugepage/enabled", "[always] madvise never");
        foreach (var core in Enumerable.Range(0, sockets * cores))
        {
            tree.Core(core, core / cores, sockets * cores, threads);
        }

        foreach (var socket in Enumerable.Range(0, sockets))
        {
            tree.Put($"sys/devices/system/node/node{socket}/cpulist", "0");
        }

        return tree;
    }

    // Linux numbers the first threads of all cores, then the second ones; the core's caches stand under each of its threads.
    private void Core(int core, int socket, int allCores, int threads)
    {
        var siblings = string.Join(',', Enumerable.Range(0, threads).Select(thread => core + (thread * allCores)));
        foreach (var cpu in Enumerable.Range(0, threads).Select(thread => (core + (thread * allCores)).ToString(CultureInfo.InvariantCulture)))
        {
            var folder = $"sys/devices/system/cpu/cpu{cpu}";
            Put($"{folder}/topology/physical_package_id", $"{socket}");
            Put($"{folder}/topology/thread_siblings_list", siblings);
            Cache($"{folder}/cache/index0", 1, "Data", "48K", siblings);
            Cache($"{folder}/cache/index3", 3, "Unified", "60M", $"socket {socket}");
            Put($"sys/devices/system/cpu/cpufreq/policy{cpu}/scaling_governor", "performance");
            Put($"sys/devices/system/cpu/cpufreq/policy{cpu}/scaling_driver", "acpi-cpufreq");
        }
    }

    private void Cache(string folder, int level, string type, string size, string sharedBy)
    {
        Put($"{folder}/level", $"{level}");
        Put($"{folder}/type", type);
        Put($"{folder}/size", size);
        Put($"{folder}/shared_cpu_list", sharedBy);
    }

    private void Modules(params string[] names)
    {
        foreach (var name in names)
        {
            Put($"sys/module/{name}/parameters/known", "1");
        }
    }
}
