using System.Text;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Files;

/// <summary>What is true of every CSV file, tried on the smallest of them: the exchange rates.</summary>
public sealed class DataFileTests
{
    private const string File = "prices/exchange-rates.csv";

    [Fact]
    public void A_missing_folder_is_an_error_that_names_the_file()
    {
        using var data = new DataFolder();
        Assert.Equal(("csv-missing", new SourcePlace(File)), OnlyError(data));
    }

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_an_error()
    {
        using var data = new DataFolder().With(File + "/inside", "x");
        Assert.Equal(("csv-unreadable", new SourcePlace(File)), OnlyError(data));
    }

    [Fact]
    public void An_empty_file_is_an_error()
    {
        using var data = new DataFolder().With(File, "");
        Assert.Equal(("csv-empty", new SourcePlace(File)), OnlyError(data));
    }

    [Fact]
    public void A_file_of_blank_lines_is_an_empty_file()
    {
        using var data = new DataFolder().With(File, "", " , ,", "");
        Assert.Equal(("csv-empty", new SourcePlace(File)), OnlyError(data));
    }

    [Fact]
    public void A_header_alone_is_a_table_without_rows()
    {
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header);
        Assert.Empty(Value(data).All);
    }

    [Fact]
    public void A_file_in_another_encoding_is_an_error()
    {
        using var data = new DataFolder().With(File, Encoding.Latin1.GetBytes(PlantedRow.Rate.Header + "\nZürich"));
        Assert.Equal(("csv-encoding", new SourcePlace(File)), OnlyError(data));
    }

    [Fact]
    public void A_byte_order_mark_is_not_part_of_the_first_column()
    {
        using var data = new DataFolder().With(File, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(PlantedRow.Rate.Header + "\r\n" + PlantedRow.Rate.Line + "\r\n")]);
        Assert.Single(Value(data).All);
    }

    [Fact]
    public void Every_missing_column_is_named()
    {
        using var data = new DataFolder().With(File, "date,currency,source,source_date");
        Assert.Equal(
            [("csv-column", new SourcePlace(File, Row: 1, Column: "per_euro")), ("csv-column", new SourcePlace(File, Row: 1, Column: "grade"))],
            Errors(data));
    }

    [Fact]
    public void A_column_that_is_there_twice_is_an_error()
    {
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header + ",date", PlantedRow.Rate.Line + ",2020-01-01");
        Assert.Equal(("csv-column", new SourcePlace(File, Row: 1, Column: "date")), OnlyError(data));
    }

    [Fact]
    public void A_further_column_is_not_looked_at()
    {
        using var data = new DataFolder().With(File, "mine," + PlantedRow.Rate.Header, "anything," + PlantedRow.Rate.Line);
        Assert.Single(Value(data).All);
    }

    [Theory]
    [InlineData(",1")]
    [InlineData("")]
    public void A_row_of_another_width_is_an_error_in_its_row(string more)
    {
        var line = more.Length > 0 ? PlantedRow.Rate.Line + more : PlantedRow.Rate.Line[..PlantedRow.Rate.Line.LastIndexOf(',')];
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header, line);
        Assert.Equal(("csv-width", new SourcePlace(File, Row: 2)), OnlyError(data));
    }

    [Theory]
    [InlineData("the \"ECB\"")]
    [InlineData("\"ECB\" of today")]
    [InlineData("\"ECB")]
    public void Quotation_marks_in_wrong_places_are_an_error(string source)
    {
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header, PlantedRow.Rate.With("source", source).Line);
        Assert.Equal(("csv-quotes", new SourcePlace(File, Row: 2)), OnlyError(data));
    }

    [Fact]
    public void Quoted_commas_quotation_marks_and_line_breaks_are_text()
    {
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header, PlantedRow.Rate.With("source", "\"the \"\"ECB\"\", its\npage\"").Line);
        Assert.Equal("the \"ECB\", its\npage", Value(data).All.Single().Provenance.Source);
    }

    [Fact]
    public void Rows_are_counted_as_a_spreadsheet_does_and_blank_ones_left_out()
    {
        // Row 1 is the header, row 2 the first rate, row 3 blank, row 4 the second rate.
        using var data = new DataFolder().With(File, PlantedRow.Rate.Header, PlantedRow.Rate.Line, "", PlantedRow.Rate.With("date", "2014-01-02").Line);
        Assert.Equal(["prices/exchange-rates.csv, row 4", "prices/exchange-rates.csv, row 2"], Value(data).All.Select(rate => rate.Provenance.Row));
    }

    [Fact]
    public void All_bad_fields_of_all_rows_are_found_at_once()
    {
        using var data = new DataFolder().With(
            File, PlantedRow.Rate.Header, PlantedRow.Rate.With("date", "soon").With("per_euro", "much").Line, PlantedRow.Rate.With("grade", "Z").Line);
        Assert.Equal(
            [new SourcePlace(File, Row: 2, Column: "date"), new SourcePlace(File, Row: 2, Column: "per_euro"), new SourcePlace(File, Row: 3, Column: "grade")],
            Errors(data).Select(error => error.Place));
    }

    private static ExchangeRates Value(DataFolder data)
    {
        var reading = ExchangeRateFile.Read(data.Root);
        Assert.Empty(reading.Findings);
        return Assert.IsType<ExchangeRates>(reading.Value);
    }

    private static (string Code, SourcePlace Place) OnlyError(DataFolder data) => Assert.Single(Errors(data));

    private static List<(string Code, SourcePlace Place)> Errors(DataFolder data)
    {
        var reading = ExchangeRateFile.Read(data.Root);
        Assert.Null(reading.Value);
        Assert.All(reading.Findings, finding => Assert.Equal(Severity.Error, finding.Severity));
        Assert.All(reading.Findings, finding => Assert.False(string.IsNullOrEmpty(finding.Mend.Words())));
        return [.. reading.Findings.Select(finding => (finding.Code, finding.Place))];
    }
}
