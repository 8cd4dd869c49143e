using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Files;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Scenarios;

/// <summary>The scenario's own exchange rates.</summary>
public sealed class RatesSectionTests : IDisposable
{
    private const string Whole =
        """
        title: A
        as_of: 2026-11-30
        currency: EUR
        horizon_years: 5
        inventory: estate.xlsx
        failover: 1
        baseline: a
        rates:
          - {currency: USD, per_euro: 1.12, date: 2026-11-27, from: our bank}
        options:
          - id: a
            name: A
            platform: vsphere
            licences: [vmware-vvf-3y]
        """;

    private static readonly Catalogues Known = Catalogues.Read(Repository.Data).Value!;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // 112 dollars at 1.12 are 100 euros, whatever the data folder has.
    [Fact]
    public void An_own_rate_stands_in_the_place_of_all_of_its_currency()
    {
        var rate = Assert.Single(Read(Whole).Value!.Rates);
        Assert.Equal((1.12m, true, "the user's own rate, from our bank"), (rate.PerEuro, rate.IsOwn, rate.Provenance.Source.Words()));
        var rates = Known.Rates.With([rate]);
        var converted = rates.Convert(new Money(112, Currency.Dollar), Currency.Euro, new DateOnly(2026, 11, 30))!;
        Assert.Equal((new Money(100, Currency.Euro), new DateOnly(2026, 11, 27)), (converted.Amount, converted.RateDate!.Value));
        Assert.Equal(100, rates.Convert(new Money(112, Currency.Dollar), Currency.Euro, new DateOnly(2013, 1, 1))!.Amount.Amount);
        Assert.Equal(Known.Rates.Find(new Currency("GBP"), new DateOnly(2026, 11, 30)), rates.Find(new Currency("GBP"), new DateOnly(2026, 11, 30)));
    }

    [Theory]
    [InlineData("per_euro: 1.12", "per_euro: 0", "is not above 0")]
    [InlineData("per_euro: 1.12", "per_euro: -1", "is not above 0")]
    [InlineData("currency: USD", "currency: EUR", "The euro has no rate against itself")]
    [InlineData("per_euro: 1.12", "rate: 1.12", "per_euro")]
    [InlineData("from: our bank", "source: our bank", "source")]
    public void What_cannot_be_a_rate_is_refused(string right, string wrong, string words)
    {
        var reading = Read(Whole.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(reading.Value);
        Assert.Contains(reading.Findings, finding => finding.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_be_a_slip_is_asked_about()
    {
        Assert.Empty(Codes(Whole));
        Assert.Equal(["rate-from-later"], Codes(Whole.Replace("date: 2026-11-27", "date: 2026-12-01", StringComparison.Ordinal)));

        // 0.8929 euros for one dollar, the wrong way round: 1.1206 / 0.8929 = 1.255.
        Assert.Equal(["rate-far-off"], Codes(Whole.Replace("1.12,", "0.8929,", StringComparison.Ordinal)));
        var twice = Whole.Replace("options:", "  - {currency: USD, per_euro: 1.13, date: 2026-11-27, from: our bank}\noptions:", StringComparison.Ordinal);
        Assert.Equal(["rate-twice"], Codes(twice));
    }

    private string[] Codes(string text) =>
        [.. ScenarioCheck.Of(Read(text).Value!, "s.yaml", Known).Select(finding => finding.Code).Where(code => code.StartsWith("rate-", StringComparison.Ordinal))];

    private Reading<Scenario> Read(string text)
    {
        File.WriteAllText(folder.At("s.yaml"), text);
        return ScenarioFile.Read(folder.At("s.yaml"));
    }
}
