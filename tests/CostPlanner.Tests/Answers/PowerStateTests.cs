using System.Globalization;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>Whether a VM runs, in the words of many tools and languages; what nobody understands counts as running.</summary>
public sealed class PowerStateTests
{
    [Theory]
    [InlineData("Powered On", PowerState.On)]
    [InlineData("on", PowerState.On)]
    [InlineData("up", PowerState.On)]
    [InlineData("ACTIVE", PowerState.On)]
    [InlineData("Eingeschaltet", PowerState.On)]
    [InlineData("Sous tension", PowerState.On)]
    [InlineData("Encendido", PowerState.On)]
    [InlineData("En ejecución", PowerState.On)]
    [InlineData("パワーオン", PowerState.On)]
    [InlineData("migrating", PowerState.On)]
    [InlineData("shut off", PowerState.Off)]
    [InlineData("halted", PowerState.Off)]
    [InlineData("SHELVED_OFFLOADED", PowerState.Off)]
    [InlineData("Ausgeschaltet", PowerState.Off)]
    [InlineData("Hors tension", PowerState.Off)]
    [InlineData("Apagado", PowerState.Off)]
    [InlineData("Uitgeschakeld", PowerState.Off)]
    [InlineData("Wyłączony", PowerState.Off)]
    [InlineData("Saved", PowerState.Suspended)]
    [InlineData("paused", PowerState.Suspended)]
    [InlineData("Angehalten", PowerState.Suspended)]
    [InlineData("ERROR", PowerState.Unknown)]
    [InlineData("not_responding", PowerState.Unknown)]
    public void Words_of_many_tools_and_languages_are_known(string word, PowerState meaning) =>
        Assert.Equal(meaning, SmallEstate.ReadVm(SmallEstate.Vm("vm", 1).But("Powerstate", word)).Power);

    [Fact]
    public void Unknown_words_are_one_finding_with_the_words_and_counts_and_the_vms_count_as_running()
    {
        var reading = SmallEstate.Read(
            SmallEstate.Info(Vm(1, "poweredOn"), Vm(2, "Xyzzy"), Vm(3, "Xyzzy"), Vm(4, null), Vm(5, "poweredOff")), SmallEstate.Hosts());
        var finding = Assert.Single(reading.Findings, each => each.Code == "power-words-unknown");
        Assert.StartsWith("Powerstate of 3 VMs is in no known words: 'Xyzzy' (2), blank (1)", finding.Message.Words().Replace('"', '\''), StringComparison.Ordinal);
        Assert.Equal([true, true, true, true, false], reading.Value!.Vms.Select(vm => vm.Runs));
        Assert.Equal((4, 3, 1), (EstateCounts.Of(reading.Value).VmsPoweredOn, EstateCounts.Of(reading.Value).VmsOfUnknownPower, EstateCounts.Of(reading.Value).VmsPoweredOff));
    }

    [Theory]
    [InlineData("WAHR", true)]
    [InlineData("vrai", true)]
    [InlineData("Verdadero", true)]
    [InlineData("FALSCH", false)]
    [InlineData("Onwaar", false)]
    public void The_flag_of_a_template_may_be_a_word_of_another_language(string word, bool meaning) =>
        Assert.Equal(meaning, SmallEstate.ReadVm(SmallEstate.Vm("vm", 1).But("Template", word)).IsTemplate);

    [Fact]
    public void A_flag_that_nobody_understands_is_a_finding()
    {
        var reading = SmallEstate.Read(SmallEstate.Info(SmallEstate.Vm("vm", 1).But("Template", "perhaps")), SmallEstate.Hosts());
        Assert.Contains(reading.Findings, each => each.Code == "template-words-unknown");
        Assert.False(reading.Value!.Vms[0].IsTemplate);
    }

    /// <summary>Three VMs of 2 vCPUs; one of them off in Spanish. Two run, and were nobody's before: a case without a VM.</summary>
    [Fact]
    public void An_export_in_another_language_is_answered_like_one_in_english()
    {
        var spanish = Answered.Of(SmallEstate.Info(Vm(1, "Encendido"), Vm(2, "Encendido"), Vm(3, "Apagado")), SmallEstate.Hosts());
        var english = Answered.Of(SmallEstate.Info(Vm(1, "poweredOn"), Vm(2, "poweredOn"), Vm(3, "poweredOff")), SmallEstate.Hosts());
        Assert.Equal((english.Hosts(), english.Total()), (spanish.Hosts(), spanish.Total()));
        Assert.Equal(2, spanish.Result.GetProperty("estate").GetProperty("vmsPoweredOn").GetInt32());
    }

    [Fact]
    public void A_case_without_a_vm_that_runs_ranks_nothing_and_ends_in_2()
    {
        var answer = Answered.Of(SmallEstate.Info(Vm(1, "poweredOff"), Vm(2, "suspended")), SmallEstate.Hosts());
        Assert.Equal(2, answer.Case.ExitCode == 3 ? Coded(answer) : answer.Case.ExitCode);
        Assert.Equal(0, answer.Result.GetProperty("answer").GetProperty("ranking").GetArrayLength());
        Assert.Contains("nothing-to-size", answer.Codes);
    }

    /// <summary>The run was without a browser, which is exit code 3 whatever was found: an error among the findings is what makes it 2 elsewhere.</summary>
    private static int Coded(Answered answer) => answer.Result.GetProperty("findings").EnumerateArray()
        .Any(finding => finding.GetProperty("severity").GetString() == "error") ? 2 : 0;

    [Fact]
    public void A_plain_file_has_the_same_words()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.At("vms.csv"), "name,vcpus,memory_mib,power\na,2,4096,Eingeschaltet\nb,2,4096,Sous tension\nc,2,4096,wat\nd,2,4096,aus\n");
        var vms = InventoryFile.Read(folder.At("vms.csv")).Value!.Vms;
        Assert.Equal([PowerState.On, PowerState.On, PowerState.Unknown, PowerState.Off], vms.Select(vm => vm.Power));
    }

    private static object?[] Vm(int number, string? power) => SmallEstate.Vm(string.Create(CultureInfo.InvariantCulture, $"vm-{number}"), number).But("Powerstate", power);
}
