using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>What a scenario says of licences of guests, held against itself and the price book.</summary>
internal static class GuestLicenceCheck
{
    /// <summary>Guests of a system that windows: or red_hat: counts already.</summary>
    public static IEnumerable<Finding> GuestsTwice(Scenario scenario) =>
        from licence in scenario.Placement.GuestLicences
        let counted = licence.Guests switch
        {
            GuestFamily.WindowsServer when scenario.Windows is not null => "windows",
            GuestFamily.RedHat when scenario.RedHat is not null => "red_hat",
            _ => null,
        }
        where counted is not null
        select new Finding(
            Severity.Warning, "guests-twice", Message.Of("guests-twice", ("licence", licence.Name), ("counted", counted)), licence.Place,
            Message.Of("guests-twice.done"), Message.Of("guests-twice.mend"));

    public static IEnumerable<Finding> GuestLicences(Scenario scenario)
    {
        foreach (var group in scenario.Placement.GuestLicences.GroupBy(licence => licence.Name).Where(
            group => group.Count() > 1 || group.Key is Confinement.Windows or Confinement.RedHat))
        {
            yield return ScenarioCheck.Error(
                "guest-licence-name", Message.Of("guest-licence-name", ("name", group.Key)), group.Last().Place, group.Key switch
                {
                    Confinement.Windows => Message.Of("guest-licence-name.windows"),
                    Confinement.RedHat => Message.Of("guest-licence-name.red-hat"),
                    _ => Message.Of("guest-licence-name.mend"),
                });
        }

        foreach (var group in scenario.Placement.GuestLicences.GroupBy(licence => licence.Product).Where(group => group.Count() > 1))
        {
            yield return ScenarioCheck.Error(
                "guest-licence-twice",
                Message.Of("guest-licence-twice", ("licences", group.Count()), ("product", group.Key)),
                group.Last().Place,
                Message.Of("guest-licence-twice.mend"));
        }

        (string Key, string Product)[] others =
        [
            .. scenario.RedHat is { } redHat ? [("red_hat:", redHat.Server), ("red_hat:", redHat.Datacenter)] : Array.Empty<(string, string)>(),
            .. scenario.Windows is { } windows ? [("windows:", windows.Standard), ("windows:", windows.Datacenter)] : Array.Empty<(string, string)>(),
        ];
        foreach (var (licence, key) in scenario.Placement.GuestLicences.SelectMany(
            licence => others.Where(other => other.Product == licence.Product).Select(other => (licence, other.Key)).Distinct()))
        {
            yield return ScenarioCheck.Error(
                "guest-licence-twice",
                Message.Of("guest-licence-twice.by-system", ("licence", licence.Name), ("key", key), ("product", licence.Product)),
                licence.Place,
                Message.Of("guest-licence-twice.by-system.mend"));
        }
    }

    /// <summary>The choice between the two subscriptions is one between VMs and hosts.</summary>
    public static IEnumerable<Finding> RedHat(Scenario scenario, string file, PriceBook prices)
    {
        if (scenario.RedHat is not { } redHat)
        {
            yield break;
        }

        foreach (var (product, key, byVm) in new[] { (redHat.Server, "red_hat.server", true), (redHat.Datacenter, "red_hat.datacenter", false) })
        {
            if (prices.Knows(product)
                && (prices.Find(product, scenario.AsOf) ?? prices.RowsOf(product)[0]).Rule is var rule
                && rule.Kind is { IsPerVm: true } != byVm)
            {
                yield return ScenarioCheck.Error(
                    "red-hat-metric",
                    Message.Of("sold-by-metric", ("product", product), ("metric", rule.Metric)),
                    ScenarioCheck.At(file, key),
                    byVm ? Message.Of("red-hat-metric.by-vm") : Message.Of("red-hat-metric.by-host"));
            }
        }
    }

    /// <summary>Both editions are counted for hosts that may run Windows Server; any other metric would count something else, or nothing.</summary>
    public static IEnumerable<Finding> Windows(Scenario scenario, string file, PriceBook prices) =>
        from each in scenario.Windows is { } windows
            ? new[]
            {
                (Product: windows.Standard, Key: "standard", Edition: WindowsEdition.Standard),
                (Product: windows.Datacenter, Key: "datacenter", Edition: WindowsEdition.Datacenter),
            }
            : []
        where prices.Knows(each.Product)
        let rule = (prices.Find(each.Product, scenario.AsOf) ?? prices.RowsOf(each.Product)[0]).Rule
        where rule.Kind?.Edition != each.Edition
        select ScenarioCheck.Error(
            "windows-metric",
            Message.Of("sold-by-metric", ("product", each.Product), ("metric", rule.Metric)),
            ScenarioCheck.At(file, $"windows.{each.Key}"),
            Message.Of("windows-metric.mend", ("edition", each.Key)));
}
