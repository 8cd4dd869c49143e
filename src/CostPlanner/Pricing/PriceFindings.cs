using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Pricing;

/// <summary>What the user should know about the prices of an option.</summary>
public static class PriceFindings
{
    /// <summary>Missing prices, products that may not be used for the estate, and placeholders, each named once with the options that it touches.</summary>
    public static ImmutableArray<Finding> Of(IEnumerable<(ScenarioOption Option, CostSheet Costs)> options)
    {
        var lines = options.SelectMany(each => each.Costs.Lines.Select(line => (each.Option, Line: line))).ToList();
        return
        [
            .. lines.Where(each => each.Line.IsHole)
                .GroupBy(each => (each.Line.Hole, each.Line.Product, each.Line.IsRefused))
                .Select(group => group.Key.IsRefused
                    ? Refused(group.Key.Hole!, [.. group.Select(each => each.Option).Distinct()])
                    : Missing(group.Key.Hole!, group.Key.Product, [.. group.Select(each => each.Option).Distinct()])),
            .. lines.Where(each => IsPlaceholder(each.Line))
                .GroupBy(each => each.Line.Provenance.Row)
                .Select(group => Placeholder(group.First().Line, [.. group.Select(each => each.Option).Distinct()])),
            .. lines.Where(each => each.Line.IsContained)
                .GroupBy(each => each.Line.Provenance.Row)
                .Select(group => Contained(group.First().Line, [.. group.Select(each => each.Option).Distinct()])),
        ];
    }

    private static Finding Missing(Message hole, string? product, ImmutableArray<ScenarioOption> options) => new(
        Severity.Warning,
        "price-missing",
        Message.Of("price-missing", ("options", Listed(options)), ("hole", hole)),
        options[0].Place,
        Message.Of("price-missing.done"),
        hole.Id switch
        {
            CostBasis.NoRate => Message.Of("price-missing.rate"),
            AsToday.NoHosts => Message.Of("price-missing.hosts"),
            AsToday.NoPrice or DoubleRunning.NoPlatform or DoubleRunning.TooShort => Message.Of("price-missing.today"),
            _ when product is null => Message.Of("price-missing.price"),
            _ => Message.Of("price-missing.quote", ("product", product)),
        });

    private static Finding Refused(Message hole, ImmutableArray<ScenarioOption> options) => new(
        Severity.Warning,
        "product-refused",
        Message.Of("price-missing", ("options", Listed(options)), ("hole", hole)),
        options[0].Place,
        Message.Of("price-missing.done"),
        Message.Of("product-refused.mend"));

    private static Finding Placeholder(CostLine line, ImmutableArray<ScenarioOption> options) => new(
        Severity.Warning,
        "price-placeholder",
        Message.Of("price-placeholder", ("options", Listed(options)), ("line", line.Label)),
        new SourcePlace(line.Provenance.Row),
        Message.Of("price-placeholder.done"),
        line.Product is { } product ? Message.Of("price-missing.quote", ("product", product)) : Message.Of("price-placeholder.mend"));

    private static Finding Contained(CostLine line, ImmutableArray<ScenarioOption> options) => new(
        Severity.Note,
        "guests-in-platform",
        Message.Of("guests-in-platform", ("options", Listed(options)), ("line", line.Label), ("rule", line.Rule)),
        new SourcePlace(line.Provenance.Row),
        Message.Of("guests-in-platform.done"),
        Message.Of("guests-in-platform.mend"));

    private static bool IsPlaceholder(CostLine line) =>
        line.Category is CostCategory.PlatformLicences or CostCategory.GuestLicences or CostCategory.Hardware
        && !line.IsHole && line.Provenance.IsPlaceholder && line.PaidPrice?.Amount > 0;

    private static MessageValue Listed(ImmutableArray<ScenarioOption> options) => Message.List(options.Select(option => option.Name));

    /// <summary>Guests whose licences are not counted: neither by the editions of Windows nor by a guest licence of the system's own name.</summary>
    public static ImmutableArray<Finding> OfGuests(EstateDemand demand, Scenario scenario, PriceBook prices)
    {
        var uncounted = demand.Running
            .Where(vm => !scenario.Placement.GuestLicences.Any(
                licence => licence.IsCarriedBy(vm.Vm) && prices.RowsOf(licence.Product)[0].System == vm.Vm.Guest))
            .GroupBy(vm => vm.Vm.Guest)
            .Where(group => Paid(group.Key, scenario) is not null)
            .OrderBy(group => group.Key)
            .ToList();
        return uncounted.Count == 0
            ? []
            :
            [
                new Finding(
                    Severity.Note,
                    "guest-licences-not-counted",
                    Message.Of("guest-licences-not-counted", ("guests", Message.List(uncounted.Select(
                        group => Message.Of("guests.counted", ("vms", group.Count()), ("system", Paid(group.Key, scenario)!)))))),
                    uncounted[0].First().Vm.Origin with { Row = null, Column = null },
                    Message.Of("guest-licences-not-counted.done"),
                    Message.Of("guest-licences-not-counted.mend", ("keys", Message.List(Keys([.. uncounted.Select(group => group.Key)]))))),
            ];
    }

    /// <summary>The keys of a scenario that would count the guests of those systems.</summary>
    private static IEnumerable<Message> Keys(ImmutableArray<GuestFamily> systems)
    {
        if (systems.Contains(GuestFamily.WindowsServer))
        {
            yield return Message.Of("guest-keys.windows");
        }

        if (systems.Contains(GuestFamily.RedHat))
        {
            yield return Message.Of("guest-keys.red-hat");
        }

        if (systems.Any(system => system is not (GuestFamily.WindowsServer or GuestFamily.RedHat)))
        {
            yield return Message.Of("guest-keys.others");
        }
    }

    private static Message? Paid(GuestFamily guest, Scenario scenario) => guest switch
    {
        GuestFamily.WindowsServer => scenario.Windows is null ? Message.Of("system.windows-server") : null,
        GuestFamily.WindowsDesktop => Message.Of("system.windows-desktop"),
        GuestFamily.RedHat => scenario.RedHat is null ? Confinement.RedHat : null,
        GuestFamily.Suse => Message.Of("system.suse"),
        GuestFamily.OracleLinux => Message.Of("system.oracle-linux"),
        _ => null,
    };
}
