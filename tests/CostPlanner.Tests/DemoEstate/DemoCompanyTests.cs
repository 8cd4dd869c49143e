using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace CostPlanner.Tests.DemoEstate;

/// <summary>data/inventories/demo-company.xlsx is what the generator makes, and what the reader understands.</summary>
public sealed class DemoCompanyTests
{
    private static readonly string Committed = Path.Combine(TestFolder.Root(), "data", "inventories", "demo-company.xlsx");

    /// <summary>COSTPLANNER_WRITE_DEMO=1 writes the workbook anew, before any test looks at it.</summary>
    static DemoCompanyTests()
    {
        if (Environment.GetEnvironmentVariable("COSTPLANNER_WRITE_DEMO") == "1")
        {
            using var file = new FileStream(Committed, FileMode.Create, FileAccess.ReadWrite);
            WorkbookWriter.Write(file, DemoWorkbook.Sheets);
        }
    }

    private static Inventory Estate() => InventoryFile.Read(Committed).Value ?? throw new InvalidOperationException($"{Committed} was not read");

    [Fact]
    [Slow]
    public void The_committed_workbook_equals_by_cells_what_the_generator_makes()
    {
        using var made = new MemoryStream();
        WorkbookWriter.Write(made, DemoWorkbook.Sheets);
        using var committed = File.OpenRead(Committed);
        Assert.Equal(Cells(made), Cells(committed));
    }

    [Fact]
    [Slow]
    public void The_workbook_is_valid_Open_XML()
    {
        using var document = SpreadsheetDocument.Open(Committed, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));
    }

    [Fact]
    public void The_reader_uses_every_row_and_has_two_notes()
    {
        var estate = Estate();

        Assert.All(estate.Rows, rows => Assert.Equal(0, rows.SetAside));
        Assert.Equal(["vm-names-shared", "placeholders"], estate.Findings.Select(finding => finding.Code));
        Assert.Equal(("RVTools 4.7.1.4", new DateOnly(2026, 9, 14)), (estate.WrittenBy, estate.ExportedOn));
    }

    [Fact]
    public void The_company_is_of_middle_size()
    {
        var estate = Estate();

        Assert.Equal((420, 24, 4), (estate.Vms.Length, estate.Hosts.Length, estate.Clusters.Length));
        // 18 hosts of 2 x 24, 4 of 2 x 18, 2 of 1 x 16.
        Assert.Equal((18 * 48) + (4 * 36) + (2 * 16), estate.Hosts.Sum(host => host.Cores));
        Assert.Equal((6, 31, 2), (estate.Vms.Count(vm => vm.IsTemplate), estate.Vms.Count(vm => vm is { Power: PowerState.Off, IsTemplate: false, IsPlaceholder: false }), estate.Vms.Count(vm => vm.IsPlaceholder)));
        Assert.Equal(2, estate.Vms.Select(vm => vm.Datacenter).Distinct().Count());
        Assert.InRange(Share(estate, GuestFamily.WindowsServer), 0.40, 0.50);
        Assert.InRange(Share(estate, GuestFamily.RedHat), 0.12, 0.18);
    }

    [Fact]
    public void Eighteen_of_its_hosts_could_carry_it()
    {
        var estate = Estate();

        // Per cluster, with 2 cores kept back per host: vCPUs / ((cores - 2) x 4 x 80 %), memory / 90 %, rounded up, and one spare.
        var hosts = estate.Clusters.Sum(cluster =>
        {
            var host = estate.Hosts.First(each => each.Cluster == cluster.Name);
            var running = estate.Vms.Where(vm => vm.Runs && vm.Cluster == cluster.Name).ToArray();
            var byCpu = running.Sum(vm => vm.VCpus) / ((host.Cores!.Value - 2) * 4 * 0.8m);
            var byMemory = running.Sum(vm => vm.Memory.MiB) / (host.Memory!.Value.MiB * 0.9m);
            return (int)Math.Ceiling(Math.Max(byCpu, byMemory)) + 1;
        });

        Assert.Equal(18, hosts);
    }

    [Fact]
    public void It_holds_what_makes_planning_hard()
    {
        var estate = Estate();

        var wide = Assert.Single(estate.Vms, vm => vm.VCpus > 24);
        Assert.Equal((32, 18), (wide.VCpus, estate.Hosts.First(host => host.Name == wide.Host).CoresPerSocket));
        Assert.Equal(3, estate.Vms.Where(vm => vm.AntiAffinityRules.Contains("separate-domain-controllers")).Select(vm => vm.Host).Distinct().Count());
        Assert.Equal(2, estate.Vms.Where(vm => vm.AntiAffinityRules.Contains("separate-sql-pair")).Select(vm => vm.Host).Distinct().Count());
        Assert.Contains(estate.Vms, vm => vm.Name.Contains('ü', StringComparison.Ordinal));
        Assert.Contains(estate.Vms, vm => vm.Name == "nh-dev-[legacy] <scan>&sort-001");
        Assert.All(estate.Datastores, store => Assert.True(estate.Vms.Where(vm => vm.Datastore == store.Name).Aggregate(ByteSize.Zero, (sum, vm) => sum + vm.Disk!.Value) < store.Capacity));
    }

    private static double Share(Inventory estate, GuestFamily family) => (double)estate.Vms.Count(vm => vm.Guest == family) / estate.Vms.Length;

    private static List<string> Cells(Stream stream)
    {
        stream.Position = 0;
        var cells = new List<string>();
        using var reader = ExcelReaderFactory.CreateReader(stream, new ExcelReaderConfiguration { LeaveOpen = true });
        do
        {
            for (var row = 1; reader.Read(); row++)
            {
                cells.AddRange(Enumerable.Range(0, reader.FieldCount).Select(i => FormattableString.Invariant($"{reader.Name} {row} {i}: {reader.GetValue(i)}")));
            }
        }
        while (reader.NextResult());

        return cells;
    }
}
