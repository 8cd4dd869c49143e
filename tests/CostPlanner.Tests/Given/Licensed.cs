using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Tests.Given;

/// <summary>Hosts to be licensed, and rules to count them by.</summary>
internal static class Licensed
{
    /// <summary>A rule of a metric and its parameters: "min-per-socket=16;min-per-order=72".</summary>
    public static LicenceRule Rule(string metric, string parameters = "") => new(metric, Estate.Parameters(parameters));

    /// <summary>What so many equal hosts need, without VMs.</summary>
    public static LicenceQuantity Of(string metric, string parameters, int hosts, int sockets, int cores) =>
        Of(metric, parameters, new QuoteQuestion(hosts, sockets, cores, 0, 1));

    /// <summary>What the hosts of a question need.</summary>
    public static LicenceQuantity Of(string metric, string parameters, QuoteQuestion question) => LicenceMetrics.Count(Rule(metric, parameters), question.Estate(), new CaseCache());

    /// <summary>What those hosts need.</summary>
    public static LicenceQuantity Of(string metric, string parameters, params LicensedHost[] hosts) =>
        LicenceMetrics.Count(Rule(metric, parameters), new LicensedEstate([.. hosts]), new CaseCache());

    /// <summary>The quantity without trailing zeros: "1.25".</summary>
    public static string Units(this LicenceQuantity quantity) => Assumed.Text(quantity.Units / 1.000000000000000000000000000000000m);
}
