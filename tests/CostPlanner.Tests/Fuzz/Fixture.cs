using System.Text;
using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Fuzz;

/// <summary>What is known of a file's inside, and so which mutations go deeper than its bytes.</summary>
internal enum Inside
{
    /// <summary>Nothing but bytes.</summary>
    Bytes,

    /// <summary>Lines of text: CSV, YAML, JSON.</summary>
    Text,

    /// <summary>Sheets of a workbook.</summary>
    Sheets,
}

/// <summary>A sound input and the command that reads it: what mutations start from.</summary>
/// <param name="Name">Its name in a failure.</param>
/// <param name="File">The file that is mutated, below the folder of the run.</param>
/// <param name="Inside">What is known of its inside.</param>
/// <param name="Arguments">The command line; FOLDER stands for the folder of the run.</param>
internal sealed record Fixture(string Name, string File, Inside Inside, params string[] Arguments)
{
    /// <summary>What the file holds.</summary>
    public byte[] Content { get; init; } = [];

    /// <summary>Its sheets, where it is a workbook.</summary>
    public IReadOnlyList<Sheet> Sheets { get; init; } = [];

    /// <summary>Files beside it that stay as they are.</summary>
    public IReadOnlyDictionary<string, byte[]> Beside { get; init; } = new Dictionary<string, byte[]>();

    /// <summary>A fixture of text.</summary>
    public static Fixture OfText(string name, string file, string text, params string[] arguments) =>
        new(name, file, Inside.Text, arguments) { Content = Encoding.UTF8.GetBytes(text) };

    /// <summary>A fixture of a workbook.</summary>
    public static Fixture OfSheets(string name, IReadOnlyList<Sheet> sheets, params string[] arguments) =>
        new(name, "estate.xlsx", Inside.Sheets, arguments) { Sheets = sheets, Content = Bytes(sheets) };

    /// <summary>The workbook of those sheets.</summary>
    public static byte[] Bytes(IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, sheets);
        return stream.ToArray();
    }
}
