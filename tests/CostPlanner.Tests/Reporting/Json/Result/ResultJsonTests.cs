using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Json.Result;

public sealed class ResultJsonTests
{
    private static JsonElement Result() => JsonDocument.Parse(ResultJson.Render(SampleCase.Build())).RootElement;

    private static JsonElement Option(string id) => Result().GetProperty("options").EnumerateArray().Single(each => each.GetProperty("id").GetString() == id);

    [Fact]
    public void The_schema_comes_first() =>
        Assert.StartsWith("{\n  \"schema\": \"costplanner/result/2\",\n", ResultJson.Render(SampleCase.Build()), StringComparison.Ordinal);

    [Fact]
    public void The_same_case_gives_the_same_bytes() => Assert.Equal(ResultJson.Render(SampleCase.Build()), ResultJson.Render(SampleCase.Build()));

    [Fact]
    public void Payments_add_up_to_lines_and_lines_to_totals_categories_and_years()
    {
        foreach (var option in Result().GetProperty("options").EnumerateArray())
        {
            var lines = option.GetProperty("lines").EnumerateArray().ToList();
            var total = option.GetProperty("total").GetDecimal();
            Assert.All(lines.Where(HasAmount), line => Assert.Equal(
                line.GetProperty("amount").GetDecimal(), line.GetProperty("payments").EnumerateArray().Sum(payment => payment[1].GetDecimal())));
            Assert.Equal(total, lines.Where(HasAmount).Sum(line => line.GetProperty("amount").GetDecimal()));
            Assert.Equal(total, option.GetProperty("byCategory").EnumerateObject().Where(each => HasAmount(each.Value)).Sum(each => each.Value.GetProperty("amount").GetDecimal()));
            Assert.Equal(total, option.GetProperty("byYear").EnumerateArray().Sum(year => year.GetDecimal()));
        }
    }

    [Fact]
    public void A_hole_is_null_with_a_reason_and_its_option_has_no_rank_and_no_share()
    {
        var option = Option("xenserver");
        var line = option.GetProperty("lines").EnumerateArray().First();

        Assert.True(line.IsNull("amount"));
        Assert.True(line.IsNull("unitPrice"));
        Assert.Contains("no price valid on 2026-07-01", line.GetProperty("hole").GetString(), StringComparison.Ordinal);
        Assert.True(option.GetProperty("byCategory").GetProperty("platformLicences").IsNull("amount"));
        Assert.True(option.GetProperty("atLeast").GetBoolean());
        Assert.False(option.GetProperty("ranked").GetBoolean());
        Assert.True(option.IsNull("comparison"));
        Assert.Equal("a price is missing", option.GetProperty("whyNotCompared").GetString());
        Assert.DoesNotContain("xenserver", Result().GetProperty("answer").GetProperty("ranking").EnumerateArray().Select(each => each.GetString()));
    }

    // The sample's grid has 200 g/kWh.
    [Fact]
    public void Each_option_has_its_energy_and_CO2e_with_the_factor_and_its_year()
    {
        foreach (var option in Result().GetProperty("options").EnumerateArray())
        {
            var energy = option.GetProperty("energy");
            var used = option.GetProperty("lines").EnumerateArray()
                .Where(line => line.GetProperty("category").GetString() == "energy")
                .Sum(line => line.GetProperty("quantity").GetDecimal() * line.GetProperty("payments").GetArrayLength());
            Assert.Equal((used, used / 60, used / 5), (Figure(energy, "kWh"), Figure(energy, "kWhPerMonth"), Figure(energy, "co2eKg")));
            Assert.Equal(("EU", 2024, 200m), (energy.GetProperty("grid").GetProperty("place").GetString(), energy.GetProperty("grid").GetProperty("year").GetInt32(), Figure(energy.GetProperty("grid"), "gPerKWh")));
        }
    }

    [Fact]
    public void Without_a_factor_the_CO2e_is_null_with_a_reason()
    {
        var sample = SampleCase.Build();
        var json = ResultJson.Render(sample with { Inputs = sample.Inputs with { Grid = GridCarbon.Empty } });
        var energy = JsonDocument.Parse(json).RootElement.GetProperty("options")[0].GetProperty("energy");
        Assert.Equal((true, true), (energy.IsNull("co2eKg"), energy.IsNull("grid")));
        Assert.Equal("no carbon intensity of EU is known", energy.GetProperty("whyNoCo2e").GetString());
        Assert.True(Figure(energy, "kWh") > 0);
    }

    // Units × cost of a unit and month × 60 months are the total again.
    [Fact]
    public void Unit_costs_times_units_and_months_are_the_total()
    {
        foreach (var (option, units) in SampleCase.Build().Options.Zip(Result().GetProperty("options").EnumerateArray(), (option, json) => (option, json.GetProperty("unitCosts"))))
        {
            var running = option.Demand.Running.Select(each => each.Vm).ToList();
            Assert.Equal(option.Costs.Total.Amount, decimal.Round(Figure(units, "vmMonth") * running.Count * 60, 6));
            Assert.Equal(option.Costs.Total.Amount, decimal.Round(Figure(units, "gibMonth") * running.Sum(vm => vm.Memory.GiB) * 60, 6));
            Assert.Equal(option.Costs.Total.Amount, decimal.Round(Figure(units, "vCpuMonth") * running.Sum(vm => vm.VCpus) * 60, 6));
        }
    }

    [Fact]
    public void Every_running_VM_stands_on_exactly_one_host_of_every_option()
    {
        var running = SampleCase.Build().Inputs.Inventory.Vms.Where(vm => vm.Runs).Select(vm => vm.Name).Order(StringComparer.Ordinal).ToList();
        foreach (var option in Result().GetProperty("options").EnumerateArray())
        {
            var placed = option.GetProperty("clusters").EnumerateArray()
                .SelectMany(cluster => cluster.GetProperty("hosts").EnumerateArray())
                .SelectMany(host => host.GetProperty("vms").EnumerateArray())
                .Select(vm => vm.GetString()!);
            Assert.Equal(running, placed.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void VMs_that_share_a_name_are_told_apart_by_their_ids()
    {
        var sample = SampleCase.Build();
        var inventory = sample.Inputs.Inventory;
        var twins = inventory with { Vms = [.. inventory.Vms.Select(vm => vm.Name == "ham-app0-003" ? vm with { Name = "ham-app0-002" } : vm)] };
        var options = sample.Options.Select(option => option with
        {
            Plan = SamplePlans.Of(twins, SamplePlans.DemandOf(twins, 96), [6, 4, 6, 3], [5, 4, 5, 3], null),
        });
        var json = ResultJson.Render(sample with { Inputs = sample.Inputs with { Inventory = twins }, Options = [.. options] });

        Assert.Contains("\"ham-app0-002 [vm-1]\"", json, StringComparison.Ordinal);
        Assert.Contains("\"ham-app0-002 [vm-2]\"", json, StringComparison.Ordinal);
        Assert.Contains("\"ham-app0-004\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void The_estate_has_the_counts_that_inspect_has()
    {
        var estate = Result().GetProperty("estate");

        // 24 hosts × 48 cores; 24 cores per CPU are more than 16, so as many are to be licensed.
        Assert.Equal(240, estate.GetProperty("vms").GetInt32());
        Assert.Equal(24, estate.GetProperty("hosts").GetInt32());
        Assert.Equal(1152, estate.GetProperty("cores").GetInt32());
        Assert.Equal(1152, estate.GetProperty("licensableCores").GetInt32());
        Assert.Equal((0, 0), (estate.GetProperty("vmsOfUnknownPower").GetInt32(), estate.GetProperty("vmsOfUnknownDisk").GetInt32())); // written though none is
        Assert.Equal(1, estate.GetProperty("rows").GetProperty("vInfo").GetProperty("setAside").GetInt32());
    }

    [Fact]
    public void Findings_assumptions_rates_and_claim_are_all_there()
    {
        var result = Result();

        Assert.Equal(18, result.GetProperty("findings").GetArrayLength());
        Assert.Equal(42, result.GetProperty("assumptions").GetArrayLength());
        Assert.Equal("USD", result.GetProperty("rates")[0].GetProperty("currency").GetString());
        // 3 KVM options × 4 others with reused hosts and 1 × 1 with new ones, × 3 scopes × 3 terms.
        Assert.Equal(117, result.GetProperty("claim").GetProperty("cells").GetArrayLength());
    }

    [Fact]
    public void A_cell_of_the_claim_names_its_pair_scope_term_and_features()
    {
        var cell = Result().GetProperty("claim").GetProperty("cells").EnumerateArray().First(each => each.GetProperty("kvm").GetString() == "proxmox" && each.GetProperty("other").GetString() == "vvf");
        var features = cell.GetProperty("equalFeatures");

        Assert.Equal(("platformLicences", 1), (cell.GetProperty("scope").GetString(), cell.GetProperty("years").GetInt32()));
        Assert.Equal(("notEqual", "load-balancing", 0), (features.GetProperty("state").GetString(), features.GetProperty("lacks")[0].GetString(), features.GetProperty("unknown").GetArrayLength()));
    }

    private static bool HasAmount(JsonElement element) => !element.IsNull("amount");

    private static decimal Figure(JsonElement element, string name) => element.GetProperty(name).GetDecimal();
}
