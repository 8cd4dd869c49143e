using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Decision;
using CostPlanner.Studies.Sides;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>What to do.</summary>
internal static class DecisionJson
{
    private const int Decimals = 6;

    public static void Write(Utf8JsonWriter to, CaseStudy result)
    {
        var decision = result.Decision;
        to.WriteStartObject("decision");
        to.WriteString("verdict", decision.Verdict is { } verdict ? Fields.Word(verdict) : null);
        to.Message("wordsData", "words", DecisionWords.Verdict(result, decision));
        to.WriteString("stay", Id(result, decision.Sides.Stay));
        to.WriteString("leave", Id(result, decision.Sides.Leave));
        to.Number("saving", Rounded(decision.Saving));
        to.Number("leaveCheaper", decision.Drawn?.Saves.Value);
        to.Number("todayCheaperBy", Rounded(decision.TodayIsCheaper));
        to.List("walkAway", decision.WalkAways, each => Price(to, result, each));
        By(to, result, decision);
        to.List("facts", decision.Facts, fact =>
        {
            to.WriteString("key", fact.Input.Key);
            to.Number("share", fact.Share is { } share ? decimal.Round((decimal)share, Decimals) : null);
            to.Number("turnsAt", fact.Turns);
        });
        to.List("steps", decision.Steps, step =>
        {
            to.Day("by", step.Day);
            to.WriteString("step", Fields.Word(step.Step));
            to.Message("textData", "text", StepWords.Of(result, decision, step.Step));
        });
        to.WriteEndObject();
    }

    private static string? Id(CaseStudy result, int? option) => option is { } at ? result.Options[at].Option.Id : null;

    private static void Price(Utf8JsonWriter to, CaseStudy result, WalkAway price)
    {
        to.WriteString("product", price.Product);
        to.WriteString("stay", Id(result, price.Stay));
        to.WriteString("leave", Id(result, price.Leave));
        to.WriteString("currency", price.Paid.Currency.Code);
        to.Message("unitData", "unit", StepWords.Unit(price));
        to.Number("paid", price.Paid.Amount);
        to.Number("atPoint", Rounded(price.AtPoint));
        to.Number("at50", Rounded(price.AtHalf));
        to.Number("at80", Rounded(price.Clear));
    }

    private static void By(Utf8JsonWriter to, CaseStudy result, DecisionStudy decision)
    {
        var by = decision.By;
        to.WriteStartObject("decideBy");
        to.Day("lastDay", by.LastDay);
        to.Day("contractEnds", by.Ends);
        to.Day("notice", by.Notice);
        to.WriteBoolean("noticePast", by.IsNoticePast);
        to.Day("beginMove", by.BeginMove);
        to.Number("moveMonths", by.MoveMonths);
        to.WriteBoolean("moveLate", by.IsMoveLate);
        to.Message("textData", "text", DecisionWords.Date(result, decision));
        to.WriteEndObject();
    }

    private static decimal? Rounded(Money? amount) => amount is { } known ? decimal.Round(known.Amount, Decimals) : null;
}
