using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Given;
using FsCheck;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Pricing.Licences;

/// <summary>quote and case give one answer to one question: totals drawn at random, every product of the price book.</summary>
[Slow]
public class QuoteAndCaseTests
{
    private const int Trials = 30;

    private static readonly PriceBook Book = PriceFiles.Read(Repository.Data).Value!;

    private static readonly CostBasis Basis = new(
        Estate.Scenario() with { Placement = PlacementRules.None },
        Book,
        new ExchangeRates([]),
        new CpuCatalogue([]),
        Assumed.Plain);

    public static TheoryData<string, string> Rows() => new(
        from row in Book.Rows
        select (row.Id, row.ValidFrom.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Hosts, sockets, cores of a socket, VMs, hosts that may fail, vCPUs of a VM, GiB of memory of a VM and TiB of storage of a host.</summary>
    private static Gen<(int Hosts, int Sockets, int Cores, int Vms, int Failover, int Cpus, int Memory, int Storage)> Totals =>
        from hosts in Gen.Choose(1, 7)
        from sockets in Gen.Choose(1, 4)
        from cores in Gen.Choose(4, 64)
        from each in Gen.Choose(1, 6)
        from failover in Gen.Choose(0, 2)
        from cpus in Gen.Choose(1, 4)
        from memory in Gen.Choose(1, 64)
        from storage in Gen.Choose(0, 40)
        select (hosts, sockets, cores, each * hosts, hosts == 1 ? 0 : failover, cpus, memory, storage);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Both_count_the_same_units_and_refuse_the_same(string product, string day)
    {
        var from = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Prop.ForAll(Totals.ToArbitrary(), drawn =>
        {
            foreach (var minimum in new[] { OrderMinimum.Off, OrderMinimum.AllOrders })
            {
                var (quoted, counted) = (Quoted(product, from, drawn, minimum), Counted(product, from, drawn, minimum));
                Assert.Equal(quoted, counted);
            }

            return true;
        }).Holds(Trials);
    }

    private static (decimal Units, string? Refusal, decimal? Amount) Quoted(
        string product, DateOnly day, (int Hosts, int Sockets, int Cores, int Vms, int Failover, int Cpus, int Memory, int Storage) of, OrderMinimum minimum)
    {
        var question = new QuoteQuestion(of.Hosts, of.Sockets, of.Cores, of.Vms, 5)
        {
            Failover = of.Failover,
            VmCpus = of.Cpus,
            VmMemory = ByteSize.FromGiB(of.Memory * (of.Vms / of.Hosts)),
            HostMemory = ByteSize.FromGiB(256),
            RawStorage = ByteSize.FromTiB(of.Storage),
        };
        var quote = LicenceQuote.Of(Book, product, day, question.Estate(), 5, minimum == OrderMinimum.AllOrders, IsOfGuests(product))!;
        return (quote.Quantity.Units, quote.Quantity.Refusal?.Words(), quote.PerPeriod?.Amount);
    }

    private static (decimal Units, string? Refusal, decimal? Amount) Counted(
        string product, DateOnly day, (int Hosts, int Sockets, int Cores, int Vms, int Failover, int Cpus, int Memory, int Storage) of, OrderMinimum minimum)
    {
        var perHost = of.Vms / of.Hosts;
        var plan = Plan.Of(of.Failover, [.. Enumerable.Range(1, of.Hosts).Select(host => (
            Estate.Server($"host {host}", of.Sockets, of.Cores) with { LocalStorage = ByteSize.FromTiB(of.Storage) },
            Enumerable.Range(0, perHost).Select(vm => Estate.Vm($"vm-{host}-{vm}", guest: GuestFamily.WindowsServer) with { VCpus = of.Cpus, Memory = ByteSize.FromGiB(of.Memory) }).ToArray()))]);
        var basis = Basis with { Scenario = Basis.Scenario with { AsOf = day, OrderMinimum = minimum } };
        var option = Estate.Option("a", PlatformFamily.Kvm, product);
        var rule = Book.RowsOf(product)[0].Rule;
        var lines = rule.Metric.StartsWith("windows-", StringComparison.Ordinal)
            ? WindowsLines.Of(basis, new WindowsLicences(product, product), LicensedHosts.Of(plan, new CaseCache()))
            : IsOfGuests(product)
                ? GuestLicenceLines.Of(basis with { Scenario = basis.Scenario with { Placement = new PlacementRules { GuestLicences = [new GuestLicence("L", ["*"], product, new SourcePlace("t"))] } } }, plan)
                : OptionCosts.Platform(basis, option, OptionCosts.Licensed(basis, option, plan));
        var line = lines[0];
        var refusal = line.IsRefused ? ((MessageValue.OfMessage)line.Hole!.Arguments.Single(argument => argument.Name == "refusal").Value).Value.Words() : null;
        return (line.Quantity, refusal, line.IsRefused ? null : line.Quantity == 0 ? 0 : line.ListPrice?.Amount * line.Quantity);
    }

    private static bool IsOfGuests(string product) => Book.RowsOf(product)[0].Family == "guest";
}
