using System.Text.Json;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Reporting.Json.Result;

/// <summary>The electricity of an option and its CO2e.</summary>
internal static class FootprintJson
{
    public static void Write(Utf8JsonWriter to, Footprint footprint)
    {
        to.WriteStartObject("energy");
        to.Number("kWh", footprint.Used.KilowattHours);
        to.Number("kWhPerMonth", footprint.PerMonth.KilowattHours);
        to.Number("co2eKg", footprint.Carbon?.Kilograms);
        if (footprint.Grid is { } grid)
        {
            to.WriteStartObject("grid");
            to.WriteString("place", grid.Place);
            to.WriteNumber("year", grid.Year);
            to.Number("gPerKWh", grid.Intensity.GramsPerKilowattHour);
            to.WriteString("basis", grid.Basis);
            to.Source("source", grid.Provenance);
            to.WriteEndObject();
        }
        else
        {
            to.WriteNull("grid");
        }

        to.Message("whyNoCo2eData", "whyNoCo2e", footprint.WhyNoCarbon);
        to.WriteEndObject();
    }
}
