using System.Text.Json;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What an option's payments come to in the books, after tax and as a return.</summary>
internal static class CashFlowJson
{
    public static void Write(Utf8JsonWriter to, CashFlow flow)
    {
        to.WriteStartObject("cashFlow");
        to.Amounts("byMonth", flow.Cash);
        to.Amounts("depreciationByYear", CashFlow.ByYear(flow.Books.Depreciation));
        to.Amounts("expenseByYear", CashFlow.ByYear(flow.Expense));
        to.Number("leftInBooks", flow.Books.LeftAtEnd.Amount);
        if (flow.AfterTaxCash is { } after)
        {
            to.Amounts("afterTaxByYear", CashFlow.ByYear(after));
        }
        else
        {
            to.WriteNull("afterTaxByYear");
        }

        to.Number("presentAfterTax", flow.PresentAfterTax?.Amount);
        to.Number("irr", flow.Return?.Rate);
        to.WriteString("irrWords", flow.Return?.Words);
        to.WriteEndObject();
    }
}
