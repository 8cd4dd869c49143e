using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Pricing.Timelines;

/// <summary>What the platform of today goes on to cost where nothing changes: the contract's yearly amount, term after term.</summary>
/// <remarks>Where the estate grows beyond its hosts, each core more costs what a core of today costs: yearly amount ÷ cores of today's hosts.</remarks>
internal static class AsToday
{
    /// <summary>Why it has no amount: nobody says what is paid.</summary>
    public const string NoPrice = "hole.todays-price";

    /// <summary>Why it has no amount: nobody says what runs.</summary>
    public const string NoHosts = "hole.todays-hosts";

    /// <summary>The lines from the contract's end on; one without an amount where the contract, or the hosts of today, are not known.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, Timeline course) => ContractTerm.Of(basis.Scenario) switch
    {
        _ when course.Today.IsEmpty => [Unknown(basis, Message.Of(NoHosts))],
        { Contract.PerYear: { } perYear } contract => contract.Ends >= basis.Months ? [] :
        [
            .. ContractLines.Prolonged(basis, contract, CostCategory.PlatformLicences, basis.Months),
            .. Beyond(basis, course, contract, perYear),
        ],
        _ => [Unknown(basis, Message.Of(NoPrice))],
    };

    private static IEnumerable<CostLine> Beyond(CostBasis basis, Timeline course, ContractTerm contract, Money perYear)
    {
        var today = Cores(course.Today);
        var price = perYear / today;
        return LinesOverTime.Of(
            basis,
            course.Planned.Where(phase => phase.To > contract.Ends).Select(phase => new LineSpan(
                Math.Max(phase.From, contract.Ends),
                phase.To,
                [Line(basis, Math.Max(0, Cores(phase.Plan.Servers.Select(load => load.Server)) - today), price)])))
            .Select(line => line with { Payments = [.. line.Payments.Where(payment => payment.Amount.Amount != 0)] })
            .Where(line => line.IsHole || !line.Payments.IsEmpty);
    }

    private static decimal Cores(IEnumerable<PlannedHost> servers) => servers.Sum(server => server.Sockets * server.CoresPerSocket);

    private static CostLine Line(CostBasis basis, decimal cores, Money price) => basis.Priced(Platform(basis) with
    {
        Id = "contract-beyond",
        Label = Message.Of("line.beyond-today"),
        Quantity = cores,
        Unit = Message.Of("unit.core"),
        ListPrice = price,
        PaidPrice = price,
        Rule = Message.Of("today.beyond"),
    });

    private static CostLine Unknown(CostBasis basis, Message hole) => Platform(basis) with { Hole = hole };

    private static CostLine Platform(CostBasis basis) => new()
    {
        Id = "platform-of-today",
        Category = CostCategory.PlatformLicences,
        Label = Message.Of("line.todays-platform"),
        Quantity = 1,
        Unit = Message.Of("unit.year"),
        Timing = CostTiming.Yearly,
        Rule = Message.Of("today.as-it-is"),
        Provenance = new Provenance(Message.Of("source.contract"), "", Grade.A, basis.Scenario.Contract?.Place.ToString() ?? basis.Scenario.Name),
    };
}
