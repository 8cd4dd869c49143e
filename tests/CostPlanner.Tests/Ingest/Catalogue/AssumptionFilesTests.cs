using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;

namespace CostPlanner.Tests.Ingest.Catalogue;

public sealed class AssumptionFilesTests
{
    private const string File = "assumptions/all.csv";

    [Fact]
    public void The_committed_assumptions_are_those_that_the_program_asks_for()
    {
        var reading = AssumptionFiles.Read(DataFolder.Committed);
        Assert.Empty(reading.Findings);
        Assert.Equal(KnownAssumptions.All.Select(key => key.Id).Order(StringComparer.Ordinal), reading.Value!.All.Select(assumption => assumption.Id));
    }

    [Theory]
    [InlineData(AssumptionIds.Electricity, "EUR")]
    [InlineData(AssumptionIds.RackUnit, "EUR")]
    [InlineData(AssumptionIds.ExistingHostMaintenance, "USD")]
    [InlineData(AssumptionIds.AdminCost, "EUR")]
    [InlineData(AssumptionIds.MigrationPerVm, "USD")]
    [InlineData(AssumptionIds.MigrationLumpSum, "USD")]
    [InlineData(AssumptionIds.TrainingHour, "USD")]
    public void An_amount_of_money_has_its_currency(string id, string currency) =>
        Assert.Equal(new Currency(currency), AssumptionFiles.Read(DataFolder.Committed).Value![id].Currency);

    [Fact]
    public void No_other_assumption_is_money() =>
        Assert.Equal(7, AssumptionFiles.Read(DataFolder.Committed).Value!.All.Count(assumption => assumption.Currency is not null));

    [Fact]
    public void The_share_of_QEMU_is_exactly_one_in_512() =>
        Assert.Equal(1m / 512, AssumptionFiles.Read(DataFolder.Committed).Value!.Of(AssumptionIds.QemuOverheadShare));

    [Fact]
    public void The_ratio_of_vCPUs_runs_from_3_over_4_to_6()
    {
        var ratio = AssumptionFiles.Read(DataFolder.Committed).Value![AssumptionIds.CpuOvercommit];
        Assert.Equal((3, 4, 6), (ratio.Low, ratio.Likely, ratio.High));
    }

    [Theory]
    [InlineData("id", "peu", "assumption-unknown")]
    [InlineData("id", "", "csv-blank")]
    [InlineData("unit", "", "csv-blank")]
    [InlineData("unit", "percent", "csv-word")]
    [InlineData("low", "1.7", "csv-range")]
    [InlineData("high", "1.5", "csv-range")]
    [InlineData("likely", "one", "csv-number")]
    [InlineData("grade", "", "csv-blank")]
    public void A_bad_field_is_an_error_in_the_row(string column, string value, string code)
    {
        using var data = new DataFolder().With(File, PlantedRow.Assumption.Header, PlantedRow.Assumption.With(column, value).Line);
        var reading = AssumptionFiles.Read(data.Root);
        var finding = Assert.Single(reading.Findings, finding => finding.Code != "assumption-missing");
        Assert.Equal((code, File, 2), (finding.Code, finding.Place.File, finding.Place.Row));
        Assert.Null(reading.Value);
    }

    [Fact]
    public void Each_missing_assumption_is_named()
    {
        using var data = new DataFolder().With(File, PlantedRow.Assumption.Header, PlantedRow.Assumption.Line);
        var missing = AssumptionFiles.Read(data.Root).Findings;
        Assert.Equal(KnownAssumptions.All.Length - 1, missing.Length);
        Assert.Contains(missing, finding => finding.Message.Contains("\"cpu-overcommit\"", StringComparison.Ordinal));
        Assert.DoesNotContain(missing, finding => finding.Message.Contains("\"pue\"", StringComparison.Ordinal));
    }

    [Fact]
    public void An_assumption_given_twice_is_an_error_also_across_files()
    {
        using var data = new DataFolder()
            .With("assumptions/a.csv", PlantedRow.Assumption.Header, PlantedRow.Assumption.Line)
            .With("assumptions/b.csv", PlantedRow.Assumption.Header, PlantedRow.Assumption.Line);
        var finding = Assert.Single(AssumptionFiles.Read(data.Root).Findings, finding => finding.Code == "csv-twice");
        Assert.Equal(new SourcePlace("assumptions/b.csv", Row: 2, Column: "id"), finding.Place);
    }

    [Fact]
    public void A_missing_folder_is_one_error_and_not_forty()
    {
        using var data = new DataFolder();
        Assert.Equal("csv-missing", Assert.Single(AssumptionFiles.Read(data.Root).Findings).Code);
    }
}
