using System.Collections.Immutable;
using CostPlanner.Reporting.Pages.WhatIf;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>Cases side by side as JSON.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class CasesJson
{
    /// <summary>The name and version of the format.</summary>
    public const string Schema = "costplanner/whatif/1";

    /// <summary>The cases as text, the first is what the others are measured against.</summary>
    public static string Render(ImmutableArray<ComparedCase> cases) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("schema", Schema);
        to.List("cases", cases, each =>
        {
            to.WriteString("name", each.Name);
            to.WriteString("title", each.Title);
            to.Day("asOf", each.AsOf);
            to.WriteString("currency", each.Currency.Code);
            to.List("set", each.Set, value =>
            {
                to.WriteString("key", value.Key);
                to.WriteString("value", value.Value);
            });
            to.List("figures", ComparedFigure.Of(cases[0], each), figure =>
            {
                to.WriteString("option", figure.Option);
                to.WriteString("name", figure.OptionName);
                to.WriteString("measure", figure.Measure.Name);
                to.Message("unitData", "unit", figure.Measure.Unit.Words);
                to.Number("value", figure.Second);
                to.Number("first", figure.First);
                to.WriteBoolean("valueAtLeast", figure.SecondIsAtLeast);
                to.WriteBoolean("firstAtLeast", figure.FirstIsAtLeast);
                to.Number("difference", figure.Difference);
                to.WriteBoolean("differs", figure.Differs);
            });
        });
        to.WriteEndObject();
    });
}
