using CostPlanner.Ingest.Inventories;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Usage;

/// <summary>A folder of GWA-T-12 files as an inventory of its own.</summary>
public sealed class GwaInventoryTests : IDisposable
{
    private const string Header =
        "Timestamp [ms];\tCPU cores;\tCPU capacity provisioned [MHZ];\tCPU usage [MHZ];\tCPU usage [%];\tMemory capacity provisioned [KB];\tMemory usage [KB]\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Each_file_is_a_VM_with_the_most_that_it_was_given()
    {
        folder.Write("web.csv", Header + "1000000000;\t2;\t4000.5;\t500;\t12.5;\t4194304.0;\t1048576\n1000000300;\t4;\t8001;\t500;\t6;\t8.388608E6;\t1\n1000000600;\t0;\t0;\t0;\t0;\t0;\t0\n");
        folder.Write("gone.csv", Header + "1000000000;\t0;\t0;\t0;\t0;\t0;\t0\n");
        var reading = InventoryFile.Read(folder.Root);
        var vm = Assert.Single(reading.Value!.Vms);

        Assert.Equal(("web", 4, 8001m, ByteSize.FromGiB(8), PowerState.On), (vm.Name, vm.VCpus, vm.CpuCapacity!.Value.MHz, vm.Memory, vm.Power));
        Assert.Equal((2, 1), (reading.Value.Rows.Single().Read, reading.Value.Rows.Single().Used));
        Assert.Equal(["vm-cpus-unusable", "hosts-none"], reading.Findings.Select(finding => finding.Code));
        Assert.Equal("gone.csv", reading.Findings[0].Place.File);

        // The same folder gives its series: 500 MHz of 2,000.25 a core.
        Assert.Equal(0.24997f, UsageFile.Read(folder.Root, reading.Value).Value!.Vms.Single().Cpu.Values[0], 0.00001f);
    }

    [Fact]
    public void Real_files_give_the_sizes_of_their_inventory()
    {
        var vms = InventoryFile.Read(Path.GetDirectoryName(Repository.Shared("traces", "raw-sample", "42.csv.gz"))!).Value!.Vms;

        // bitbrains-rnd-inventory.csv, 2013-8: cores and MB.
        Assert.Equal(
            [("1", 2, 8192L), ("123", 4, 6780), ("300", 1, 2048), ("42", 8, 20480), ("7", 1, 2048)],
            vms.Select(vm => (vm.Name, vm.VCpus, vm.Memory.MiBRoundedDown)));
    }

    [Fact]
    public void A_folder_of_other_series_is_no_inventory()
    {
        folder.Write("usage.csv", "vm,time,cpu_cores\na,1000000000,1\n");

        Assert.Equal("file-is-directory", Assert.Single(InventoryFile.Read(folder.Root).Findings).Code);
    }
}
