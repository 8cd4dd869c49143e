using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The scenario's key <c>bridge</c>: an offer to extend the contract of today while VMs move.</summary>
internal static class BridgeSection
{
    private const int MostMonths = 60;

    /// <summary>The offer, or null where something in it is wrong, which became a finding.</summary>
    public static BridgeQuote? Of(YamlMap map)
    {
        var months = map.Integer("months", 1, MostMonths, required: true);
        var amount = map.Number("amount", required: true);
        var currency = map.Currency("currency", required: true);
        var date = map.Date("date", required: true);
        var from = map.Text("from", required: true);
        map.RefuseUnknownKeys();
        if (amount is < 0)
        {
            map.Refuse(Message.Of("scenario.contract-negative", ("key", "amount")), Message.Of("scenario.contract-negative.mend"));
            return null;
        }

        return months is null || amount is null || currency is null || date is null || from is null
            ? null
            : new BridgeQuote(months.Value, new Money(amount.Value, currency.Value), date.Value, from, map.Place);
    }
}
