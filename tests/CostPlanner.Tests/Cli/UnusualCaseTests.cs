using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>Values that mean nothing are refused with their place; unusual ones that mean something are worked out.</summary>
[Slow]
public sealed class UnusualCaseTests : IDisposable
{
    private static readonly string Demo = File.ReadAllText(Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml"))
        .Replace("../inventories", Path.Combine(Repository.Data, "inventories"), StringComparison.Ordinal);

    /// <summary>The demo without a contract and without Red Hat guests.</summary>
    private static readonly string Plain = System.Text.RegularExpressions.Regex.Replace(Demo, @"(?m)^(contract|red_hat):.*\n(  .*\n)+", "");

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("vms-per-admin: 0")]
    [InlineData("xen-dom0-step: 0")]
    [InlineData("discount-rate: -1")]
    [InlineData("growth: 99999999999")]
    [InlineData("electricity: -1")]
    [InlineData("vms-per-week: -3")]
    [InlineData("cpu-target: 80")]
    [InlineData("cpu-overcommit: -5")]
    [InlineData("admin-cost: 79228162514264337593543950335")]
    public void An_assumption_that_can_mean_nothing_is_refused(string assumption)
    {
        var run = Case(Demo + $"assumptions:\n  {assumption}\n");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(assumption.Split(':')[0], run.Error, StringComparison.Ordinal);
        Assert.Contains("which is not from", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discount_rate_of_one_option_is_refused_since_all_are_ranked_by_it()
    {
        var run = Case(Demo.Replace("  - id: kvm\n", "  - id: kvm\n    assumptions: {discount-rate: 0.3}\n", StringComparison.Ordinal));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("one rate holds for all", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("currency: XYZ", "no exchange rates for XYZ")]
    [InlineData("currency: EUR\nquotes: [{product: kvm-plain, amount: -5, currency: EUR, date: 2026-09-01, from: x}]", "below 0")]
    [InlineData("currency: EUR\nquotes: [{product: kvm-plain, amount: 5, currency: EUR, date: 2026-09-01, from: x}, {product: kvm-plain, amount: 6, currency: EUR, date: 2026-09-01, from: x}]", "2 quotes")]
    public void Money_that_cannot_be_used_is_refused(string lines, string words)
    {
        var run = Case(Demo.Replace("currency: EUR                #", lines + " #", StringComparison.Ordinal));
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    /// <summary>What leaving costs does not depend on which option the others are measured against.</summary>
    [Fact]
    public void A_baseline_that_leaves_the_platform_of_today_pays_for_leaving_it()
    {
        var measured = Case(Demo.Replace("baseline: vcf", "baseline: kvm", StringComparison.Ordinal));
        Assert.Contains("Moving VMs", File.ReadAllText(folder.At("out", "report.html")), StringComparison.Ordinal);

        // 1,918,738 as under every baseline: 174,898 of it for a year of VVF, as the move ends after the contract (1,040 cores of today's hosts x USD 190).
        Assert.Matches("KVM, no subscription +18 +1,[0-9,]+ +1,918,738 +baseline", measured.Out);
    }

    [Fact]
    public void The_id_of_the_estate_as_it_is_is_taken() =>
        Assert.Contains("Option id \"today\" is the estate as it is", Case(Demo.Replace("id: kvm\n", "id: today\n", StringComparison.Ordinal)).Error, StringComparison.Ordinal);

    [Fact]
    public void Old_exchange_rates_are_told() =>
        Assert.Contains("1 exchange rate is used beyond", Case(Plain.Replace("as_of: 2026-10-01", "as_of: 2030-06-01", StringComparison.Ordinal)).Error, StringComparison.Ordinal);

    [Fact]
    public void A_scenario_without_an_option_that_stays_says_what_it_cannot_know()
    {
        var run = Case(
            $"""
            title: Test
            as_of: 2026-10-01
            currency: EUR
            horizon_years: 1
            inventory: {Path.Combine(Repository.Data, "inventories", "demo-company.xlsx")}
            failover: 1
            baseline: a
            options:
              - {"{"}id: a, name: A, platform: kvm, licences: [kvm-plain]{"}"}
            """);
        Assert.Contains("what the platform of today costs while VMs move is not known", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{name: RHEL, vms: [nh-*], product: rhel-vdc-standrd}", "Did you mean \"rhel-vdc-standard\"")]
    [InlineData("{name: Windows Server, vms: [nh-*], product: rhel-vdc-standard}", "The name \"Windows Server\" of a guest licence is taken")]
    [InlineData("{name: A, vms: [nh-*], product: rhel-vdc-standard}, {name: B, vms: [nh-*], product: rhel-vdc-standard}", "2 guest licences name the product rhel-vdc-standard")]
    [InlineData("{name: Red Hat Enterprise Linux, vms: [nh-*], product: ubuntu-pro}", "The name \"Red Hat Enterprise Linux\" of a guest licence is taken")]
    [InlineData("{name: A, guests: red-hat, product: rhel-vdc-standard}", "Guest licence \"A\" and red_hat: name the product rhel-vdc-standard", "red_hat: {server: rhel-server-standard, datacenter: rhel-vdc-standard}")]
    [InlineData("{name: A, vms: [nh-*], product: ubuntu-pro}", "\"rhel-vdc\"", "red_hat: {server: rhel-server-standard, datacenter: rhel-vdc}")]
    [InlineData("{name: A, vms: [nh-*], product: ubuntu-pro}", "rhel-vdc-standard is sold by the metric \"socket-pair\"", "red_hat: {server: rhel-vdc-standard, datacenter: rhel-vdc-premium}")]
    public void A_guest_licence_that_cannot_be_counted_is_refused(string licences, string words, string redHat = "")
    {
        var run = Case(Plain + $"placement:\n  guest_licences: [{licences}]\n{redHat}\n");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    // What is doubtful in the scenario alone must not be lost on the way to the report.
    [Fact]
    public void A_warning_about_the_scenario_is_told_and_stands_in_the_result()
    {
        const string rule = "placement: {rules: [{name: web tier, keep_apart: [no-such-vm]}]}\n";
        var run = Case(Demo + "quotes: [{product: kvm-plain, amount: 5, currency: EUR, date: 2027-09-01, from: x}]\n" + rule);
        Assert.Contains("dated 2027-09-01, after the scenario's day", run.Error, StringComparison.Ordinal);
        Assert.Contains("no VM matches \"no-such-vm\"", run.Error, StringComparison.Ordinal);
        var result = File.ReadAllText(folder.At("out", "result.json"));
        Assert.Contains("vm-pattern-matches-none", result, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"keepApart\"", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--hosts", "x")]
    [InlineData("--hosts", "2000000000")]
    [InlineData("--years", "0")]
    public void A_quote_for_no_sensible_number_is_refused(string option, string value)
    {
        var run = Run.Of(["quote", "--product", "kvm-plain", "--sockets", "2", "--cores", "16", .. option == "--hosts" ? [] : new[] { "--hosts", "1" }, option, value]);
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
    }

    [Fact]
    public void A_product_counted_by_VMs_is_not_quoted_without_them()
    {
        var run = Run.Of("quote", "--product", "windows-server-2025-standard", "--hosts", "2", "--sockets", "2", "--cores", "16");
        Assert.Equal(ExitCode.YourInput, run.ExitCode);
        Assert.Contains("--vms", run.Error, StringComparison.Ordinal);
    }

    private Run Case(string scenario) => Run.Of("case", folder.Write("test.yaml", scenario), "--out", folder.At("out"), "--browser", folder.At("none"), "--trials", "0");
}
