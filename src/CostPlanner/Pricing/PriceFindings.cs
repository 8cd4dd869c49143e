using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>What the user should know about the prices of an option.</summary>
public static class PriceFindings
{
    /// <summary>Missing prices and placeholders, each named once for the option.</summary>
    public static ImmutableArray<Finding> Of(CostSheet costs, ScenarioOption option) =>
    [
        .. costs.Holes.Select(line => new Finding(
            Severity.Warning,
            "price-missing",
            $"{option.Id}: {line.Hole}",
            option.Place,
            "the line has no amount, the option's total is a lower bound and is not ranked",
            $"enter a quote under quotes: product {line.Id}, amount, currency, date, from")),
        .. costs.Lines
            .Where(line => line.Category is CostCategory.PlatformLicences or CostCategory.GuestLicences or CostCategory.Hardware)
            .Where(line => !line.IsHole && line.Provenance.IsPlaceholder && line.PaidPrice?.Amount != 0)
            .Select(line => new Finding(
                Severity.Warning,
                "price-placeholder",
                $"{option.Id}: the price of {line.Label} is a placeholder that no source confirms",
                new SourcePlace(line.Provenance.Row),
                "it was used and is marked in the report",
                "enter a quote")),
    ];

    /// <summary>Guests whose licences are not counted.</summary>
    public static ImmutableArray<Finding> OfGuests(EstateDemand demand, Scenario scenario, Inventory inventory)
    {
        var uncounted = demand.Running
            .GroupBy(vm => vm.Vm.Guest)
            .Where(group => Paid(group.Key, scenario) is not null)
            .OrderBy(group => group.Key)
            .Select(group => FormattableString.Invariant($"{group.Count()} × {Paid(group.Key, scenario)}"))
            .ToList();
        return uncounted.Count == 0
            ? []
            :
            [
                new Finding(
                    Severity.Note,
                    "guest-licences-not-counted",
                    $"running guests whose licences are in no option: {string.Join(", ", uncounted)}",
                    new SourcePlace(inventory.Files[0], "vInfo"),
                    "they are taken to cost the same in every option",
                    null),
            ];
    }

    private static string? Paid(GuestFamily guest, Scenario scenario) => guest switch
    {
        GuestFamily.WindowsServer => scenario.Windows is null ? "Windows Server" : null,
        GuestFamily.WindowsDesktop => "Windows for desktops",
        GuestFamily.RedHat => "Red Hat Enterprise Linux",
        GuestFamily.Suse => "SUSE Linux Enterprise",
        GuestFamily.OracleLinux => "Oracle Linux",
        _ => null,
    };
}
