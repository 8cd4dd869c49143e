using System.IO.Compression;
using System.Text;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Usage;

/// <summary>Series of use in our own plain format, and in that of GWA-T-12.</summary>
public sealed class UsageFileTests : IDisposable
{
    private const string Gwa =
        "Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\tMemory capacity provisioned [KB];\tMemory usage [KB];\t"
        + "Disk read throughput [KB/s];\tDisk write throughput [KB/s];\tNetwork received throughput [KB/s];\tNetwork transmitted throughput [KB/s]\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    /// <summary>web: 4 vCPUs of 2,000 MHz each by its own capacity; db: 2 vCPUs on a host of 3,000 MHz a core; app: neither.</summary>
    private static Inventory Inventory() => Estate.Of(
        [Estate.Host("esx-1") with { CoreSpeed = new Frequency(3000) }],
        [
            Estate.Vm("web", 4) with { Id = "vm-1", CpuCapacity = new Frequency(8000) },
            Estate.Vm("db") with { Id = "vm-2", Host = "esx-1" },
            Estate.Vm("app") with { Id = "vm-3" },
            Estate.Vm("twin") with { Id = "vm-4" },
            Estate.Vm("twin") with { Id = "vm-5" },
        ]);

    private Reading<UsageHistory> Read(string text) => UsageFile.Read(folder.Write("usage.csv", text), Inventory());

    private UsageHistory History(string text) => Assert.IsType<UsageHistory>(Read(text).Value);

    [Fact]
    public void MHz_become_cores_by_the_VM_or_by_its_host()
    {
        var reading = Read("vm,time,cpu_mhz\nweb,1000000000,3000\nweb,1000000300,1000\ndb,1000000000,3000\ndb,1000000300,\napp,1000000000,3000\n");
        var usage = reading.Value!;

        // web: 8,000 / 4 = 2,000 MHz a core; db: 3,000 MHz a core.
        Assert.Equal(["vm-1", "vm-2"], usage.Vms.Select(vm => vm.VmId));
        Assert.Equal([1.5f, 0.5f], usage.Vms[0].Cpu.Values);
        Assert.Equal([1f], usage.Vms[1].Cpu.Values);
        Assert.Equal(["usage-core-speed-unknown", "usage-row-empty"], reading.Findings.Select(finding => finding.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Per_cent_are_of_the_vCPUs_and_cores_are_cores()
    {
        Assert.Equal([1f, 6f], History("vm,time,cpu_percent\nweb,1000000000,25\nweb,1000000300,150\n").Vms[0].Cpu.Values);
        Assert.Equal([1.25f, 0f], History("vm,time,cpu_cores\nvm-1,1000000000,1.25\nvm-1,1000000300,0\n").Vms[0].Cpu.Values);
    }

    [Fact]
    public void A_blank_figure_is_absent_and_not_zero()
    {
        var vm = History("time,vm,cpu_cores,memory_mib,iops,network_mbps\n1000000000,web,,100,5,1\n1000000300,web,1,,6,\n1000000600,web,2,300,,3\n").Vms[0];

        Assert.Equal([1, 2], vm.Cpu.Slots);
        Assert.Equal([1f, 2f], vm.Cpu.Values);
        Assert.Equal([0, 2], vm.Memory.Slots);
        Assert.Equal([100f, 300f], vm.Memory.Values);
        Assert.Equal([5f, 6f], vm.Iops.Values);
        Assert.Equal([1f, 3f], vm.Network.Values);
        Assert.Equal(3, vm.SlotsSeen);
    }

    [Fact]
    public void Times_are_Unix_seconds_or_ISO_8601_and_UTC_where_they_do_not_say()
    {
        var usage = History("vm,time,cpu_cores\nweb,2026-10-01T00:00:00Z,1\nweb,2026-10-01 00:05:00,2\nweb,2026-10-01T02:10:00+02:00,3\nweb,1790813700,4\n");

        // 2026-10-01T00:15:00Z is 1,790,813,700 seconds.
        Assert.Equal([0, 1, 2, 3], usage.Vms[0].Cpu.Slots);
        Assert.Equal([1f, 2f, 3f, 4f], usage.Vms[0].Cpu.Values);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), usage.Start);
    }

    [Fact]
    public void The_interval_is_the_most_frequent_distance_and_gaps_stay_gaps()
    {
        // Distances of web: 300, 301, 300, 900; the slots begin at multiples of 300 from 999,999,900 on. db is out of order.
        var usage = History(
            "vm,time,cpu_cores\nweb,1000000000,1\nweb,1000000300,2\nweb,1000000601,3\nweb,1000000901,4\nweb,1000001801,5\ndb,1000000600,7\ndb,1000000000,6\n");

        Assert.Equal((TimeSpan.FromSeconds(300), 7), (usage.Interval, usage.Slots));
        Assert.Equal(999_999_900, usage.Start.ToUnixTimeSeconds());
        Assert.Equal([0, 1, 2, 3, 6], usage.Vms[0].Cpu.Slots);
        Assert.Equal([0, 2], usage.Vms[1].Cpu.Slots);
        Assert.Equal([6f, 7f], usage.Vms[1].Cpu.Values);
    }

    [Fact]
    public void Of_two_samples_in_one_slot_the_larger_counts()
    {
        var reading = Read("vm,time,cpu_cores,memory_mib\nweb,1000000200,1,9\nweb,1000000200,2,8\nweb,1000000500,3,7\nweb,1000000800,1,\n");

        Assert.Equal([2f, 3f, 1f], reading.Value!.Vms[0].Cpu.Values);
        Assert.Equal([9f, 7f], reading.Value.Vms[0].Memory.Values);
        Assert.Equal("usage-slots-shared", Assert.Single(reading.Findings).Code);
    }

    [Fact]
    public void Every_row_is_used_or_set_aside_with_a_finding()
    {
        var reading = Read(
            """
            vm,time,cpu_cores,memory_mib
            web,1000000000,1,1
            web,1000000300,-1,1
            web,1000000600,NaN,x
            web,yesterday,1,1
            web,17,1,1
            web,1000000900,1

            twin,1000000000,1,1
            nobody,1000000000,1,1
            "we""ird, name",1000000000,1,1
            web,1000001200,1,1
            """);

        var rows = Assert.Single(reading.Value!.Rows);
        Assert.Equal((10, 3, 7), (rows.Read, rows.Used, rows.SetAside));
        Assert.Equal(
            [
                ("usage-row-empty", 4), ("usage-row-torn", 7), ("usage-row-without-vm", 9), ("usage-time-unusable", 5), ("usage-value-unusable", 3),
                ("usage-vm-shared", null), ("usage-vm-unknown", null),
            ],
            reading.Findings.Select(finding => (finding.Code, finding.Place.Row)).Order());
        Assert.Contains(": 2 (", reading.Findings.Single(finding => finding.Code == "usage-vm-unknown").Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_is_an_address_is_not_printed()
    {
        var reading = Read("vm,time,cpu_cores\nweb,1000000000,1\nweb,1000000300,1\n192.0.2.7,1000000000,1\n");

        Assert.DoesNotContain(reading.Findings, finding => finding.Line().Contains("192.0.2", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vm,cpu_cores\nweb,1\n", "column-missing")]
    [InlineData("time,cpu_cores\n1000000000,1\n", "column-missing")]
    [InlineData("vm,time\nweb,1000000000\n", "column-missing")]
    [InlineData("vm,time,cpu_cores\nweb,1000000000,1\n", "usage-no-series")]
    [InlineData("vm,time,cpu_cores\nother,1000000000,1\nother,1000000300,1\n", "usage-no-series")]
    [InlineData("vm,time,cpu_cores\nweb,1000000000,1\nweb,1000000001,1\nweb,1000000002,1\nweb,1900000000,1\n", "usage-too-long")]
    [InlineData("", "file-empty")]
    public void A_file_that_cannot_be_used_is_refused(string text, string code)
    {
        var reading = Read(text);

        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Severity == Severity.Error && finding.Code == code);
    }

    [Fact]
    public void A_missing_file_an_empty_folder_and_a_torn_gzip_are_refused()
    {
        File.WriteAllBytes(folder.At("torn.csv.gz"), [.. Gzip("vm,time,cpu_cores\nweb,1000000000,1\nweb,1000000300,1\n").Take(30)]);
        Directory.CreateDirectory(folder.At("empty"));

        Assert.Equal("file-missing", Assert.Single(UsageFile.Read(folder.At("none.csv"), Inventory()).Findings).Code);
        Assert.Equal("usage-none", Assert.Single(UsageFile.Read(folder.At("empty"), Inventory()).Findings).Code);
        Assert.Null(UsageFile.Read(folder.At("torn.csv.gz"), Inventory()).Value);
    }

    [Fact]
    public void A_folder_holds_files_of_GWA_T_12_named_after_their_VMs()
    {
        // 500 of 4,000 MHz of 2 cores are 0.25 cores; then the VM is given 4 cores of 8,000 MHz: 500 MHz are 0.25 cores again; then it has none.
        folder.Write("web.csv", Gwa + "1000000000;\t2;\t4000.0;\t500.0;\t12.5;\t8388608.0;\t1048576.0;\t0.0;\t1.0;\t0.0;\t0.0\n1000000300;\t4;\t8000.0;\t500.0;\t6.25;\t8.388608E6;\t2.097152E6;\t0.0;\t1.0;\t0.0;\t0.0\n1000000600;\t0;\t0.0;\t0.0;\t0.0;\t0.0;\t0.0;\t0.0;\t0.0;\t0.0;\t0.0\n");
        File.WriteAllBytes(folder.At("db.csv.gz"), Gzip(Gwa + "1000000000000;\t1;\t3000;\t1500;\t50;\t1;\t1024;\t0;\t0;\t0;\t0\n"));
        folder.Write("vms.csv", "name,vcpus,memory_mib\nweb,1,1\n");
        var usage = UsageFile.Read(folder.Root, Inventory()).Value!;

        Assert.Equal([0.25f, 0.25f, 0f], usage.Vms[0].Cpu.Values);
        Assert.Equal([1024f, 2048f, 0f], usage.Vms[0].Memory.Values);

        // Where a copy does hold milliseconds, they are taken as such.
        Assert.Equal([0.5f], usage.Vms[1].Cpu.Values);
        Assert.Equal([0], usage.Vms[1].Cpu.Slots);
        Assert.Equal(["db.csv.gz", "web.csv"], usage.Files);
    }

    [Fact]
    public void A_line_longer_than_the_buffer_and_a_file_without_a_last_line_end_are_read()
    {
        var usage = History($"\uFEFFvm,time,cpu_cores,note\r\nweb,1000000000,1,{new string('x', 3_000_000)}\r\nweb,1000000300,2,");

        Assert.Equal([1f, 2f], usage.Vms[0].Cpu.Values);
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
