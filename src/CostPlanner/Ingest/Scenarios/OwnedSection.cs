using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The scenario's key <c>owned</c>: licences that are owned already, or <c>none</c>.</summary>
internal static class OwnedSection
{
    private const string Key = "owned", None = "none", VSphere = "vsphere";

    // What users own and the program has no price for, or prices under another key.
    private static readonly ImmutableArray<string> Beside = [VSphere, "sql-server", "backup"];

    /// <summary>What is owned; an entry with something wrong is left out and became a finding.</summary>
    public static OwnedLicences Of(YamlMap scenario)
    {
        var entries = scenario.Entries(Key);
        return new OwnedLicences(
            [
                .. entries.Where(each => each.Text != None)
                    .Select(each => each.Map is { } map ? One(map) : new OwnedLicence(each.Text!, Cores: null, Licences: null, Source: null, each.Place))
                    .OfType<OwnedLicence>(),
            ],
            !entries.IsEmpty);
    }

    /// <summary>Errors for a product that does not exist; remarks on what nothing counts.</summary>
    public static IEnumerable<Finding> Check(Scenario scenario, PriceBook prices)
    {
        ImmutableArray<string> counted =
        [
            .. scenario.Windows is { } windows ? [windows.Standard, windows.Datacenter] : Array.Empty<string>(),
            .. scenario.RedHat is { } redHat ? [redHat.Server, redHat.Datacenter] : Array.Empty<string>(),
            .. scenario.Placement.GuestLicences.Select(licence => licence.Product),
        ];
        foreach (var owned in scenario.Owned.All.Where(each => !counted.Contains(each.Product)))
        {
            yield return !prices.Knows(owned.Product) && !Beside.Contains(owned.Product)
                ? ScenarioCheck.Unknown("unknown-product", Message.Of("kind.priced-product"), owned.Product, [.. prices.Ids, .. Beside], owned.Place)
                : new Finding(
                    Severity.Note, "owned-not-counted", Message.Of("owned-not-counted", ("product", owned.Product)), owned.Place,
                    Message.Of("owned-not-counted.done"),
                    owned.Product == VSphere ? Message.Of("owned-not-counted.vsphere") : Message.Of("owned-not-counted.mend"));
        }

        foreach (var owned in scenario.Owned.All.Where(each => counted.Contains(each.Product) && IsPaidAgain(prices, each.Product, scenario.AsOf)))
        {
            yield return new Finding(
                Severity.Warning,
                "owned-renewal-not-counted",
                Message.Of("owned-renewal-not-counted", ("product", owned.Product)),
                owned.Place,
                Message.Of("owned-renewal-not-counted.done"),
                Message.Of("owned-renewal-not-counted.mend"));
        }
    }

    /// <summary>Whether it is a subscription, which ends unless it is paid again.</summary>
    private static bool IsPaidAgain(PriceBook prices, string product, DateOnly day) =>
        prices.Knows(product) && prices.Find(product, day)?.Kind is LicenceKind.SubscriptionYearly or LicenceKind.SubscriptionMonthly;

    private static OwnedLicence? One(YamlMap map)
    {
        var product = map.Text("product", required: true);
        var cores = Amount(map, "cores");
        var licences = Amount(map, "licences");
        var source = map.Text("source");
        map.RefuseUnknownKeys();
        if (cores is not null && licences is not null)
        {
            map.Refuse(Message.Of("scenario.owned-twice"), Message.Of("scenario.owned-twice.mend"));
        }

        return product is null ? null : new OwnedLicence(product, cores, licences, source, map.Place);
    }

    private static decimal? Amount(YamlMap map, string key)
    {
        var amount = map.Number(key);
        if (amount is not < 0)
        {
            return amount;
        }

        map.Refuse(Message.Of("scenario.contract-negative", ("key", key)), Message.Of("scenario.contract-negative.mend"));
        return null;
    }
}
