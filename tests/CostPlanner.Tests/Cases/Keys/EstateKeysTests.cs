using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Keys;

/// <summary>Questions about the estate, on <see cref="TwoClusters"/>: 12 VMs on a host, 5 hosts reused, 8 kept, 5 bought anew.</summary>
public sealed class EstateKeysTests
{
    private static readonly CaseInputs Case = TwoClusters.Case;

    [Fact]
    public void As_it_is_the_estate_needs_five_hosts() => Assert.Equal([(5, 0), (8, 0), (5, 5)], Case.Hosts());

    // The new host takes the place of one of today in "reuse" and "refresh"; "keep-all" has it beside its 8.
    [Fact]
    public void A_host_that_is_added_to_a_cluster_is_bought_and_kept() => Assert.Equal([(5, 1), (9, 1), (5, 5)], Case.With("hosts-added.A=1").Hosts());

    // One for A and one for B.
    [Fact]
    public void Hosts_that_are_added_to_every_cluster_are_added_to_each() => Assert.Equal([(5, 2), (10, 2), (5, 5)], Case.With("hosts-added=1").Hosts());

    // 4 bought for B, which needs 2: they are kept, none of B's own is; A keeps its 3 of today.
    [Fact]
    public void Hosts_that_are_added_are_kept_though_fewer_would_do() => Assert.Equal([(7, 4), (12, 4), (7, 7)], Case.With("hosts-added.B=4").Hosts());

    [Fact]
    public void A_scenario_without_a_new_host_can_add_none() => Assert.Equal(
        "the scenario names no new_host that could be added", (Case with { Scenario = Case.Scenario with { NewHosts = [] } }).Refusal("hosts-added=1"));

    // A and B have 3 left, which are enough.
    [Fact]
    public void Hosts_removed_from_every_cluster_are_gone_from_each() => Assert.Equal([(5, 0), (6, 0), (5, 5)], Case.With("hosts-removed=1").Hosts());

    // A needs 3 and has 2 left: one is bought.
    [Fact]
    public void A_cluster_that_loses_a_host_too_many_buys_one() => Assert.Equal([(5, 1), (7, 1), (5, 5)], Case.With("hosts-removed.A=2").Hosts());

    [Fact]
    public void The_last_hosts_by_name_are_removed() => Assert.Equal(
        ["A1", "A2", "B1", "B2", "B3", "B4"], Case.With("hosts-removed.A=2").Inventory.Hosts.Select(host => host.Name));

    [Theory]
    [InlineData("hosts-removed.A=5", "A has 4 hosts, so 5 cannot be removed")]
    [InlineData("hosts-removed=5", "A has 4 hosts, so 5 cannot be removed")]
    [InlineData("hosts-removed=-1", "hosts-removed is -1, which is not from 0 to 1000")]
    [InlineData("hosts-added=0.5", "hosts-added is 0.5, and only a whole number means something")]
    [InlineData("hosts-added.C=1", "Unknown key \"hosts-added.C\". Did you mean \"hosts-added.A\"?")]
    [InlineData("lose-site=Nrth", "Unknown value \"Nrth\" of lose-site; it takes North, South. Did you mean \"North\"?")]
    [InlineData("lose-cluster=C", "Unknown value \"C\" of lose-cluster; it takes A, B. Did you mean \"A\"?")]
    [InlineData("copies.aleep=1", "Unknown key \"copies.aleep\". Did you mean \"copies.asleep\"?")]
    [InlineData("copies.a-01=100001", "copies.a-01 is 100001, which is not from 0 to 100000")]
    [InlineData("consolidate=A", "\"A\" joins nothing; name two clusters or more, each once, joined by +")]
    [InlineData("consolidate=A+A", "\"A+A\" joins nothing; name two clusters or more, each once, joined by +")]
    [InlineData("consolidate=A+C", "Unknown cluster \"C\"; there are A, B. Did you mean \"A\"?")]
    public void What_the_estate_does_not_have_is_refused(string set, string words) => Assert.Equal(words, Case.Refusal(set));

    // A keeps 3 for two failures: 24 / 12 + 2 = 4; B is left at 2.
    [Fact]
    public void Failover_of_one_cluster_is_a_key() => Assert.Equal([(6, 0), (8, 0), (6, 6)], Case.With("failover.A=2").Hosts());

    // B is a cluster of 4 today: with one host left it still asks for one that may fail, and buys it: 12 VMs on one, and one more.
    [Fact]
    public void Taking_hosts_away_takes_no_failover_away() => Assert.Equal([(5, 1), (6, 1), (5, 5)], Case.With("hosts-removed.B=3").Hosts());

    [Fact]
    public void A_name_that_several_clusters_bear_is_not_guessed_at()
    {
        var two = Case with
        {
            Inventory = Case.Inventory with { Clusters = [.. Case.Inventory.Clusters.Select(cluster => cluster with { NameInSource = "CL1" })] },
        };
        const string Which = "\"CL1\" is the name of 2 clusters; say which: A, B.";
        Assert.All(["hosts-added.CL1=1", "failover.CL1=1", "lose-cluster=CL1", "consolidate=CL1+A"], set => Assert.Equal(Which, two.Refusal(set)));
    }

    // All 36 VMs on B's hosts, planned as one: 36 / 12 + 1 = 4, and of the 4 that are left all are needed.
    [Fact]
    public void The_VMs_of_a_lost_site_run_at_the_other() => Assert.Equal([(4, 0), (4, 0), (4, 4)], Case.With("lose-site=North").Hosts());

    [Fact]
    public void The_VMs_of_a_lost_cluster_run_in_the_other() => Assert.Equal([(4, 0), (4, 0), (4, 4)], Case.With("lose-cluster=B").Hosts());

    // Both spare hosts become one: 36 / 12 + 1 = 4.
    [Fact]
    public void Clusters_that_are_made_one_share_their_spare_host()
    {
        var joined = Case.With("consolidate=B+A");

        Assert.Equal([(4, 0), (8, 0), (4, 4)], joined.Hosts());
        Assert.Equal(["B"], joined.Inventory.Clusters.Select(cluster => cluster.Name));
    }

    // Otherwise the host for A would be gone with A's name: 8 and 1.
    [Fact]
    public void Hosts_added_to_a_cluster_go_with_it_into_another() => Assert.Equal([(4, 1), (9, 1), (4, 4)], Case.With("hosts-added.A=1", "consolidate=B+A").Hosts());

    // 24 + 12 VMs in A: 36 / 12 + 1 = 4 beside B's 2.
    [Fact]
    public void Copies_of_a_running_VM_run_in_its_cluster() => Assert.Equal([(6, 0), (8, 0), (6, 6)], Case.With("copies.a-01=12").Hosts());

    // The template is in B: 24 / 12 + 1 = 3 beside A's 3.
    [Fact]
    public void Copies_of_a_template_run()
    {
        var copied = Case.With("copies.template=12");

        Assert.Equal([(6, 0), (8, 0), (6, 6)], copied.Hosts());
        Assert.Single(copied.Inventory.Vms, vm => vm.IsTemplate);
    }

    // They lie on storage and need no host.
    [Fact]
    public void Copies_of_a_VM_that_is_powered_off_do_not_run()
    {
        var copied = Case.With("copies.asleep=12");

        Assert.Equal(Case.Hosts(), copied.Hosts());
        Assert.Equal(13, copied.Inventory.Vms.Count(vm => vm.Power == PowerState.Off && !vm.IsTemplate));
    }

    // By their use a host carries (32 - 2) x 0.8 = 24 VMs of one busy core each. A: (24 + 24) / 24 + 1 = 3, B 2. Never seen, the copies would count
    // 8 / 4 = 2 cores each: (24 + 48) / 24 + 1 = 4.
    [Fact]
    public void Copies_use_what_their_model_used() => Assert.Equal([(5, 0), (8, 0), (5, 5)], TwoClusters.Measured.With("sizing=average", "copies.a-01=24").Hosts());
}
