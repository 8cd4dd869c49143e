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
            .Select(each => Unknown("unknown-product", Message.Of("kind.priced-product"), each.Product, known.Prices.Ids, each.Place)),
        .. Platforms(scenario, known.Prices),
        .. Features(scenario.ClaimFeatures, known.Features, At(file, "claim.features")),
        .. Features(scenario.Requires ?? [], known.Features, At(file, "requires")),
        .. scenario.Options.SelectMany(option => Features(option.Has, known.Features, option.Place)),
        .. WithoutLicence(scenario),
        .. GuestLicenceCheck.GuestsTwice(scenario),
        .. Hosts(scenario, file, known.Hosts),
        .. GuestLicenceCheck.GuestLicences(scenario),
        .. GuestLicenceCheck.RedHat(scenario, file, known.Prices),
        .. GuestLicenceCheck.Windows(scenario, file, known.Prices),
        .. Overrides(scenario).SelectMany(each => Assumption(each, scenario, file, known.Assumptions)),
        .. DiscountRates(scenario),
        .. SizingSection.Check(scenario, file, known.Cpus),
        .. StoragePolicy(scenario, file, known.Policies),
        .. Quotes(scenario),
        .. ContractCheck.Of(scenario, file),
        .. OwnedSection.Check(scenario, known.Prices),
        .. PricesSection.Check(scenario, known.Prices),
        .. Currencies(scenario, file, known.Rates.With(scenario.Rates)),
        .. RatesSection.Check(scenario, known.Rates),
        .. known.Grid.Places.Contains(scenario.Grid)
            ? []
            : new[] { Unknown("unknown-grid", Message.Of("kind.grid"), scenario.Grid, known.Grid.Places, At(file, "grid")) },
    ];

    private static IEnumerable<Finding> Features(ImmutableArray<string> named, FeatureMatrix matrix, SourcePlace place)
    {
        ImmutableArray<string> known = [.. matrix.Features.Select(feature => feature.Name)];
        return named.Except(known).Select(name => Unknown("unknown-feature", Message.Of("kind.feature"), name, known, place));
    }

    private static IEnumerable<Finding> StoragePolicy(Scenario scenario, string file, StoragePolicies policies)
    {
        if (scenario.StoragePolicy is not { } id)
        {
            yield break;
        }

        if (policies.Find(id) is not { } policy)
        {
            yield return Unknown(
                "unknown-storage-policy", Message.Of("kind.storage-policy"), id, policies.All.Select(each => each.Id), At(file, "storage_policy"));
        }
        else if (policy.Failures < scenario.Failover)
        {
            yield return new Finding(
                Severity.Warning,
                "storage-policy-below-failover",
                Message.Of("storage-policy-below-failover", ("failover", scenario.Failover), ("policy", id), ("survives", policy.Failures)),
                At(file, "storage_policy"),
                Message.Of("storage-policy-below-failover.done"),
                Message.Of("storage-policy-below-failover.mend"));
        }
    }

    private static IEnumerable<Finding> Options(Scenario scenario, string file)
    {
        var ids = scenario.Options.Select(option => option.Id).ToList();
        if (ids.Count == 0)
        {
            yield return Error("no-options", Message.Of("no-options"), At(file, "options"), Message.Of("no-options.mend"));
            yield break;
        }

        foreach (var twice in ids.GroupBy(id => id).Where(group => group.Count() > 1))
        {
            yield return Error(
                "duplicate-option", Message.Of("duplicate-option", ("option", twice.Key)), At(file, "options"), Message.Of("duplicate-option.mend"));
        }

        foreach (var option in scenario.Options.Where(option => option.Licences.Distinct(StringComparer.Ordinal).Count() < option.Licences.Length))
        {
            yield return Error("licence-twice", Message.Of("licence-twice", ("option", option.Id)), option.Place, Message.Of("licence-twice.mend"));
        }

        foreach (var option in scenario.Options.Where(option => option.Id == ScenarioOption.TodayId))
        {
            yield return Error("option-today", Message.Of("option-today", ("option", option.Id)), option.Place, Message.Of("option-today.mend"));
        }

        if (!ids.Contains(scenario.Baseline) && (scenario.IsGreenfield || scenario.Baseline != ScenarioOption.TodayId))
        {
            yield return Unknown("unknown-option", Message.Of("kind.option"), scenario.Baseline, ids, At(file, "baseline"));
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
            Message.Of(
                "licence-of-another-platform",
                ("option", option.Id), ("platform", option.Platform.ToString().ToLowerInvariant()), ("product", product), ("family", family)),
            option.Place,
            Message.Of("licence-of-another-platform.done"),
            Message.Of("licence-of-another-platform.mend"));

    /// <summary>vSphere is never free to run an estate on; KVM and Xen may be.</summary>
    private static IEnumerable<Finding> WithoutLicence(Scenario scenario) =>
        from option in scenario.Options
        where option.Platform == PlatformFamily.VSphere && option.Licences.IsEmpty
        select new Finding(
            Severity.Warning, "no-licence", Message.Of("no-licence", ("option", option.Id)), option.Place,
            Message.Of("no-licence.done"), Message.Of("no-licence.mend"));

    private static IEnumerable<Finding> Hosts(Scenario scenario, string file, HostCatalogue hosts)
    {
        foreach (var host in scenario.NewHosts.Where(id => hosts.Find(id) is null))
        {
            yield return Unknown("unknown-host-model", Message.Of("kind.server"), host, hosts.Models.Select(model => model.Id), At(file, "new_host"));
        }

        foreach (var option in scenario.Options.Where(option => option.Hosts == HostPolicy.Refresh && scenario.NewHosts.IsEmpty))
        {
            yield return Error(
                "no-new-host",
                Message.Of("no-new-host", ("option", option.Id)),
                option.Place,
                Message.Of("no-new-host.mend"));
        }
    }

    private static IEnumerable<AssumptionOverride> Overrides(Scenario scenario) =>
        scenario.Assumptions.Concat(scenario.Options.SelectMany(option => option.Assumptions));

    private static IEnumerable<Finding> Assumption(AssumptionOverride change, Scenario scenario, string file, AssumptionSet assumptions)
    {
        if (!assumptions.Knows(change.Id))
        {
            yield return Unknown(
                "unknown-assumption", Message.Of("kind.assumption"), change.Id, assumptions.All.Select(known => known.Id), At(file, change.Id));
        }
        else if (KnownAssumptions.Of(change.Id).Bounds is var bounds && !bounds.Hold(change.Value))
        {
            yield return Error(
                "assumption-out-of-range",
                Message.Of("assumption-out-of-range", ("assumption", change.Id), ("value", change.Value), ("bounds", bounds.Said)),
                new SourcePlace(change.Provenance.Row),
                Message.Of("assumption-out-of-range.mend", ("unit", assumptions[change.Id].Unit)));
        }
        else if (change.Id == AssumptionIds.Growth && Math.Pow(1 + (double)change.Value, scenario.HorizonYears) > (double)AssumptionBounds.MostGrowth)
        {
            yield return Error(
                "growth-too-large",
                Message.Of(
                    "growth-too-large", ("growth", change.Value), ("years", scenario.HorizonYears), ("most", AssumptionBounds.MostGrowth)),
                new SourcePlace(change.Provenance.Row),
                Message.Of("growth-too-large.mend"));
        }
    }

    /// <summary>Options are ranked by present cost, so that one rate must hold for all.</summary>
    private static IEnumerable<Finding> DiscountRates(Scenario scenario) =>
        from option in scenario.Options
        from change in option.Assumptions
        where change.Id == AssumptionIds.DiscountRate
        select Error(
            "discount-rate-of-option",
            Message.Of("discount-rate-of-option", ("option", option.Id)),
            new SourcePlace(change.Provenance.Row),
            Message.Of("discount-rate-of-option.mend"));

    private static IEnumerable<Finding> Quotes(Scenario scenario)
    {
        foreach (var quote in scenario.Quotes.Where(quote => quote.Price.Amount < 0))
        {
            yield return Error(
                "quote-negative", Message.Of("quote-negative", ("product", quote.Product)), quote.Place, Message.Of("quote-negative.mend"));
        }

        foreach (var twice in scenario.Quotes.GroupBy(quote => quote.Product).Where(group => group.Count() > 1))
        {
            yield return Error(
                "quote-twice", Message.Of("quote-twice", ("quotes", twice.Count()), ("product", twice.Key)), twice.Last().Place, Message.Of("keep-one"));
        }

        foreach (var quote in scenario.Quotes.Where(quote => quote.Date > scenario.AsOf))
        {
            yield return new Finding(
                Severity.Warning,
                "quote-from-later",
                Message.Of("quote-from-later", ("product", quote.Product), ("date", quote.Date)),
                quote.Place,
                Message.Of("still-used"),
                Message.Of("check-dates"));
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

        if (scenario.Contract is { PerYear: { } perYear } contract && !known.Contains(perYear.Currency.Code))
        {
            yield return NoRates(perYear.Currency, known, contract.Place);
        }

        if (scenario.Bridge is { } bridge && !known.Contains(bridge.Price.Currency.Code))
        {
            yield return NoRates(bridge.Price.Currency, known, bridge.Place);
        }

        foreach (var quote in scenario.Quotes.Where(quote => !known.Contains(quote.Price.Currency.Code)))
        {
            yield return NoRates(quote.Price.Currency, known, quote.Place);
        }
    }

    private static Finding NoRates(Currency currency, IEnumerable<string> known, SourcePlace place) => Error(
        "unknown-currency",
        Message.Of("unknown-currency", ("currency", currency.Code)),
        place,
        Message.Of("unknown-currency.mend", ("known", Message.List(known))));

    internal static Finding Unknown(string code, Message kind, string name, IEnumerable<string> known, SourcePlace place) =>
        Error(code, UnknownName.Of(kind, name, known), place, Message.Of("correct-name"));

    internal static Finding Error(string code, Message message, SourcePlace place, Message mend) => new(Severity.Error, code, message, place, null, mend);

    internal static SourcePlace At(string file, string key) => new(file, Column: key);
}
