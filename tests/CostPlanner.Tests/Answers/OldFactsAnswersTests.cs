using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>Rates and prices that are too old are said by <c>new</c>, by the case and on its first page; the user's own rate is used.</summary>
public sealed class OldFactsAnswersTests : IDisposable
{
    private const string Asked = "exchange rate is used beyond 45 days of age, the oldest of 2026-10-09";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // The newest rates are of 2026-10-09, 52 days before.
    [Fact]
    public void A_scenario_of_today_begins_with_the_age_of_its_rates()
    {
        var answer = Ask(null);
        Assert.Contains(Asked, answer.New.Error, StringComparison.Ordinal);
        Assert.Contains("exchange-rate-old", answer.Codes);
        Assert.Single(answer.Codes, "tariff-old");
        var page = File.ReadAllText(folder.At("out", "report.html"));
        Assert.InRange(page.IndexOf(Asked, StringComparison.Ordinal), 0, page.IndexOf("id=\"estate\"", StringComparison.Ordinal));
    }

    // The same estate at the data folder's rate of 1.1206 and at one of 1.1684: licences in dollars are paid in euros, so VVF costs 1.1206 / 1.1684 of what it did, to
    // half a euro for each payment.
    [Fact]
    public void A_rate_of_the_users_own_is_the_one_that_is_used()
    {
        var by = Licence(Ask(null));
        var own = Ask("\nrates:\n  - {currency: USD, per_euro: 1.1684, date: 2026-11-27, from: our bank}\n");
        Assert.InRange(Licence(own), (by * 1.1206m / 1.1684m) - 5, (by * 1.1206m / 1.1684m) + 5);
        Assert.DoesNotContain("exchange-rate-old", own.Codes);
        var rate = own.Result.GetProperty("rates").EnumerateArray().Single(each => each.GetProperty("currency").GetString() == "USD");
        Assert.Equal((1.1684m, true), (rate.GetProperty("perEuro").GetDecimal(), rate.GetProperty("own").GetBoolean()));
        Assert.Contains("the user's own rate, from our bank", System.Net.WebUtility.HtmlDecode(File.ReadAllText(folder.At("out", "report.html"))), StringComparison.Ordinal);
    }

    [Fact]
    public void Prices_check_says_what_is_too_old()
    {
        var late = Run.Of("prices", "check", "--as-of", "2026-11-30", "--data", Repository.Data).Out;
        Assert.Contains("More than 45 days before 2026-11-30: the newest exchange rates of", late, StringComparison.Ordinal);
        Assert.Contains("USD (2026-10-09)", late, StringComparison.Ordinal);
        Assert.Contains("vmware-vcf-3y (2024-01 to 2026-07)", Run.Of("prices", "check", "--as-of", "2027-12-01", "--data", Repository.Data).Out, StringComparison.Ordinal);
        Assert.DoesNotContain("USD (2026-10-09)", Run.Of("prices", "check", "--as-of", "2026-11-23", "--data", Repository.Data).Out, StringComparison.Ordinal);
    }

    private static decimal Licence(Answered answer) => answer.Option("vvf").GetProperty("lines").EnumerateArray()
        .Single(line => line.GetProperty("id").GetString() == "vmware-vvf-3y").GetProperty("amount").GetDecimal();

    private Answered Ask(string? more)
    {
        foreach (var written in Directory.GetDirectories(folder.At(".")))
        {
            Directory.Delete(written, recursive: true);
        }

        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream, [SmallEstate.Info(SmallEstate.Vm("app-1", 1)), SmallEstate.Hosts()]);
        }

        return Answered.Of(folder, folder.At("estate.xlsx"), scenario => scenario + more);
    }
}
