using System.Globalization;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>What is paid for the platform of today: filled in as far as vLicense tells it, asked for beyond, and of no price taken for nothing.</summary>
public sealed class ContractOfTodayTests
{
    private const string Key = "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE";

    // 64 cores until 2027-06-30, which is 7 months from 2026-11-30 on. As today has no total until the price is filled in; the renewal needs it from month
    // 8 on.
    [Fact]
    public void A_subscription_is_filled_in_and_its_price_is_asked_for_first()
    {
        var answer = Asked("VMware vSphere Foundation (cores)", "cpuCore", 64, "2027/06/30 00:00:00");
        Assert.Contains("\n  name: \"VMware vSphere Foundation (cores), 64 cores\"\n", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("\n  ends: 2027-06-30\n", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("\n  products: [vmware-vvf-3y] ", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("#   contract.per_year: ", string.Join('\n', answer.Scenario.Split('\n').Take(5)), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, answer.Scenario + answer.New.Out + answer.New.Error + answer.Case.Out, StringComparison.Ordinal);
        Assert.False(answer.Option("today").GetProperty("ranked").GetBoolean());
        Assert.True(answer.Option("vvf").GetProperty("ranked").GetBoolean());
        Assert.Contains("contract-price-unknown", answer.Codes);
        Assert.Equal("not-compared.today", answer.Option("vvf").GetProperty("whyNotAgainstTodayData").GetProperty("id").GetString());
    }

    // With 12,000 a year as today has a total, and savings are told against it beside those against the renewal.
    [Fact]
    public void With_its_price_as_today_has_a_total()
    {
        var answer = Asked("VMware vSphere Foundation (cores)", "cpuCore", 64, "2027/06/30 00:00:00", text => text.Replace("  per_year: ", "  per_year: 12000 ", StringComparison.Ordinal));
        Assert.True(answer.Option("today").GetProperty("ranked").GetBoolean());
        Assert.Equal(
            answer.Total("today") - answer.Total("proxmox"),
            answer.Option("proxmox").GetProperty("againstToday").GetProperty("saving").GetDecimal());
        Assert.DoesNotContain("contract-price-unknown", answer.Codes);
    }

    [Fact]
    public void Of_owned_licences_the_end_of_their_support_is_asked_for()
    {
        var answer = Asked("VMware vSphere 7 Enterprise Plus", "cpuPackage:32core", 4, "Never");
        Assert.Contains("#   contract.ends: The licences never end", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("\n  kind: support ", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("\n  products: [vmware-vsphere7-enterprise-plus] ", answer.Scenario, StringComparison.Ordinal);
        Assert.Contains("contract-end-unknown", answer.Codes);

        // The support can be bought no more by any row: while VMs move nobody knows what is paid, so what leaves has no total.
        Assert.False(answer.Option("proxmox").GetProperty("complete").GetBoolean());
    }

    [Fact]
    public void Without_licences_the_contract_is_asked_for_whole()
    {
        var answer = Answered.Of(SmallEstate.Info(SmallEstate.Vm("vm", 1)), SmallEstate.Hosts());
        var first = string.Join('\n', answer.Scenario.Split('\n').Take(7));
        Assert.All(["contract.per_year", "contract.ends", "contract.products"], key => Assert.Contains($"#   {key}: ", first, StringComparison.Ordinal));
        Assert.True(answer.Option("proxmox").GetProperty("ranked").GetBoolean());
    }

    private static Answered Asked(string name, string unit, int total, string expires, Func<string, string>? edit = null)
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(
                stream,
                [
                    SmallEstate.Info(SmallEstate.Vm("vm", 1)),
                    SmallEstate.Hosts(),
                    Sheet.Of(
                        "vLicense",
                        ["Name", "Key", "Labels", "Cost Unit", "Total", "Used", "Expiration Date", "Features"],
                        [name, Key, null, unit, total.ToString(CultureInfo.InvariantCulture), total, expires, null]),
                ]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), edit);
    }
}
