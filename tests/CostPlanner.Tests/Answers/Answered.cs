using System.Text.Json;
using CostPlanner.Tests.Cli;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>What the program answers to an inventory as a user asks it: <c>new</c>, then <c>case</c> on the scenario that it wrote.</summary>
internal sealed record Answered(Run New, Run Case, string Scenario, JsonElement Result)
{
    /// <summary>The day of every such question: prices and rates are those of then.</summary>
    public const string AsOf = "2026-11-30";

    /// <summary>The report as a page; empty where none was written.</summary>
    public string Page { get; init; } = "";

    /// <summary>Asks about a workbook of those sheets.</summary>
    public static Answered Of(params IReadOnlyList<Sheet> sheets)
    {
        using var folder = new TemporaryFolder();
        using (var stream = File.Create(folder.At("estate.xlsx")))
        {
            WorkbookWriter.Write(stream, sheets);
        }

        return Of(folder, folder.At("estate.xlsx"));
    }

    /// <summary>Asks about an inventory on disk.</summary>
    /// <param name="folder">Where the scenario and the report go.</param>
    /// <param name="inventory">The file or folder.</param>
    /// <param name="edit">What is changed in the scenario between the two commands.</param>
    public static Answered Of(TemporaryFolder folder, string inventory, Func<string, string>? edit = null)
    {
        var made = Run.Of("new", folder.At("mine"), "--inventory", inventory, "--as-of", AsOf);
        Assert.True(made.ExitCode == 0, made.Error);
        var scenario = Assert.Single(Directory.GetFiles(folder.At("mine"), "*.yaml"));
        if (edit is not null)
        {
            File.WriteAllText(scenario, edit(File.ReadAllText(scenario)));
        }

        // No PDF: the figures are asked for, and a browser takes longer than all the rest.
        var ran = Run.Of("case", scenario, "--out", folder.At("out"), "--browser", folder.At("no-such-browser"), "--json", "--trials", "0");
        using var result = JsonDocument.Parse(ran.Out);
        var page = folder.At(Path.Combine("out", "report.html"));
        return new Answered(made, ran, File.ReadAllText(scenario), result.RootElement.Clone()) { Page = File.Exists(page) ? File.ReadAllText(page) : "" };
    }

    /// <summary>The codes of all findings of the case.</summary>
    public IEnumerable<string> Codes => Result.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("code").GetString()!);

    /// <summary>How many hosts an option runs, all clusters together.</summary>
    public int Hosts(string option = "vvf") => Option(option).GetProperty("hosts").GetProperty("used").GetInt32();

    /// <summary>How many of them are bought.</summary>
    public int Bought(string option = "vvf") => Option(option).GetProperty("hosts").GetProperty("bought").GetInt32();

    /// <summary>The total of an option over the horizon.</summary>
    public decimal Total(string option = "vvf") => Option(option).GetProperty("total").GetDecimal();

    /// <summary>An option of the result.</summary>
    public JsonElement Option(string id) => Result.GetProperty("options").EnumerateArray().Single(option => option.GetProperty("id").GetString() == id);
}
