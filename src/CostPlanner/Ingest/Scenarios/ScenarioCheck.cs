using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Whether everything that a scenario names exists, and whether its values can mean anything.</summary>
public static class ScenarioCheck
{

    /// <summary>Findings, each naming what is wrong, where, and the nearest right name.</summary>
    public static ImmutableArray<Finding> Of(Scenario scenario, string file, Catalogues known) =>
    [
        .. Options(scenario, file),
        .. Products(scenario, file).Where(each => !known.Prices.Knows(each.Product))
            .Select(each => Unknown("unknown-product", "product of the price book", each.Product, known.Prices.Ids, each.Place)),
        .. Platforms(scenario, known.Prices),
        .. scenario.ClaimFeatures.Except(known.Features.Features.Select(feature => feature.Name))
            .Select(
                name => Unknown(
                    "unknown-feature", "feature of the matrix", name, known.Features.Features.Select(feature => feature.Name), At(file, "claim.features"))),
        .. WithoutLicence(scenario),
        .. GuestLicenceCheck.GuestsTwice(scenario),
        .. Hosts(scenario, file, known.Hosts),
        .. GuestLicenceCheck.GuestLicences(scenario),
        .. GuestLicenceCheck.RedHat(scenario, file, known.Prices),
        .. GuestLicenceCheck.Windows(scenario, file, known.Prices),
        .. Overrides(scenario).SelectMany(each => Assumption(each, scenario, file, known.Assumptions)),
        .. SizingSection.Check(scenario, file, known.Cpus),
        .. StoragePolicy(scenario, file, known.Policies),
        .. Quotes(scenario),
        .. Contract(scenario, file),
        .. PricesSection.Check(scenario, known.Prices),
        .. Currencies(scenario, file, known.Rates.With(scenario.Rates)),
        .. RatesSection.Check(scenario, known.Rates),
        .. known.Grid.Places.Contains(scenario.Grid)
            ? []
            : new[] { Unknown("unknown-grid", "place of prices/grid-carbon.csv", scenario.Grid, known.Grid.Places, At(file, "grid")) },
    ];

    private static IEnumerable<Finding> StoragePolicy(Scenario scenario, string file, StoragePolicies policies)
    {
        if (scenario.StoragePolicy is not { } id)
        {
            yield break;
        }

        if (policies.Find(id) is not { } policy)
        {
            yield return Unknown("unknown-storage-policy", "storage policy", id, policies.All.Select(each => each.Id), At(file, "storage_policy"));
        }
        else if (policy.Failures < scenario.Failover)
        {
            yield return new Finding(
                Severity.Warning,
                "storage-policy-below-failover",
                FormattableString.Invariant($"failover is {scenario.Failover}, the storage policy {id} survives {policy.Failures}"),
                At(file, "storage_policy"),
                "VMs find a place when so many hosts are lost, their data may not be there",
                "name a policy that survives as many failures, or lower failover");
        }
    }

    private static IEnumerable<Finding> Options(Scenario scenario, string file)
    {
        var ids = scenario.Options.Select(option => option.Id).ToList();
        if (ids.Count == 0)
        {
            yield return Error("no-options", "no options are given", At(file, "options"), "add at least one option");
            yield break;
        }

        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return Error("duplicate-option", $"Duplicate option id \"{twice.Key}\"", At(file, "options"), "give each option an id of its own");
        }

        foreach (var option in scenario.Options.Where(option => option.Licences.Distinct(StringComparer.Ordinal).Count() < option.Licences.Length))
        {
            yield return Error("licence-twice", $"option {option.Id} names a licence twice", option.Place, "name each once; the hosts say how many are needed");
        }

        if (!ids.Contains(scenario.Baseline))
        {
            yield return Unknown("unknown-option", "option", scenario.Baseline, ids, At(file, "baseline"));
        }
    }

    private static IEnumerable<(string Product, SourcePlace Place)> Products(Scenario scenario, string file) =>
        scenario.Options.SelectMany(option => option.Licences.Select(product => (product, option.Place)))
            .Concat(scenario.Quotes.Select(quote => (quote.Product, quote.Place)))
            .Concat(scenario.Contract is { } contract ? contract.Products.Select(product => (product, contract.Place)) : [])
            .Concat(scenario.Placement.GuestLicences.Select(licence => (licence.Product, licence.Place)))
            .Concat(
                scenario.Windows is { } windows ? [(windows.Standard, At(file, "windows.standard")), (windows.Datacenter, At(file, "windows.datacenter"))] : [])
            .Concat(scenario.RedHat is { } redHat ? [(redHat.Server, At(file, "red_hat.server")), (redHat.Datacenter, At(file, "red_hat.datacenter"))] : []);

    /// <summary>A hypervisor that is licensed for an option of another: the option would be placed as the one and paid as the other.</summary>
    private static IEnumerable<Finding> Platforms(Scenario scenario, PriceBook prices) =>
        from option in scenario.Options
        from product in option.Licences
        where prices.Knows(product)
        let family = prices.RowsOf(product)[0].Family
        where Enum.TryParse<PlatformFamily>(family, ignoreCase: true, out var platform) && platform != option.Platform
        select new Finding(
            Severity.Warning,
            "licence-of-another-platform",
            $"option {option.Id} runs on {option.Platform.ToString().ToLowerInvariant()}, and {product} is a product for {family}",
            option.Place,
            "it was placed as the one and is paid as the other", "correct platform: or licences:");

    /// <summary>vSphere is never free to run an estate on; KVM and Xen may be.</summary>
    private static IEnumerable<Finding> WithoutLicence(Scenario scenario) =>
        from option in scenario.Options
        where option.Platform == PlatformFamily.VSphere && option.Licences.IsEmpty
        select new Finding(
            Severity.Warning, "no-licence", $"option {option.Id} runs on vSphere and names no licence", option.Place,
            "its platform was taken to cost nothing", "name its products under licences:");

    private static IEnumerable<Finding> Hosts(Scenario scenario, string file, HostCatalogue hosts)
    {
        foreach (var host in scenario.NewHosts.Where(id => hosts.Find(id) is null))
        {
            yield return Unknown("unknown-host-model", "server of the catalogue", host, hosts.Models.Select(model => model.Id), At(file, "new_host"));
        }

        foreach (var option in scenario.Options.Where(option => option.Hosts == HostPolicy.Refresh && scenario.NewHosts.IsEmpty))
        {
            yield return Error(
                "no-new-host",
                $"option {option.Id} buys new hosts, and the scenario names no new_host",
                option.Place,
                "add new_host: with an id of data/hosts/models.csv");
        }
    }

    private static IEnumerable<AssumptionOverride> Overrides(Scenario scenario) =>
        scenario.Assumptions.Concat(scenario.Options.SelectMany(option => option.Assumptions));

    private static IEnumerable<Finding> Assumption(AssumptionOverride change, Scenario scenario, string file, AssumptionSet assumptions)
    {
        if (!assumptions.Knows(change.Id))
        {
            yield return Unknown("unknown-assumption", "assumption", change.Id, assumptions.All.Select(known => known.Id), At(file, change.Id));
        }
        else if (KnownAssumptions.Of(change.Id).Bounds is var bounds && !bounds.Hold(change.Value))
        {
            yield return Error(
                "assumption-out-of-range",
                FormattableString.Invariant($"{change.Id} is {change.Value}, which is not {bounds}"),
                new SourcePlace(change.Provenance.Row),
                $"its unit is {assumptions[change.Id].Unit}; a share is written 0.8, not 80");
        }
        else if (change.Id == AssumptionIds.Growth && Math.Pow(1 + (double)change.Value, scenario.HorizonYears) > (double)AssumptionBounds.MostGrowth)
        {
            yield return Error(
                "growth-too-large",
                FormattableString.Invariant(
                    $"a growth of {change.Value} a year over {scenario.HorizonYears} years multiplies the demand by more than {AssumptionBounds.MostGrowth:0}"),
                new SourcePlace(change.Provenance.Row),
                "take a smaller growth or a shorter horizon");
        }
    }

    private static IEnumerable<Finding> Quotes(Scenario scenario)
    {
        foreach (var quote in scenario.Quotes.Where(quote => quote.Price.Amount < 0))
        {
            yield return Error("quote-negative", $"the quote for {quote.Product} is below 0", quote.Place, "enter what one unit costs for one period");
        }

        foreach (var twice in scenario.Quotes.GroupBy(quote => quote.Product).Where(group => group.Count() > 1))
        {
            yield return Error("quote-twice", $"there are {twice.Count()} quotes for {twice.Key}", twice.Last().Place, "keep the one that holds");
        }

        foreach (var quote in scenario.Quotes.Where(quote => quote.Date > scenario.AsOf))
        {
            yield return new Finding(
                Severity.Warning,
                "quote-from-later",
                $"the quote for {quote.Product} is dated {quote.Date:yyyy-MM-dd}, after the scenario's day",
                quote.Place,
                "it was still used",
                "check the dates");
        }
    }

    private static IEnumerable<Finding> Contract(Scenario scenario, string file)
    {
        if (scenario.Contract is { } ended && ended.Ends < scenario.AsOf)
        {
            yield return Error(
                "contract-ended",
                $"the contract ended on {ended.Ends:yyyy-MM-dd}, before the scenario's day",
                ended.Place,
                "give its next end, or leave contract: away");
        }

        if (scenario.Contract is { } held && scenario.IsGreenfield)
        {
            yield return Error(
                "contract-of-nothing", "greenfield says that nothing of today is paid on, and there is a contract", held.Place, "keep one of the two");
        }

        if (scenario.HostsReplacedOn is not null && scenario.NewHosts.IsEmpty)
        {
            yield return Error(
                "no-new-host",
                "replace_hosts_on needs servers to buy, and the scenario names no new_host",
                At(file, "replace_hosts_on"),
                "add new_host: with an id of data/hosts/models.csv");
        }
    }

    private static IEnumerable<Finding> Currencies(Scenario scenario, string file, ExchangeRates rates)
    {
        var known = rates.All.Select(rate => rate.Currency)
            .Append(Currency.Euro)
            .Distinct()
            .Select(currency => currency.Code)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (!known.Contains(scenario.Currency.Code))
        {
            yield return NoRates(scenario.Currency, known, At(file, "currency"));
        }

        if (scenario.Contract is { } contract && !known.Contains(contract.PerYear.Currency.Code))
        {
            yield return NoRates(contract.PerYear.Currency, known, contract.Place);
        }

        foreach (var quote in scenario.Quotes.Where(quote => !known.Contains(quote.Price.Currency.Code)))
        {
            yield return NoRates(quote.Price.Currency, known, quote.Place);
        }
    }

    private static Finding NoRates(Currency currency, IEnumerable<string> known, SourcePlace place) => Error(
        "unknown-currency",
        $"there are no exchange rates for {currency}",
        place,
        $"use one of {string.Join(", ", known)}, state its rate under rates:, or add it to prices/exchange-rates.csv of the data folder");

    internal static Finding Unknown(string code, string what, string name, IEnumerable<string> known, SourcePlace place) =>
        Error(code, $"Unknown {what} \"{name}\"{NearestName.Hint(name, known)}", place, "correct the name");

    internal static Finding Error(string code, string message, SourcePlace place, string mend) => new(Severity.Error, code, message, place, null, mend);

    internal static SourcePlace At(string file, string key) => new(file, Column: key);
}
