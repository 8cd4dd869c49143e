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
        to.Amounts("depreciationByYear", flow.DepreciationByYear);
        to.Amounts("expenseByYear", flow.ExpenseByYear);
        to.Number("leftInBooks", flow.Books.LeftAtEnd.Amount);
        if (flow.AfterTaxByYear is { } after)
        {
            to.Amounts("afterTaxByYear", after);
        }
        else
        {
            to.WriteNull("afterTaxByYear");
        }

        to.Number("presentAfterTax", flow.PresentAfterTax?.Amount);
        to.Number("irr", flow.Return?.Rate);
        to.Message("irrWordsData", "irrWords", flow.Return?.Words);
        to.WriteEndObject();
    }
}
