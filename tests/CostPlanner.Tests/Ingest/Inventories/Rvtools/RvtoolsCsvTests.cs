using System.IO.Compression;
using System.Text;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>The CSV files of RVTools, in the separators and codes that occur, alone, in a folder and packed.</summary>
public sealed class RvtoolsCsvTests : IDisposable
{
    private const string Info = "VM,Powerstate,Template,CPUs,Memory,Total disk capacity MiB,Datacenter,Cluster,Host,VM ID\nweb,poweredOn,False,2,8192,51200,Site,Prod,esx-01,vm-1\ndb,poweredOff,False,8,65536,102400,Site,Prod,esx-01,vm-2\n";
    private const string Hosts = "Host,Datacenter,Cluster,CPU Model,# CPU,Cores per CPU,# Cores,# Memory\nesx-01,Site,Prod,Xeon,2,16,32,524288\n";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private Inventory Estate(string? file = null) => Assert.IsType<Inventory>(InventoryFile.Read(file ?? folder.Root).Value);

    private static void IsRight(Inventory estate)
    {
        Assert.Equal([("web", 2, 8, 50, PowerState.On), ("db", 8, 64, 100, PowerState.Off)], estate.Vms.Select(vm => (vm.Name, vm.VCpus, (int)vm.Memory.GiB, (int)vm.Disk!.Value.GiB, vm.Power)));
        Assert.Equal(["vm-1", "vm-2"], estate.Vms.Select(vm => vm.Id));
        Assert.Equal([("esx-01", 2, 32, 512)], estate.Hosts.Select(host => (host.Name, host.Sockets ?? 0, host.Cores ?? 0, (int)(host.Memory?.GiB ?? 0))));
        Assert.Equal("Prod", Assert.Single(estate.Clusters).Name);
    }

    [Theory]
    [InlineData(",", "utf-8", false)]
    [InlineData(";", "utf-8", true)]
    [InlineData("\t", "utf-16", true)]
    [InlineData("|", "utf-16BE", true)]
    [InlineData(";", "latin", false)]
    public void A_folder_of_CSV_is_the_estate_of_the_workbook(string separator, string code, bool mark)
    {
        var encoding = code == "latin" ? Encoding.Latin1 : Encoding.GetEncoding(code);
        foreach (var (name, text) in new[] { ("RVTools_tabvInfo.csv", Info), ("RVTools_tabvHost.csv", Hosts) })
        {
            var bytes = encoding.GetBytes(text.Replace("Xeon", "Xeon\u00AE", StringComparison.Ordinal).Replace(",", separator, StringComparison.Ordinal));
            File.WriteAllBytes(folder.At(name), mark ? [.. encoding.GetPreamble(), .. bytes] : bytes);
        }

        var estate = Estate();

        IsRight(estate);
        Assert.Equal("Xeon\u00AE", estate.Hosts[0].CpuModel);
    }

    [Fact]
    public void The_workbook_and_the_CSV_of_one_estate_are_one_estate()
    {
        folder.Write("RVTools_tabvInfo.csv", Info);
        folder.Write("RVTools_tabvHost.csv", Hosts);
        var csv = Estate();

        var workbook = Assert.IsType<Inventory>(SmallEstate.Read(SheetOf("vInfo", Info), SheetOf("vHost", Hosts)).Value);

        IsRight(workbook);
        var nowhere = new SourcePlace("");
        Assert.Equal(workbook.Vms.Select(vm => vm with { Origin = nowhere, AntiAffinityRules = [] }), csv.Vms.Select(vm => vm with { Origin = nowhere, AntiAffinityRules = [] }));
        Assert.Equal(workbook.Hosts.Select(host => host with { Origin = nowhere }), csv.Hosts.Select(host => host with { Origin = nowhere }));
    }

    [Fact]
    public void One_file_is_read_with_those_of_RVTools_beside_it()
    {
        var file = folder.Write("RVTools_tabvInfo.csv", Info);
        folder.Write("RVTools_tabvHost.csv", Hosts);
        folder.Write("notes.csv", "a,b\n1,2\n");

        IsRight(Estate(file));
    }

    [Fact]
    public void Files_of_other_names_are_known_by_their_headers()
    {
        folder.Write("vms of may.csv", Info);
        folder.Write("servers.csv", Hosts);

        IsRight(Estate());
    }

    [Fact]
    public void A_decimal_comma_between_semicolons_is_read()
    {
        folder.Write("RVTools_tabvInfo.csv", "VM;Powerstate;CPUs;Memory;Total disk capacity MiB\nweb;poweredOn;2,0;8192,00;51200,50\n");

        var vm = Assert.Single(Estate().Vms);
        Assert.Equal((2, 8192, 51_200.5m), (vm.VCpus, vm.Memory.MiB, vm.Disk?.MiB));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_zip_of_the_CSV_or_of_the_workbook_is_read(bool workbook)
    {
        using (var archive = ZipFile.Open(folder.At("export.zip"), ZipArchiveMode.Create))
        {
            if (workbook)
            {
                using var entry = archive.CreateEntry("RVTools_export_all.xlsx").Open();
                using var bytes = new MemoryStream();
                WorkbookWriter.Write(bytes, SheetOf("vInfo", Info), SheetOf("vHost", Hosts));
                entry.Write(bytes.ToArray());
            }
            else
            {
                Write(archive, "RVTools_tabvInfo.csv", Info);
                Write(archive, "RVTools_tabvHost.csv", Hosts);
            }
        }

        IsRight(Estate(folder.At("export.zip")));

        static void Write(ZipArchive archive, string name, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    [Fact]
    public void Two_files_of_one_sheet_are_refused_by_name()
    {
        folder.Write("a.csv", Info);
        folder.Write("b.csv", Info);

        var finding = Assert.Single(InventoryFile.Read(folder.Root).Findings);
        Assert.Equal("sheet-twice", finding.Code);
        Assert.Contains("a.csv, b.csv", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":[{"type":"qemu","vmid":101,"name":"web","node":"pve1","maxcpu":2,"maxmem":4294967296,"status":"running"}]}""", "This is a Proxmox VE resource list; it is not read yet")]
    [InlineData("*Server name,IP addresses,*Cores,*Memory (In MB),*OS name\nsrv-a,,4,8192,Ubuntu\n", "This is an Azure Migrate import file; it is not read yet")]
    public void An_export_without_a_reader_is_named_for_what_it_is(string text, string expected)
    {
        var finding = Assert.Single(InventoryFile.Read(folder.Write("export.txt", text)).Findings);

        Assert.Equal(("format-unread", expected + "."), (finding.Code, finding.Message.Words()));
    }

    [Theory]
    [InlineData("name;vcpus;memory_mib\nvm1;4;8192\nvm2;2;4096\n")]
    [InlineData("Machines of May\n\nname\tvCPUs\tMemory (GB)\nvm1\t4\t8\nvm2\t2\t4\n")]
    [InlineData("name,vcpus,memory_mib\nvm1,4,8.192\nvm2,2,\"4,096\"\n")]
    [InlineData("VM|CPUs|RAM\nvm1|4|8 GB\nvm2|2|4 GB\n")]
    public void A_plain_file_may_have_other_separators_notations_and_headers(string text)
    {
        folder.Write("vms.csv", text);

        Assert.Equal([("vm1", 4, 8192), ("vm2", 2, 4096)], Estate().Vms.Select(vm => (vm.Name, vm.VCpus, (int)vm.Memory.MiB)));
    }

    /// <summary>A sheet of the same cells: numbers where the text is one.</summary>
    private static Sheet SheetOf(string name, string text)
    {
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(',')).ToList();
        return Sheet.Of(name, rows[0], [.. rows.Skip(1).Select(row => (IReadOnlyList<object?>)[.. row.Select(field => int.TryParse(field, out var number) ? (object?)number : field)])]);
    }
}
