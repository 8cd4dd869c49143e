using CostPlanner.Ingest.Inventories;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Inventories;

/// <summary>What the guides say of formats is what the one list of formats says.</summary>
public sealed class InventoryFormatsTests
{
    [Fact]
    public void The_guide_lists_the_formats_that_are_read_and_no_other()
    {
        var guide = GuideText.Named("scenario").Text;
        const string header = "| Format | Files | Recognized by | How to export it |\n| --- | --- | --- | --- |\n";
        var start = guide.IndexOf(header, StringComparison.Ordinal) + header.Length;
        Assert.Equal(
            InventoryFormats.All.Select(format => $"| {format.Name} | {format.Files.Words()} | {format.KnownBy.Words()} | {format.Export.Words()} |"),
            guide[start..guide.IndexOf("\n\n", start, StringComparison.Ordinal)].Split('\n'));
    }

    [Fact]
    public void The_README_names_every_format_that_has_workbooks()
    {
        Assert.Contains($"({InventoryFormats.OfWorkbooks.Words()})", GuideText.Readme.Text, StringComparison.Ordinal);
        Assert.All(
            InventoryFormats.All.Where(format => format.Workbook is not null),
            format => Assert.Contains(format.Name, GuideText.Readme.Text.Split("## Limits")[1], StringComparison.Ordinal));
    }

    [Fact]
    public void Every_format_says_how_a_whole_file_is_got_again() => Assert.Equal(
        [
            "Export again with RVTools (File, Export all to Excel), all sheets, without renaming any.",
            "Export the project again from Live Optics as Excel, the workbook that ends in _VMWARE, without renaming a sheet.",
            "Export again from Nutanix Collector as Excel, all sheets, without renaming any.",
            "See \"costplanner guide scenario\" for the columns of vms.csv and hosts.csv.",
            "Download the traces; one file for each VM",
        ],
        InventoryFormats.All.Select(format => format.ExportAgain.Words()));

    [Fact]
    public void Every_format_can_be_handed_in_somehow() => Assert.All(
        InventoryFormats.All, format => Assert.True(format.Workbook is not null || format.Text is not null || format.Folder is not null, format.Name));

    // Which of several formats an archive of CSV files is would have to be asked, and nothing asks yet.
    [Fact]
    public void One_format_alone_is_read_from_archives_of_tables() => Assert.Single(InventoryFormats.All, format => format.Archive is not null);
}
