using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Tables;

/// <summary>How the numbers of a column are read: separators, units, and what is plausible.</summary>
public sealed class ColumnReadingTests
{
    private static Reading<Inventory> ReadMemory(params IReadOnlyList<object?> cells) => ReadColumn("Memory", cells);

    private static Reading<Inventory> ReadColumn(string header, IReadOnlyList<object?> cells) =>
        Read(Info([.. cells.Select((cell, i) => Vm($"vm-{i}", i).But(header, cell))]), Hosts());

    private static decimal[] Memory(Reading<Inventory> reading) => [.. reading.Value!.Vms.Select(vm => vm.Memory.MiB)];

    private static Finding Only(Reading<Inventory> reading, string code) => Assert.Single(reading.Findings, finding => finding.Code == code);

    [Theory]
    [InlineData("8.192", "16.384")]
    [InlineData("8,192", "16,384")]
    [InlineData("8 192", "16 384")]
    [InlineData("8\u00A0192", "16\u00A0384")]
    [InlineData("8\u2009192", "16\u2009384")]
    [InlineData("8\u202F192", "16\u202F384")]
    [InlineData("8'192", "16'384")]
    [InlineData("8\u2019192", "16\u2019384")]
    [InlineData("8192.0", "16384.0")]
    [InlineData("8192,0", "16384,0")]
    [InlineData("8.192,00", "16.384,00")]
    [InlineData("8,192.00", "16,384.00")]
    [InlineData("8192 MB", "16384 MiB")]
    [InlineData("8 GB", "16GiB")]
    [InlineData("8,0 GB", "16,0 GB")]
    [InlineData("8388608 KB", "16777216 KiB")]
    [InlineData("8589934592 bytes", "17179869184 B")]
    public void A_number_is_read_in_the_notation_and_unit_of_its_column(string first, string second) =>
        Assert.Equal([8192, 16_384], Memory(ReadMemory(first, second)));

    /// <summary>64.000 of 2 vCPUs is 32 MiB by vCPU with a decimal point and 32,000 with groups: only the second is within 128 to 65,536.</summary>
    [Fact]
    public void What_may_be_a_fraction_or_a_group_is_decided_by_what_is_plausible_and_said()
    {
        var reading = ReadMemory("64.000", "64.000", "64.000");

        Assert.Equal([64_000, 64_000, 64_000], Memory(reading));
        var finding = Only(reading, "numbers-notation");
        Assert.Equal(Severity.Warning, finding.Severity);
        Assert.Contains("the point sets groups of digits apart: \"64.000\" is 64,000 (rows 2, 3, 4)", finding.Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_value_of_the_column_shows_what_its_separator_is()
    {
        // 1.048.576 can only be groups, so 16.384 of the same column is 16,384, and a note suffices.
        var reading = ReadMemory("16.384", "1.048.576");

        Assert.Equal([16_384, 1_048_576], Memory(reading));
        Assert.Equal(Severity.Note, Only(reading, "numbers-notation").Severity);
    }

    [Fact]
    public void What_no_evidence_decides_is_not_used()
    {
        // Datastores of 12.500 TiB: 12.5 TiB are 13,107,200 MiB, 12,500 TiB are more than any range allows. Disks of 12.500 GiB are 12.5 or 12,500 GiB:
        // both are within 2 GiB to 16 TiB.
        var disks = Sheet.Of("vInfo", ["VM", "Powerstate", "Template", "CPUs", "Memory", "Total disk capacity (GiB)"], ["a", "poweredOn", "False", 2, 4096, "12.500"], ["b", "poweredOn", "False", 2, 4096, "13.500"]);
        var reading = Read(disks, Hosts());

        Assert.Equal(Severity.Warning, Only(reading, "numbers-ambiguous").Severity);
        Assert.Equal(2, reading.Value!.Vms.Count(vm => vm.Disk is null));
    }

    [Theory]
    [InlineData(8, 16, 64, "GiB")]
    [InlineData(8_388_608, 16_777_216, 67_108_864, "KiB")]
    [InlineData(8_589_934_592, 17_179_869_184, 68_719_476_736, "bytes")]
    public void Another_unit_under_a_header_of_MiB_is_found_by_the_size(double first, double second, double third, string unit)
    {
        var reading = ReadMemory(first, second, third);

        Assert.Equal([8192, 16_384, 65_536], Memory(reading));
        Assert.Contains($"Memory is read in {unit}, not MiB", Only(reading, "unit-by-size").Message.Words(), StringComparison.Ordinal);
    }

    /// <summary>A program of another language took "8.192", "16.384" and "64.000" for numbers; no fraction of a GiB is 0.192 of it.</summary>
    [Fact]
    public void Groups_that_a_spreadsheet_program_took_for_a_fraction_are_found()
    {
        var reading = ReadMemory(8.192, 16.384, 64);

        Assert.Equal([8192, 16_384, 64_000], Memory(reading));
        Assert.Contains("Memory is read in thousands of MiB, not MiB", Only(reading, "unit-by-size").Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fractions_of_a_GiB_are_no_lost_groups() => Assert.Equal([4224, 16_384, 65_536], Memory(ReadMemory(4.125, 16, 64)));

    [Fact]
    public void A_sheet_of_disks_without_their_size_is_one_finding()
    {
        var disks = Sheet.Of("vDisk", ["VM", "VM ID", "Extent"], ["vm-0", "vm-0", 102_400], ["vm-1", "vm-1", 102_400]);
        var reading = Read(Info(Vm("vm-0", 0).But("Total disk capacity MiB", null), Vm("vm-1", 1)), disks, Hosts());

        Assert.Contains("vDisk has no column Capacity MiB; its headers are \"VM\", \"VM ID\", \"Extent\"", Only(reading, "detail-column-missing").Message.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_small_appliance_is_a_finding_and_keeps_its_size()
    {
        var reading = ReadMemory(64, 8192, 16_384);

        Assert.Equal([64, 8192, 16_384], Memory(reading));
        Assert.Contains("1 value of Memory is unusual, the first is \"64\"", Only(reading, "sizes-odd").Message.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain(reading.Findings, finding => finding.Code == "unit-by-size");
    }

    [Fact]
    public void The_only_VM_of_a_sheet_keeps_its_size() => Assert.Equal([64], Memory(ReadMemory(64)));

    /// <summary>A machine of 1 TiB with 64 vCPUs has 16 GiB by vCPU: it is not one of 1 GiB whose sheet counts in KiB.</summary>
    [Fact]
    public void Large_VMs_are_not_taken_for_small_ones_in_another_unit()
    {
        object?[] large = Vm("db", 1, cpus: 64, memory: 1_048_576);

        var reading = Read(Info(large, large.But("VM", "db2").But("VM ID", "vm-2").But("VM UUID", "u-2")), Hosts());

        Assert.Equal([1_048_576, 1_048_576], Memory(reading));
        Assert.DoesNotContain(reading.Findings, finding => finding.Code is "unit-by-size" or "sizes-implausible" or "sizes-odd");
    }

    [Theory]
    [InlineData(512)] // GiB
    [InlineData(536_870_912)] // KiB
    [InlineData(549_755_813_888)] // bytes
    [InlineData("524.288")]
    [InlineData("512 GB")]
    public void A_host_of_524_MiB_is_not_plausible(object memory)
    {
        var hosts = Sheet.Of("vHost", ["Host", "# CPU", "Cores per CPU", "# Cores", "# Memory"], ["esx-01", 2, 16, 32, memory]);

        // One host suffices: no hypervisor runs in 16 MiB by core.
        Assert.Equal(ByteSize.FromGiB(512), Read(Info(Vm("web", 1)), hosts).Value!.Hosts.Single().Memory);
    }

    [Fact]
    public void A_unit_that_would_make_one_row_too_large_is_not_taken()
    {
        // Most disks of 1 MiB are none that a unit explains: as TiB the first would have 100 PiB.
        var reading = ReadColumn("Total disk capacity MiB", [102_400, 1, 1]);

        Assert.Equal(100, reading.Value!.Vms[0].Disk?.GiB);
        Assert.Single(reading.Findings, finding => finding.Code == "sizes-implausible");
    }

    [Theory]
    [InlineData("79228162514264337593543950335 TB")]
    [InlineData("99999999999999 TB")]
    [InlineData("-5 GB")]
    [InlineData("1.2.3,4,5")]
    [InlineData("1 23 456")]
    [InlineData("8 parsecs")]
    public void What_is_no_size_sets_its_row_aside(string text)
    {
        var reading = Read(Info(Vm("web", 1), Vm("odd", 2, memory: text), Vm("odd too", 3, cpus: "0.0000000000000000000000000001")), Hosts());

        Assert.Equal(["web"], reading.Value!.Vms.Select(vm => vm.Name));
        Assert.Equal(2, reading.Value.UnsizedVms.Length);
    }

    [Fact]
    public void The_word_of_the_header_is_the_unit() =>
        Assert.Equal(
            [8192, 16_384],
            Memory(Read(Sheet.Of("vInfo", ["VM", "CPUs", "Memory (in GB)"], ["a", 2, 8], ["b", 2, 16]), Hosts())));

    [Theory]
    [InlineData("WAHR", true)]
    [InlineData("vrai", true)]
    [InlineData("Verdadero", true)]
    [InlineData("waar", true)]
    [InlineData("x", true)]
    [InlineData("FALSCH", false)]
    [InlineData("faux", false)]
    [InlineData("fałsz", false)]
    [InlineData("onwaar", false)]
    public void A_flag_may_be_a_word_of_another_language(string word, bool expected) =>
        Assert.Equal(expected, ReadVm(Vm("web", 1).But("Template", word)).IsTemplate);

    [Fact]
    public void A_word_that_is_neither_true_nor_false_is_a_finding()
    {
        var reading = Read(Info(Vm("web", 1).But("Template", "perhaps")), Hosts());

        Assert.Contains("perhaps", Only(reading, "template-words-unknown").Message.Words(), StringComparison.Ordinal);
    }
}
