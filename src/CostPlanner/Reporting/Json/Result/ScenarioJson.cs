using System.Text.Json;
using CostPlanner.Cases.Requirements;
using CostPlanner.Model;
using CostPlanner.Studies;
using CostPlanner.Studies.Scope;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The question, and the answer in short.</summary>
internal static class ScenarioJson
{
    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        var scenario = result.Inputs.Scenario;
        to.WriteStartObject("scenario");
        to.WriteString("name", scenario.Name);
        to.WriteString("title", scenario.Title);
        to.Day("asOf", scenario.AsOf);
        to.WriteString("currency", scenario.Currency.Code);
        to.WriteNumber("horizonYears", scenario.HorizonYears);
        to.WriteString("grid", scenario.Grid);
        to.WriteString("inventoryFile", scenario.InventoryFile);
        to.WriteNumber("failover", scenario.Failover);
        FailoverOf(to, scenario);
        to.WriteString("baseline", scenario.Baseline);
        to.WriteString("newHost", scenario.NewHosts.FirstOrDefault());
        to.Texts("newHosts", scenario.NewHosts);
        to.Texts("leaveOut", scenario.LeaveOut.Select(entry => entry.ToString()));
        to.WriteNumber("seed", scenario.Seed);
        Required(to, result);
        Owned(to, scenario.Owned);
        PlacementJson.Write(to, scenario.Placement);
        to.WriteEndObject();

        to.WriteStartObject("answer");
        to.WriteString("baseline", result.Baseline.Option.Id);
        to.WriteString("cheapest", result.Cheapest?.Option.Id);
        to.Texts("ranking", result.Ranking.Select(option => option.Option.Id));
        to.Texts("equalToFirst", result.Options.Where(result.IsEqualToFirst).Select(option => option.Option.Id));
        to.Number("hostsToday", result.Baseline.Plan.HostsToday);
        WithinSite(to, result.Scope);
        to.WriteEndObject();
    }

    private static void Required(Utf8JsonWriter to, CaseStudy result)
    {
        to.WriteStartArray("requires");
        foreach (var requirement in RequiredFeatures.Of(result.Inputs))
        {
            to.WriteStartObject();
            to.WriteString("feature", requirement.Feature);
            to.WriteString("from", Fields.Word(requirement.From == RequirementFrom.NotKnown ? RequirementFrom.Estate : requirement.From));
            to.WriteBoolean("known", requirement.IsKnown);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteString("support", DeclaredKeys.Support.WordOf(result.Inputs.Scenario.Support));
    }

    private static void Owned(Utf8JsonWriter to, OwnedLicences owned)
    {
        if (!owned.IsSaid)
        {
            to.WriteNull("owned");
            return;
        }

        to.List("owned", owned.All, each =>
        {
            to.WriteString("product", each.Product);
            to.Number("cores", each.Cores);
            to.Number("licences", each.Licences);
            to.WriteString("source", each.Source);
        });
    }

    private static void FailoverOf(Utf8JsonWriter to, Scenario scenario)
    {
        if (scenario.FailoverOf.IsEmpty)
        {
            return;
        }

        to.WriteStartObject("failoverOf");
        foreach (var (cluster, failures) in scenario.FailoverOf)
        {
            to.WriteNumber(cluster, failures);
        }

        to.WriteEndObject();
    }

    private static void WithinSite(Utf8JsonWriter to, ScopeStudy? scope)
    {
        if (scope is null)
        {
            return;
        }

        to.WriteStartObject("withinSite");
        to.WriteString("reason", Fields.Word(scope.Reason));
        to.WriteString("option", scope.Option.Id);
        to.WriteNumber("pools", scope.Pools);
        to.WriteNumber("hosts", scope.Hosts);
        to.Number("hostsWithinSite", scope.HostsWithin);
        to.Number("totalWithinSite", scope.Total?.Amount);
        to.WriteEndObject();
    }
}
