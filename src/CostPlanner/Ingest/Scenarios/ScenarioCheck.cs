using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Whether everything that a scenario names exists.</summary>
public static class ScenarioCheck
{
    /// <summary>An error for every option, product, server and assumption that is named and not there, with the nearest name.</summary>
    public static ImmutableArray<Finding> Of(Scenario scenario, string file, PriceBook prices, HostCatalogue hosts, AssumptionSet assumptions)
    {
        var ids = scenario.Options.Select(option => option.Id).ToList();
        var products = scenario.Options.SelectMany(option => option.Licences.Select(product => (product, option.Place)))
            .Concat(scenario.Quotes.Select(quote => (quote.Product, quote.Place)))
            .Concat(scenario.Windows is { } windows ? [(windows.Standard, At(file, "windows.standard")), (windows.Datacenter, At(file, "windows.datacenter"))] : []);
        return
        [
            .. scenario.Options.IsEmpty ? [Error("no-options", "no options are given", At(file, "options"), "add at least one option")] : Array.Empty<Finding>(),
            .. ids.GroupBy(id => id).Where(group => group.Count() > 1)
                .Select(group => Error("duplicate-option", $"two options have the id '{group.Key}'", At(file, "options"), "give each option an id of its own")),
            .. ids.Contains(scenario.Baseline) ? [] : new[] { Unknown("unknown-option", "option", scenario.Baseline, ids, At(file, "baseline")) },
            .. products.Where(each => !prices.Knows(each.Item1))
                .Select(each => Unknown("unknown-product", "product of the price book", each.Item1, prices.Ids, each.Item2)),
            .. scenario.NewHost is { } host && hosts.Find(host) is null
                ? [Unknown("unknown-host-model", "server of the catalogue", host, hosts.Models.Select(model => model.Id), At(file, "new_host"))]
                : Array.Empty<Finding>(),
            .. scenario.Options.Where(option => option.Hosts == HostPolicy.Refresh && scenario.NewHost is null)
                .Select(option => Error("no-new-host", $"option {option.Id} buys new hosts, and the scenario names no new_host", option.Place, "add new_host: with an id of data/hosts/models.csv")),
            .. scenario.Assumptions.Concat(scenario.Options.SelectMany(option => option.Assumptions)).Where(each => !assumptions.Knows(each.Id))
                .Select(each => Unknown("unknown-assumption", "assumption", each.Id, assumptions.All.Select(known => known.Id), At(file, each.Id))),
        ];
    }

    private static Finding Unknown(string code, string what, string name, IEnumerable<string> known, SourcePlace place) =>
        Error(code, $"'{name}' is no {what}{NearestName.Hint(name, known)}", place, "correct the name");

    private static Finding Error(string code, string message, SourcePlace place, string mend) => new(Severity.Error, code, message, place, null, mend);

    private static SourcePlace At(string file, string key) => new(file, Column: key);
}
