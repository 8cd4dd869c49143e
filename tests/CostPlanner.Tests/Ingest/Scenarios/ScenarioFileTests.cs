using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

public sealed class ScenarioFileTests : IDisposable
{
    private const string Whole =
        """
        title: "A: question"
        as_of: 2026-10-01
        currency: EUR
        horizon_years: 5
        seed: 7
        inventory: estate.xlsx
        failover: 2
        baseline: a
        new_host: big
        leave_out: [old, "x: y"]
        windows: {standard: std, datacenter: dc}
        red_hat: {server: rhel, datacenter: vdc}
        assumptions:
          growth: 0.05
        quotes:
          - product: p
            amount: 750.50
            currency: USD
            date: 2026-09-15
            from: reseller
        options:
          - id: a
            name: A
            platform: xen
            licences: [p, q]
            hosts: keep-all
            assumptions: {cpu-overcommit: 6}
        grid: Sweden
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_key_arrives_where_it_belongs()
    {
        var scenario = Read(Whole).Value!;
        Assert.Equal(("scenario", "A: question", 5, 7, 2), (scenario.Name, scenario.Title, scenario.HorizonYears, scenario.Seed, scenario.Failover));
        Assert.Equal((new DateOnly(2026, 10, 1), "EUR", "a", "big"), (scenario.AsOf, scenario.Currency.Code, scenario.Baseline, scenario.NewHosts.Single()));
        Assert.Equal("Sweden", scenario.Grid);
        Assert.Equal(["old", "x: y"], scenario.LeaveOut.Select(entry => entry.Pattern));
        Assert.Equal(new WindowsLicences("std", "dc"), scenario.Windows);
        Assert.Equal(new RedHatLicences("rhel", "vdc"), scenario.RedHat);
        Assert.Equal(("growth", 0.05m), (scenario.Assumptions[0].Id, scenario.Assumptions[0].Value));
        Assert.Equal((new Money(750.50m, Currency.Dollar), "reseller", 16), (scenario.Quotes[0].Price, scenario.Quotes[0].From, scenario.Quotes[0].Place.Row));
        var option = Assert.Single(scenario.Options);
        Assert.Equal((PlatformFamily.Xen, HostPolicy.KeepAll, 6m), (option.Platform, option.Hosts, option.Assumptions[0].Value));
        Assert.Equal(["p", "q"], option.Licences);
    }

    [Fact]
    public void Without_a_baseline_the_others_are_measured_against_the_estate_as_it_is() =>
        Assert.Equal(ScenarioOption.TodayId, Read(Whole.Replace("baseline: a\n", "", StringComparison.Ordinal)).Value!.Baseline);

    [Fact]
    public void An_extension_of_the_contract_is_read()
    {
        var bridge = Read(Whole + "\nbridge: {months: 6, amount: 60000, currency: EUR, date: 2026-09-15, from: reseller}\n").Value!.Bridge!;
        Assert.Equal((6, new Money(60_000, Currency.Euro), new DateOnly(2026, 9, 15), "reseller"), (bridge.Months, bridge.Price, bridge.Date, bridge.From));
    }

    [Theory]
    [InlineData("{months: 0, amount: 60000, currency: EUR, date: 2026-09-15, from: reseller}", "from 1 to 60")]
    [InlineData("{months: 6, amount: -1, currency: EUR, date: 2026-09-15, from: reseller}", "amount")]
    [InlineData("{months: 6, amount: 60000, currency: EUR, date: 2026-09-15}", "\"from\" is missing")]
    public void A_wrong_extension_is_refused(string bridge, string words)
    {
        var reading = Read($"{Whole}\nbridge: {bridge}\n");
        Assert.Contains(reading.Findings, finding => finding.Severity == Severity.Error && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("currency: EUR", "currency: euro", 3, "currency code")]
    [InlineData("as_of: 2026-10-01", "as_of: 01.10.2026", 2, "not a day")]
    [InlineData("as_of: 2026-10-01", "as_of: 9999-12-31", 2, "from 1970 to 2199")]
    [InlineData("failover: 2", "failover: 3", 7, "whole number from 0 to 2")]
    [InlineData("growth: 0.05", "growth: 5 %", 14, "decimal point")]
    [InlineData("growth: 0.05", "growth: 0,05", 14, "decimal point")]
    [InlineData("platform: xen", "platform: vmware", 24, "use one of vsphere, kvm, xen")]
    [InlineData("hosts: keep-all", "hosts: keep", 26, "Did you mean \"keep-all\"")]
    [InlineData("licences: [p, q]", "licences: p", 25, "Expected a list of texts")]
    [InlineData("    from: reseller", "    form: reseller", 20, "Did you mean \"from\"")]
    [InlineData("windows: {standard: std, datacenter: dc}", "windows: {standard: std}", 11, "\"datacenter\" is missing")]
    [InlineData("red_hat: {server: rhel, datacenter: vdc}", "red_hat: {server: rhel, vdc: vdc}", 12, "\"datacenter\" is missing")]
    public void A_wrong_value_is_told_with_its_line(string right, string wrong, int line, string words)
    {
        var reading = Read(Whole.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Place.Row == line && finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title")]
    [InlineData("as_of")]
    [InlineData("currency")]
    [InlineData("horizon_years")]
    [InlineData("inventory")]
    [InlineData("failover")]
    public void A_missing_key_is_told_by_name(string key)
    {
        var reading = Read(string.Join('\n', Whole.Split('\n').Where(line => !line.StartsWith(key + ":", StringComparison.Ordinal))));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Code == "missing-key" && finding.Message.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title: a\ntitle: b\n")]
    [InlineData("\ttitle: a\n")]
    [InlineData("- a\n- b\n")]
    [InlineData("# nothing but a comment\n")]
    public void What_is_no_map_of_keys_is_one_error_and_no_exception(string text)
    {
        var reading = Read(text);
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Severity == Severity.Error);
    }

    private Reading<Scenario> Read(string text) => ScenarioFile.Read(folder.Write("scenario.yaml", text));
}
