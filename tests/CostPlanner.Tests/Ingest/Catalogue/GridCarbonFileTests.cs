using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class GridCarbonFileTests
{
    private const string File = "prices/grid-carbon.csv";

    [Fact]
    public void The_committed_factors_are_fifteen_years_of_nineteen_places()
    {
        var reading = GridCarbonFile.Read(DataFolder.Committed);
        Assert.Empty(reading.Findings);
        Assert.Equal(285, reading.Value!.All.Length);
        Assert.Equal(19, reading.Value.Places.Length);
        Assert.Contains(GridCarbon.DefaultPlace, reading.Value.Places);
        Assert.All(reading.Value.All.GroupBy(factor => factor.Place), place => Assert.Equal(Enumerable.Range(2010, 15), place.Select(factor => factor.Year).Order()));
    }

    // Ember through Our World in Data, as the reference table prints them.
    [Theory]
    [InlineData("EU", 2013, "357.2")]
    [InlineData("EU", 2024, "213.3")]
    [InlineData("Poland", 2010, "893.1")]
    [InlineData("World", 2024, "473.0")]
    public void A_committed_factor_is_the_one_of_its_source(string place, int year, string grams)
    {
        var factor = GridCarbonFile.Read(DataFolder.Committed).Value!.Find(place, new DateOnly(year, 7, 1))!;
        Assert.Equal(grams, factor.Intensity.GramsPerKilowattHour.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((year, "production, lifecycle", Grade.B), (factor.Year, factor.Basis, factor.Provenance.Grade));
    }

    [Theory]
    [InlineData("place", "", "csv-blank")]
    [InlineData("year", "2013.5", "csv-number")]
    [InlineData("year", "13", "csv-range")]
    [InlineData("year", "", "csv-blank")]
    [InlineData("g_per_kwh", "-1", "csv-range")]
    [InlineData("g_per_kwh", "0.2 kg", "csv-number")]
    [InlineData("basis", "", "csv-blank")]
    [InlineData("grade", "b", "csv-word")]
    [InlineData("source_date", "", "csv-blank")]
    public void A_bad_field_is_an_error_in_its_column(string column, string value, string code)
    {
        using var data = new DataFolder().With(File, PlantedRow.Grid.Header, PlantedRow.Grid.With(column, value).Line);
        var reading = GridCarbonFile.Read(data.Root);
        var finding = Assert.Single(reading.Findings);
        Assert.Equal((code, new SourcePlace(File, Row: 2, Column: column)), (finding.Code, finding.Place));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void A_factor_given_twice_for_a_year_is_an_error_in_the_second_row()
    {
        using var data = new DataFolder().With(File, PlantedRow.Grid.Header, PlantedRow.Grid.Line, PlantedRow.Grid.With("g_per_kwh", "1").Line);
        var finding = Assert.Single(GridCarbonFile.Read(data.Root).Findings);
        Assert.Equal(("csv-twice", 3), (finding.Code, finding.Place.Row));
    }

    [Fact]
    public void A_missing_file_is_an_error_and_no_empty_table()
    {
        using var data = new DataFolder();
        var reading = GridCarbonFile.Read(data.Root);
        Assert.Equal("csv-missing", Assert.Single(reading.Findings).Code);
        Assert.Null(reading.Value);
    }

    [Fact]
    public void It_is_no_file_of_prices() => Assert.Empty(PriceFiles.Read(DataFolder.Committed).Findings);
}
