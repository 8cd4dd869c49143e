using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Pricing.Returns;
using CostPlanner.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Pricing.Licences;

/// <summary>What must be true of every quantity and every sum, on hosts and rules drawn at random.</summary>
public class PriceProperties
{
    private const int Trials = 300;

    /// <summary>What thirds of a unit may be off by, added in another order.</summary>
    private const decimal Hair = 0.000001m;

    /// <summary>Every metric but the TiB of vSAN, of which more cores bring more.</summary>
    private static readonly ImmutableArray<string> WithoutStorage = [.. LicenceMetrics.All.Keys.Where(metric => metric != "tib")];

    [Fact]
    public void More_cores_never_cost_less_at_one_price() => For(
        from rule in Rules(WithoutStorage)
        from hosts in Hosts
        from more in Gen.Choose(1, 40)
        select (rule, hosts, more),
        drawn => Units(drawn.rule, drawn.hosts) <= Units(drawn.rule, [.. drawn.hosts.Select(host => host with { CoresPerSocket = host.CoresPerSocket + drawn.more })]));

    [Fact]
    public void One_host_more_never_costs_less_at_one_price() => For(
        from rule in Rules(WithoutStorage)
        from hosts in Hosts
        from host in OneHost
        select (rule, hosts, host),
        drawn => Units(drawn.rule, drawn.hosts) <= Units(drawn.rule, [.. drawn.hosts, drawn.host]) + Hair);

    [Fact]
    public void Two_orders_never_cost_less_than_one_of_both() => For(
        from rule in Rules(WithoutStorage)
        from one in Hosts
        from other in Hosts
        select (rule, one, other),
        drawn => Units(drawn.rule, drawn.one) + Units(drawn.rule, drawn.other) + Hair >= Units(drawn.rule, [.. drawn.one, .. drawn.other]));

    // The excess of one order may lie within the entitlement of the other, never the other way round.
    [Fact]
    public void Storage_of_two_orders_never_costs_less_than_of_one_of_both() => For(
        from entitled in Gen.Choose(1, 2048)
        from one in Hosts
        from other in Hosts
        select (Rule: Licensed.Rule("tib", FormattableString.Invariant($"gib-per-core={entitled};min-per-socket=16")), one, other),
        drawn => Units(drawn.Rule, drawn.one) + Units(drawn.Rule, drawn.other) >= Units(drawn.Rule, [.. drawn.one, .. drawn.other]));

    [Fact]
    public void A_minimum_never_makes_an_order_cheaper_and_ends_where_it_is_reached() => For(
        from minimum in Gen.Choose(1, 200)
        from hosts in Hosts
        select (minimum, hosts),
        drawn =>
        {
            var without = Units(Licensed.Rule("core", "min-per-socket=16"), drawn.hosts);
            return Units(Licensed.Rule("core", FormattableString.Invariant($"min-per-socket=16;min-per-order={drawn.minimum}")), drawn.hosts) == Math.Max(without, drawn.minimum);
        });

    [Fact]
    public void The_total_is_the_sum_of_its_lines_and_off_by_half_a_unit_for_each_at_most() => For(
        from prices in Gen.ArrayOf(Gen.Choose(0, 1_000_000))
        from kind in Gen.Elements(LicenceKind.Perpetual, LicenceKind.SubscriptionMonthly, LicenceKind.SubscriptionYearly)
        from support in Gen.Choose(0, 40)
        from hosts in Hosts
        select (prices, kind, support, hosts),
        drawn =>
        {
            var rows = drawn.prices.Select((cents, index) => Estate.Row(
                FormattableString.Invariant($"p{index}"), "socket", cents / 100m, kind: drawn.kind, support: drawn.kind == LicenceKind.Perpetual ? drawn.support / 100m : null)).ToImmutableArray();
            var basis = ProductLinesTests.Basis(rows);
            var lines = PaidOver.TheHorizon(basis, rows.SelectMany(row => ProductLines.Of(basis, CostCategory.PlatformLicences, row.Id, new LicensedEstate(drawn.hosts))));
            var sheet = new CostSheet(Currency.Euro, basis.Months, lines);
            return sheet.Total.Amount == lines.Sum(line => line.Amount(Currency.Euro)!.Value.Amount)
                && sheet.Total.Amount == sheet.ByMonth().Sum(month => month.Amount)
                && sheet.Total.Amount == sheet.ByYear().Sum(year => year.Amount)
                && lines.All(line => Math.Abs(line.Amount(Currency.Euro)!.Value.Amount - (line.Quantity * line.PaidPrice!.Value.Amount * Periods(line.Timing))) <= 0.5m);
        });

    // An amount that went to another currency and back differs by less than can be shown: four decimals.
    [Fact]
    public void There_and_back_between_currencies_changes_nothing_that_is_shown() => For(
        from cents in Gen.Choose(0, int.MaxValue)
        from dollars in Gen.Choose(1, 1_000_000)
        from pounds in Gen.Choose(1, 1_000_000)
        select (Money: new Money(cents / 100m, Currency.Dollar), dollars, pounds),
        drawn =>
        {
            var day = new DateOnly(2026, 1, 2);
            var source = new Provenance("test", "2026", Grade.A, "test");
            var pound = new Currency("GBP");
            var rates = new ExchangeRates(
            [
                new ExchangeRate(day, Currency.Dollar, drawn.dollars / 10_000m, source),
                new ExchangeRate(day, pound, drawn.pounds / 10_000m, source),
            ]);
            return new[] { Currency.Euro, pound }.All(currency =>
                rates.Convert(rates.Convert(drawn.Money, currency, day)!.Amount, Currency.Dollar, day)!.Amount.Rounded(4) == drawn.Money);
        });

    private static Gen<LicensedHost> OneHost =>
        from sockets in Gen.Choose(1, 4)
        from cores in Gen.Choose(1, 130)
        from vms in Gen.Choose(0, 40)
        from windows in Gen.Choose(0, 40)
        from memory in Gen.ArrayOf(Gen.Choose(1, 512))
        from storage in Gen.Choose(0, 100_000)
        select new LicensedHost("h", sockets, cores, Math.Max(vms, windows), windows)
        {
            VmMemory = [.. memory.Select(gib => ByteSize.FromGiB(gib))],
            RawStorage = ByteSize.FromGiB(storage),
        };

    private static Gen<ImmutableArray<LicensedHost>> Hosts => Gen.NonEmptyListOf(OneHost).Resize(6).Select(hosts => hosts.ToImmutableArray());

    /// <summary>A metric with each of its parameters there or not, at a small whole number or a half.</summary>
    private static Gen<LicenceRule> Rules(ImmutableArray<string> metrics) =>
        from metric in Gen.Elements(metrics.AsEnumerable())
        from values in Gen.ArrayOf(Gen.Choose(-20, 200), LicenceMetric.All[metric].Parameters.Count)
        select new LicenceRule(
            metric,
            LicenceMetric.All[metric].Parameters.Zip(values).Where(each => each.Second > 0).ToImmutableSortedDictionary(each => each.First, each => each.Second / 2m));

    private static decimal Periods(CostTiming timing) => timing switch { CostTiming.Once => 1, CostTiming.Yearly => 5, _ => 60 };

    private static decimal Units(LicenceRule rule, ImmutableArray<LicensedHost> hosts) => LicenceMetrics.Count(rule, new LicensedEstate(hosts), new CaseCache()).Units;

    private static void For<T>(Gen<T> drawn, Func<T, bool> holds) =>
        Prop.ForAll(drawn.ToArbitrary(), holds).Holds(Trials);
}
