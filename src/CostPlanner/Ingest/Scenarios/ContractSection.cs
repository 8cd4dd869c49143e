using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The scenario's key <c>contract</c>: what is paid for the platform of today, and until when.</summary>
internal static class ContractSection
{
    private const int MostMonths = 120;

    /// <summary>The contract, or null where something in it is wrong, which became a finding. What is left blank is not known.</summary>
    public static TodaysContract? Of(YamlMap map)
    {
        var name = map.Text("name", required: true);
        var ends = map.Date("ends");
        var perYear = Amount(map, "per_year");
        var kind = map.OneOf("kind", false, "subscription", "support");
        var paidOnce = Amount(map, "paid_once");
        var currency = map.Currency("currency", required: perYear is not null || paidOnce is not null);
        var products = map.Texts("products");
        var notice = map.Integer("notice_months", 0, MostMonths);
        var renewal = map.Integer("renewal_months", 1, MostMonths);
        map.RefuseUnknownKeys();
        return name is null || (currency is null && (perYear is not null || paidOnce is not null))
            ? null
            : new TodaysContract
            {
                Name = name,
                Products = products,
                Ends = ends,
                PerYear = perYear is { } year ? new Money(year, currency!.Value) : null,
                IsPerpetual = kind == "support",
                NoticeMonths = notice ?? 0,
                RenewalMonths = renewal ?? Duration.MonthsPerYear,
                PaidOnce = paidOnce is { } once ? new Money(once, currency!.Value) : null,
                Place = map.Place,
            };
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
