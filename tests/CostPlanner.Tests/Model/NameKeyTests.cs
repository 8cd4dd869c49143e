using CostPlanner.Model;

namespace CostPlanner.Tests.Model;

public sealed class NameKeyTests
{
    [Theory]
    [InlineData("web-1 and WEB-1.example.org", "vm-0001 and vm-0001.example.org")]
    [InlineData("web-10, xweb-1", "web-10, xweb-1")]
    [InlineData("web-1-old", "vm-0002")] // The longest of the names that begin there.
    [InlineData("\"a\\nweb-1\"", "\"a\\nvm-0001\"")] // JSON, where a line ends before the name.
    [InlineData("\"a\\u000bweb-1\"", "\"a\\u000bvm-0001\"")]
    public void Whole_names_are_replaced_in_a_text(string text, string masked) => Assert.Equal(masked, Key(("web-1", "vm-0001"), ("web-1-old", "vm-0002")).Text(text));

    [Fact]
    public void A_text_that_would_still_hold_a_name_is_refused_without_saying_which()
    {
        // What the first name becomes is, with what stands behind it, the second one.
        var key = Key(("ibis", "vm-0001"), ("vm-0001 crane", "vm-0002"));

        var refused = Assert.Throws<InvalidOperationException>(() => key.Hidden("ibis crane"));

        Assert.Equal("the output would still hold 1 names; nothing was written", refused.Message);
    }

    [Fact]
    public void A_word_of_the_report_a_number_and_an_ordinal_are_not_searched_for()
    {
        var estate = Given.TwoClusters.Case.Inventory with { HostsLost = [], Datastores = [] };
        var vm = estate.Vms[0];
        var names = new[] { "Total", "a", "12", "1E5", "M10", "vm-0002", "db", "ibis", "s123456" };
        var key = EstateNames.Of([estate with { Vms = [.. names.Select(name => vm with { Name = name, Id = name })] }], "the Total of all");

        Assert.Equal(["ibis", "s123456"], key.Names.Where(name => name.Kind == NameKind.Vm && name.IsSearched).Select(name => name.Original));
        Assert.Equal(names.Length, key.Names.Where(name => name.Kind == NameKind.Vm).Select(name => name.Ordinal).Distinct().Count());
    }

    [Fact]
    public void A_host_is_found_by_its_short_name_and_by_its_domain()
    {
        var estate = Given.TwoClusters.Case.Inventory;
        var key = EstateNames.Of([estate with { Vms = [], Hosts = [estate.Hosts[0] with { Name = "heron.lake.example.org" }] }], "");

        // example.org is the first of the domains.
        Assert.Equal("host-0001, host-0001, domain-02", key.Text("heron.lake.example.org, heron, lake.example.org"));
    }

    [Theory]
    [InlineData("Berlin (vc-a)", "Berlin (vc-b)")]
    [InlineData("Berlin #1", "Berlin #2")]
    public void A_data_centre_that_is_told_apart_is_found_by_its_name_in_the_source_too(string one, string other)
    {
        var estate = Given.TwoClusters.Case.Inventory;
        var key = EstateNames.Of([estate with { Vms = [], Clusters = [], Hosts = [estate.Hosts[0] with { Datacenter = one }, estate.Hosts[1] with { Datacenter = other }] }], "");

        Assert.DoesNotContain("Berlin", key.Hidden($"What {one}, {other} and Berlin cost"), StringComparison.Ordinal);
    }

    private static NameKey Key(params (string Name, string Ordinal)[] names) => new([.. names.Select(each => new MaskedName(NameKind.Vm, null, each.Name, each.Name, each.Ordinal))]);
}
