using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Reporting.Templates;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Templates;

public class ScenarioTemplateTests
{
    [Fact]
    public void The_place_of_the_electricity_is_there_to_be_changed()
    {
        var text = new ScenarioTemplate(Estate.Of([Estate.Host("h1")], [Estate.Vm("a")]), "test.xlsx", new HostCatalogue([Estate.Model()]), new DateOnly(2026, 10, 1), []).Text();
        Assert.Contains("\ngrid: EU ", text, StringComparison.Ordinal);
    }

    // With a Red Hat guest that runs the key counts it; without one the lines stand there as a comment.
    [Theory]
    [InlineData(GuestFamily.RedHat, "red_hat:\n  server: rhel-server-standard\n  datacenter: rhel-vdc-standard\n")]
    [InlineData(GuestFamily.OtherLinux, "# red_hat:\n#   server: rhel-server-standard\n#   datacenter: rhel-vdc-standard\n")]
    public void Red_Hat_guests_are_counted_where_they_run(GuestFamily guest, string expected)
    {
        var inventory = Estate.Of([Estate.Host("h1")], [Estate.Vm("a", guest: guest)]);
        var text = new ScenarioTemplate(inventory, "test.xlsx", new HostCatalogue([Estate.Model()]), new DateOnly(2026, 10, 1), []).Text();
        Assert.Contains("\n" + expected, text, StringComparison.Ordinal);
    }

    // Whoever takes the # away must not meet an unknown key.
    [Fact]
    public void The_commented_placement_block_can_be_used_as_it_stands()
    {
        var inventory = Estate.Of([Estate.Host("h1")], [Estate.Vm("a")]);
        var text = new ScenarioTemplate(inventory, "test.xlsx", new HostCatalogue([Estate.Model()]), new DateOnly(2026, 10, 1), []).Text();
        var lines = text.Split('\n').ToList();
        var start = lines.IndexOf("# placement:");
        var end = lines.IndexOf("", start);
        var used = lines.Select((line, index) => index >= start && index < end ? line[2..] : line);
        using var folder = new TemporaryFolder();
        var reading = ScenarioFile.Read(folder.Write("test.yaml", string.Join('\n', used)));
        Assert.Empty(reading.Findings);
        Assert.Equal(
            (Objective.LeastCost, 60, 2, 2),
            (reading.Value!.Placement.Objective, reading.Value.Placement.VmsPerHost, reading.Value.Placement.Rules.Length, reading.Value.Placement.GuestLicences.Length));
    }
}
