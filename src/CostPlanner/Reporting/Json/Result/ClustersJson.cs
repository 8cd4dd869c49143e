using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The plan of an option, cluster by cluster, each VM by name on its host.</summary>
internal static class ClustersJson
{
    public static void Write(Utf8JsonWriter to, EstatePlan plan, VmNames names)
    {
        to.WriteStartArray("clusters");
        foreach (var cluster in plan.Clusters)
        {
            to.WriteStartObject();
            to.WriteString("name", cluster.Cluster);
            to.Number("hostsToday", cluster.HostsToday);
            if (cluster.IsOneHostToday)
            {
                to.WriteBoolean("oneHostToday", true);
            }

            to.WriteNumber("lowerBound", cluster.LowerBound);
            to.Message("boundByData", "boundBy", cluster.BoundBy);
            to.WriteBoolean("provenFewest", cluster.IsProvenFewest);
            to.WriteBoolean("holds", cluster.Holds);
            Used(to, Enum.GetValues<Dimension>().Select(each => (each, cluster.Used(each))));
            Storage(to, cluster, names);
            Failover(to, cluster.Failover);
            to.List("confinements", cluster.Confinements, each =>
            {
                to.WriteString("licence", each.Licence);
                to.Texts("hosts", each.Hosts);
            });
            Cost(to, cluster.Cost);
            to.List("shortfalls", cluster.Shortfalls, each =>
            {
                to.Message("whatData", "what", each.What);
                to.Message("whyData", "why", each.Why);
                to.Message("mendData", "mend", each.Mend);
            });
            Misfits(to, cluster, names);
            Hosts(to, cluster, names);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Used(Utf8JsonWriter to, IEnumerable<(Dimension Dimension, Fraction? Share)> shares)
    {
        to.WriteStartObject("used");
        foreach (var (dimension, share) in shares)
        {
            to.Number(Fields.Word(dimension), share?.Value);
        }

        to.WriteEndObject();
    }

    /// <summary>The storage pool of a cluster's hosts, sizes in GiB; absent where its VMs lie on none.</summary>
    private static void Storage(Utf8JsonWriter to, ClusterPlan cluster, VmNames names)
    {
        if (cluster.Storage is not { } pool)
        {
            return;
        }

        to.WriteStartObject("storagePool");
        to.Number("neededGiB", decimal.Round(pool.Needed.GiB, 1));
        to.Number("rawGiB", decimal.Round(pool.Raw.GiB, 1));
        to.Number("rawLostGiB", decimal.Round(pool.Largest.GiB, 1));
        to.Number("fill", pool.Rule.Fill);
        to.WriteNumber("hosts", pool.Hosts);
        to.WriteNumber("leastHosts", pool.Rule.LeastHosts);
        to.WriteNumber("rebuild", pool.Rule.Rebuild);
        to.WriteBoolean("holds", pool.Holds);
        to.Texts("storedOnly", cluster.Stored.Select(each => names.Of(each.Vm)));
        to.WriteEndObject();
    }

    private static void Failover(Utf8JsonWriter to, FailoverProof proof)
    {
        to.WriteStartObject("failover");
        to.WriteNumber("failures", proof.Failures);
        to.WriteNumber("casesTried", proof.CasesTried);
        to.WriteBoolean("holds", proof.Holds);
        to.Texts("worstCase", proof.WorstCase);
        to.WriteString("tightest", proof.Tightest is { } dimension ? Fields.Word(dimension) : null);
        to.Number("tightestUse", proof.TightestUse?.Value);
        to.WriteNumber("casesWithMoves", proof.CasesWithMoves);
        to.WriteNumber("sitesTried", proof.SitesTried);
        to.Texts("goDown", proof.GoDown);
        to.WriteEndObject();
    }

    /// <summary>What hosts and their guests' licences cost, as placement reckoned it; null where the fewest hosts were sought.</summary>
    private static void Cost(Utf8JsonWriter to, PlanCost? cost)
    {
        if (cost is null)
        {
            to.WriteNull("leastCost");
            return;
        }

        to.WriteStartObject("leastCost");
        to.Number("amount", Cents(cost.Cost));
        to.Number("hosts", Cents(cost.Hosts));
        to.Number("lowerBoundOfHosts", Cents(cost.LowerBound));
        to.Number("guestsOnAnyHost", cost.Spread is { } spread ? Cents(spread) : null);
        to.WriteEndObject();
    }

    /// <summary>A share of an order need not come out even.</summary>
    private static decimal Cents(Money money) => decimal.Round(money.Amount, 2);

    private static void Misfits(Utf8JsonWriter to, ClusterPlan cluster, VmNames names)
    {
        to.WriteStartArray("misfits");
        foreach (var misfit in cluster.Misfits)
        {
            to.WriteStartObject();
            to.WriteString("vm", names.Of(misfit.Demand.Vm));
            to.Message("reasonData", "reason", misfit.Reason);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Hosts(Utf8JsonWriter to, ClusterPlan cluster, VmNames names)
    {
        to.WriteStartArray("hosts");
        foreach (var load in cluster.Servers)
        {
            to.WriteStartObject();
            to.WriteString("name", load.Server.Name);
            to.WriteString("bought", load.Server.Bought?.Id);
            to.WriteNumber("cores", load.Server.Cores);
            to.Number("memoryMiB", load.Server.Memory.MiB);
            Used(to, load.Used.Select(each => (each.Key, (Fraction?)each.Value)));
            to.Texts("vms", load.Vms.Select(each => names.Of(each.Vm)));
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }
}
