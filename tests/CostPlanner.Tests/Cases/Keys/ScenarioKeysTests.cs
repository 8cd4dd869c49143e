using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Keys;

/// <summary>Questions about the scenario, on <see cref="TwoClusters"/>: 12 VMs on a host, 5 hosts reused, 8 kept, 5 bought anew.</summary>
public sealed class ScenarioKeysTests
{
    private static readonly CaseInputs Case = TwoClusters.Case;

    // At 2 vCPUs to a core a host carries 6 VMs: A 24 / 6 + 1 = 5, of which it has 4; B 12 / 6 + 1 = 3. "keep-all" keeps B's 4.
    [Fact]
    public void A_cap_of_the_overcommit_takes_more_hosts() => Assert.Equal([(8, 1), (9, 1), (8, 8)], Case.With("overcommit-cap=2").Hosts());

    [Fact]
    public void A_cap_above_what_is_promised_changes_nothing() => Assert.Equal(Case.Scenario.Assumptions, Case.With("overcommit-cap=4").Scenario.Assumptions);

    // 3 of its own is capped to 2, 1 of its own stays.
    [Fact]
    public void A_cap_holds_for_what_options_promise_of_their_own()
    {
        var own = Case.With("reuse.cpu-overcommit=3", "keep-all.cpu-overcommit=1", "overcommit-cap=2").Scenario;

        Assert.Equal([2m, 1m], own.Options.SelectMany(option => option.Assumptions).Select(each => each.Value));
        Assert.Equal(2m, Assert.Single(own.Assumptions).Value);
    }

    // (64 - 2) x 4 x 0.8 = 198.4 vCPUs carry 24 VMs: A 24 / 24 + 1 = 2, B 1 + 1 = 2.
    [Fact]
    public void A_larger_new_host_takes_fewer_of_them() => Assert.Equal([(5, 0), (8, 0), (4, 4)], Case.With("new_host=big").Hosts());

    [Fact]
    public void Several_new_hosts_are_joined_by_a_plus() => Assert.Equal(["new", "big"], Case.With("new_host=new+big").Scenario.NewHosts);

    [Fact]
    public void What_happens_to_the_hosts_of_an_option_is_changed_for_that_option() => Assert.Equal([(5, 5), (8, 0), (5, 5)], Case.With("hosts.reuse=refresh").Hosts());

    // At most 6 VMs on a host: as with the cap of the overcommit.
    [Fact]
    public void The_most_VMs_of_a_host_take_more_hosts() => Assert.Equal([(8, 1), (9, 1), (8, 8)], Case.With("vms-per-host=6").Hosts());

    // One busy core each, 24 on a host: A 24 / 24 + 1 = 2, B 12 / 24 and 1 = 2.
    [Fact]
    public void Sized_by_what_they_used_VMs_take_fewer_hosts() => Assert.Equal([(4, 0), (8, 0), (4, 4)], TwoClusters.Measured.With("sizing=average").Hosts());

    [Fact]
    public void CPU_and_memory_may_be_sized_in_two_ways()
    {
        var sizing = TwoClusters.Measured.With("sizing=p95+configured").Scenario.Sizing;

        Assert.Equal(("p95", "configured"), (sizing.Cpu.ToString(), sizing.Memory.ToString()));
    }

    [Theory]
    [InlineData("overcommit-cap=0", "overcommit-cap is 0, which is not from 0.1 to 32")]
    [InlineData("new_host=bigg", "Unknown value \"bigg\" of new_host; it takes new, big. Did you mean \"big\"?")]
    [InlineData("hosts.reuse=refrsh", "Unknown value \"refrsh\" of hosts.reuse; it takes reuse, keep-all, refresh. Did you mean \"refresh\"?")]
    [InlineData("hosts.reus=refresh", "Unknown key \"hosts.reus\". Did you mean \"hosts.reuse\"?")]
    [InlineData("sizing=p95", "VMs cannot be sized by what they used: the scenario names no usage: with series of it")]
    [InlineData("vms-per-host=0", "vms-per-host is 0, which is not from 1 to 100000")]
    [InlineData("vms-per-host=1.5", "vms-per-host is 1.5, and only a whole number means something")]
    public void What_the_scenario_cannot_be_is_refused(string set, string words) => Assert.Equal(words, Case.Refusal(set));

    [Fact]
    public void A_measure_that_is_none_is_refused_with_those_that_are() => Assert.Equal(
        "Unknown value \"p\" of sizing; it takes configured, average, p95, peak, coincident. Did you mean \"p95\"?", TwoClusters.Measured.Refusal("sizing=p"));

    [Fact]
    public void Hosts_of_no_new_model_cannot_be_bought() => Assert.Equal(
        "the scenario names no new_host that could be bought", (Case with { Scenario = Case.Scenario with { NewHosts = [] } }).Refusal("hosts.reuse=refresh"));
}
