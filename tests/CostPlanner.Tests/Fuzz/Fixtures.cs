using System.IO.Compression;
using System.Text;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Fuzz;

/// <summary>One sound input of every kind of file that the program reads.</summary>
internal static class Fixtures
{
    private const string Vms = "name,vcpus,memory_mib,disk_mib,power,cluster,host,guest_os\nweb-1,4,8192,102400,on,prod,esx-1,Ubuntu\ndb-1,8,65536,512000,on,prod,esx-2,Windows Server 2022\nold,2,4096,40960,off,prod,esx-1,Debian\n";
    private const string Hosts = "name,cluster,sockets,cores,memory_mib\nesx-1,prod,2,32,524288\nesx-2,prod,2,32,524288\n";

    /// <summary>All of them, in a fixed order: the number of an input chooses by it.</summary>
    public static IReadOnlyList<Fixture> All { get; } = [.. Workbooks(), .. Tables(), .. Scenarios(), .. Numbers()];

    private static IEnumerable<Fixture> Workbooks() =>
        from workbook in FixtureSheets.All
        from command in new[] { "inspect", "new" }
        select Fixture.OfSheets($"{workbook.Name}, {command}", workbook.Sheets, command == "inspect"
            ? ["inspect", "FOLDER/estate.xlsx", "--json"]
            : ["new", "FOLDER/mine", "--inventory", "FOLDER/estate.xlsx", "--as-of", "2026-10-01"]);

    private static IEnumerable<Fixture> Tables()
    {
        yield return Fixture.OfText("plain VMs", "vms.csv", Vms, "inspect", "FOLDER", "--json") with { Beside = Texts(("hosts.csv", Hosts)) };
        yield return Fixture.OfText("plain hosts", "hosts.csv", Hosts, "inspect", "FOLDER", "--json") with { Beside = Texts(("vms.csv", Vms)) };
        yield return Fixture.OfText("RVTools CSV", "RVTools_tabvInfo.csv", FixtureSheets.Csv("vInfo", ';'), "inspect", "FOLDER", "--json") with
        {
            Beside = Texts(("RVTools_tabvHost.csv", FixtureSheets.Csv("vHost", ';'))),
        };
        yield return new Fixture("zip of CSV", "set.zip", Inside.Bytes, "inspect", "FOLDER/set.zip", "--json")
        {
            Content = Zip(("RVTools_tabvInfo.csv", FixtureSheets.Csv("vInfo", ',')), ("RVTools_tabvHost.csv", FixtureSheets.Csv("vHost", ','))),
        };
        foreach (var file in new[] { "prices/vmware.csv", "prices/exchange-rates.csv", "prices/grid-carbon.csv", "prices/feature-matrix.csv", "hosts/models.csv", "hosts/cpus.csv", "assumptions/sizing.csv" })
        {
            // A price book that is cut after some rows is as sound as the whole and quicker to read.
            var lines = File.ReadLines(Path.Combine(Repository.Data, file)).Take(25);
            yield return Fixture.OfText(file, $"data/{file}", string.Join('\n', lines) + "\n", "prices", "check", "--data", "FOLDER/data");
        }
    }

    private static IEnumerable<Fixture> Scenarios()
    {
        var estate = Texts(("vms.csv", Vms), ("hosts.csv", Hosts));
        yield return Fixture.OfText("scenario", "a.yaml", Scenario, "case", "FOLDER/a.yaml", "--out", "FOLDER/out", "--browser", "FOLDER/none", "--trials", "0") with { Beside = estate };
        yield return Fixture.OfText("committed scenario", "a.yaml", Committed("leave-vsphere-2026.yaml"), "breakeven", "FOLDER/a.yaml") with { Beside = estate };
        yield return Fixture.OfText("scenario of 2013", "a.yaml", Committed("ova-claim-2013.yaml"), "whatif", "FOLDER/a.yaml", "--set", "growth=0.1") with { Beside = estate };
        yield return Fixture.OfText("VMs of a case", "vms.csv", Vms, "case", "FOLDER/a.yaml", "--out", "FOLDER/out", "--browser", "FOLDER/none", "--trials", "0", "--json") with
        {
            Beside = Texts(("a.yaml", Scenario), ("hosts.csv", Hosts)),
        };
    }

    private static IEnumerable<Fixture> Numbers()
    {
        const string Series = "vm,time,cpu_mhz,memory_mib\nweb-1,1000000000,500,1000\nweb-1,1000000300,700.5,1100\ndb-1,1000000000,100,2000\n";
        const string Instance = "2\n10 20\n3\n1 2 3\n4 5 6\n2 2 4\n";
        const string Cloud = """
            {"computerList":[{"id":7,"cpuPower":4,"memory":8,"networkBandwidth":2,"cost":100},{"id":9,"cpuPower":4,"memory":8,"networkBandwidth":2,"cost":100}],
             "processList":[{"id":"p","requiredCpuPower":1,"requiredMemory":2,"requiredNetworkBandwidth":1},{"id":"q","requiredCpuPower":2,"requiredMemory":2,"requiredNetworkBandwidth":1}]}
            """;
        var estate = Texts(("a.yaml", Scenario.Replace("inventory: .", "inventory: .\nusage: usage.csv", StringComparison.Ordinal)), ("vms.csv", Vms), ("hosts.csv", Hosts));
        yield return Fixture.OfText("series of use", "usage.csv", Series, "case", "FOLDER/a.yaml", "--out", "FOLDER/out", "--browser", "FOLDER/none", "--trials", "0") with { Beside = estate };
        yield return Fixture.OfText("instance", "a.vbp", Instance, "pack", "FOLDER/a.vbp", "--json");
        yield return Fixture.OfText("instance of computers", "a.json", Cloud, "pack", "FOLDER/a.json", "--json");
        yield return new Fixture("compressed instance", "a.vbp.gz", Inside.Bytes, "pack", "FOLDER/a.vbp.gz", "--json") { Content = GZip(Instance) };
        yield return Fixture.OfText("measurement", "run.json", MeasurementRecord.Text(SampleRuns.Valid, Sentences.Of), "bench", "show", "FOLDER/run.json");
        yield return Fixture.OfText("share of a sweep", "share.json", Share(), "whatif", "--merge", "FOLDER/share.json", "--out", "FOLDER/sweep.json");
    }

    /// <summary>A scenario of two options, with most sections that a file may have.</summary>
    private const string Scenario = """
        title: Small
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 3
        seed: 1
        inventory: .
        failover: 1
        baseline: a
        new_host: two-socket-64c-1024g
        contract: {name: today, ends: 2027-01-31, per_year: 1000, currency: USD, products: [vmware-vvf-3y]}
        quotes:
          - {product: xenserver-8-premium, amount: 750, currency: USD, date: 2026-09-15, from: reseller}
        assumptions: {cpu-overcommit: 4, growth: 0.05}
        placement:
          rules: [{name: r, keep_apart: ["web-*", db-1]}]
        options:
          - {id: a, name: VVF, platform: vsphere, licences: [vmware-vvf-3y], hosts: reuse}
          - {id: b, name: KVM, platform: kvm, licences: [proxmox-ve-standard], hosts: refresh}

        """;

    /// <summary>A share as the command itself writes it.</summary>
    private static string Share()
    {
        using var folder = new TemporaryFolder();
        foreach (var (name, text) in new[] { ("a.yaml", Scenario), ("vms.csv", Vms), ("hosts.csv", Hosts) })
        {
            folder.Write(name, text);
        }

        var run = Run.Of("whatif", folder.At("a.yaml"), "--sweep", "growth=0..0.1..0.05", "--shard", "1/1", "--out", folder.At("share.json"));
        return run.ExitCode == 0 ? File.ReadAllText(folder.At("share.json")) : throw new InvalidOperationException(run.Error);
    }

    private static string Committed(string scenario) => File.ReadAllText(Path.Combine(Repository.Data, "scenarios", scenario))
        .Replace("../inventories/demo-company.xlsx", ".", StringComparison.Ordinal);

    private static Dictionary<string, byte[]> Texts(params (string Name, string Text)[] files) => files.ToDictionary(file => file.Name, file => Encoding.UTF8.GetBytes(file.Text));

    private static byte[] GZip(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
