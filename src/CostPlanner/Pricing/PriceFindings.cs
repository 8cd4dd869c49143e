using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;

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
        hole.Id == CostBasis.NoRate ? Message.Of("price-missing.rate")
        : product is null ? Message.Of("price-missing.price")
        : Message.Of("price-missing.quote", ("product", product)));

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

    /// <summary>A warning where options leave the platform of today and none stays on it, so that nothing is known of what is paid on meanwhile.</summary>
    public static ImmutableArray<Finding> OfParallelRun(Inventory inventory, Scenario scenario) =>
        scenario.IsGreenfield || scenario.Options.Any(option => option.Platform == inventory.Platform)
            ? []
            :
            [
                new Finding(
                    Severity.Warning,
                    "parallel-run-not-counted",
                    "no option stays on the platform of today, so what is paid for it while VMs move is not known",
                    new SourcePlace(scenario.Name, Column: "options"),
                    "it is in no total",
                    "add an option that stays"),
            ];

    /// <summary>Guests whose licences are not counted: neither by the editions of Windows nor by a guest licence of the system's own name.</summary>
    public static ImmutableArray<Finding> OfGuests(EstateDemand demand, Scenario scenario, Inventory inventory, PriceBook prices)
    {
        var uncounted = demand.Running
            .Where(vm => !scenario.Placement.GuestLicences.Any(licence => licence.IsCarriedBy(vm.Vm) && IsOf(licence, Paid(vm.Vm.Guest, scenario), prices)))
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
                    $"running guests whose licences are in no option: "
                        + $"{string.Join(", ", uncounted.Select(group => FormattableString.Invariant($"{group.Count()} × {Paid(group.Key, scenario)}")))}",
                    new SourcePlace(inventory.Files[0], "vInfo"),
                    "they are taken to cost the same in every option",
                    $"to count them, write {string.Join(" and ", Keys([.. uncounted.Select(group => group.Key)]))}"),
            ];
    }

    private static bool IsOf(GuestLicence licence, string? system, PriceBook prices) =>
        system is not null && prices.RowsOf(licence.Product)[0].Product.Contains(system, StringComparison.OrdinalIgnoreCase);

    /// <summary>The keys of a scenario that would count the guests of those systems.</summary>
    private static IEnumerable<string> Keys(ImmutableArray<GuestFamily> systems)
    {
        if (systems.Contains(GuestFamily.WindowsServer))
        {
            yield return "windows: with standard and datacenter";
        }

        if (systems.Contains(GuestFamily.RedHat))
        {
            yield return "red_hat: with server and datacenter";
        }

        if (systems.Any(system => system is not (GuestFamily.WindowsServer or GuestFamily.RedHat)))
        {
            yield return "an entry for each other system under placement: guest_licences:, with its guests: and a product";
        }
    }

    private static string? Paid(GuestFamily guest, Scenario scenario) => guest switch
    {
        GuestFamily.WindowsServer => scenario.Windows is null ? "Windows Server" : null,
        GuestFamily.WindowsDesktop => "Windows for desktops",
        GuestFamily.RedHat => scenario.RedHat is null ? Confinement.RedHat : null,
        GuestFamily.Suse => "SUSE Linux Enterprise",
        GuestFamily.OracleLinux => "Oracle Linux",
        _ => null,
    };
}
