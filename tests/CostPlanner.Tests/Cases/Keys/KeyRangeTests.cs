using CostPlanner.Cases.Keys;
using CostPlanner.Ingest;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Keys;

/// <summary>The values of a key that are looked at where the user names none, on the committed demo.</summary>
public sealed class KeyRangeTests
{
    private static readonly Lazy<CaseInputs> Lazily = new(() => CaseFiles.Read(Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml"), Repository.Data).Value!);

    // Assumptions of data: cpu-target 0.7 to 0.95, so 0.575 to 1.075, and a share is 1 at most; admin-cost 40,000 to 90,000; training-hour 75 and no range.
    [Theory]
    [InlineData("discount.broadcom", 0, 0.95)]
    [InlineData("price.proxmox-ve-standard", 0.2, 3)]
    [InlineData("quote.proxmox-ve-standard", 0, 1100)]
    [InlineData("migration-per-vm", 0, 9675)]
    [InlineData("proxmox.migration-per-vm", 0, 9675)]
    [InlineData("cpu-overcommit", 1, 10)]
    [InlineData("growth", -0.1, 0.4)]
    [InlineData("cpu-target", 0.575, 1)]
    [InlineData("admin-cost", 15000, 115000)]
    [InlineData("training-hour", 37.5, 150)]
    [InlineData("failover", 0, 2)]
    [InlineData("horizon_years", 1, 10)]
    [InlineData("contract.per_year", 0, 285120)]
    public void A_key_has_its_usual_values(string name, double low, double high)
    {
        var range = KeyText.Range(Lazily.Value, name);
        Assert.Equal(((decimal)low, (decimal)high), (range.Low, range.High));
    }

    [Fact]
    public void They_are_widened_to_hold_the_value_of_the_case()
    {
        var grown = KeyText.Apply(Lazily.Value, [new KeyValue("growth", "0.5"), new KeyValue("horizon_years", "14")]);
        Assert.Equal((-0.1m, 0.5m), (KeyText.Range(grown, "growth").Low, KeyText.Range(grown, "growth").High));
        Assert.Equal((1m, 14m), (KeyText.Range(grown, "horizon_years").Low, KeyText.Range(grown, "horizon_years").High));
    }

    [Fact]
    public void The_values_of_a_map_are_even_and_of_a_whole_number_whole()
    {
        Assert.Equal([0m, 0.25m, 0.5m, 0.75m, 1m], KeyText.Range(Lazily.Value, "rise-licences=0..1").Values(5));
        Assert.Equal([0m, 1m, 2m], KeyText.Range(Lazily.Value, "failover").Values(12));

        // The demo moves a VM for 1,935 and fails over 1 host; nothing rises there.
        Assert.Equal([0m, 1935m, 4000m, 6000m, 8000m], KeyText.Range(Lazily.Value, "migration-per-vm=0..8000").Values(5, Lazily.Value));
        Assert.Equal([0m, 1m, 2m], KeyText.Range(Lazily.Value, "failover").Values(12, Lazily.Value));
        Assert.Equal([0m, 0.5m, 1m], KeyText.Range(Lazily.Value, "rise-licences=0..1").Values(3, Lazily.Value));
        Assert.Equal([0m, 2m, 5m, 8m, 10m], KeyText.Range(Lazily.Value, "hosts-added").Values(5));
    }
}
