using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>--mask-names of one command: from the first word to the last nothing leaves the program but through here.</summary>
internal sealed class NameMasking
{
    private const string Header = "kind,vcenter,id,name,ordinal,searched";

    private static string Withheld => Words.Of("commands.name-masking.withheld");

    private readonly Terminal terminal;
    private readonly string? keyFile;
    private readonly ImmutableArray<string> outputs;
    private NameKey? key;
    private MaskedInputs? masked;
    private MaskedKeys? keys;

    private NameMasking(Terminal terminal, string? keyFile, ImmutableArray<string> outputs) =>
        (this.terminal, this.keyFile, this.outputs) = (terminal, keyFile, outputs);

    /// <summary>Whether names are masked.</summary>
    public bool IsAsked => keyFile is not null;

    /// <summary>What every text passes on its way out; null where no names are masked.</summary>
    public Func<string, string>? Hide => key is { } known ? known.Hidden : null;

    /// <summary>No masking.</summary>
    public static NameMasking None(Terminal terminal) => new(terminal, null, []);

    /// <summary>Does a command's work with names masked where a file for the key is given; until the names are known nothing that was read is told.</summary>
    /// <param name="terminal">Where the command writes.</param>
    /// <param name="keyFile">The file for the key; null for no masking.</param>
    /// <param name="outputs">The files that the command is asked to write, as far as they are known; null for none.</param>
    /// <param name="work">The command.</param>
    public static int Run(Terminal terminal, string? keyFile, IEnumerable<string?> outputs, Func<NameMasking, int> work)
    {
        var masking = new NameMasking(terminal, keyFile, [.. outputs.Where(file => !string.IsNullOrWhiteSpace(file)).OfType<string>()]);
        if (keyFile is null)
        {
            return work(masking);
        }

        if ((masking.WhyNoKey() ?? masking.WhyNotThere()) is { } why)
        {
            terminal.Error.WriteLine($"error: --mask-names: {why}");
            return ExitCode.YourInput;
        }

        terminal.Hide(_ => Withheld);
        return work(masking);
    }

    /// <summary>What was wrong with an input that gave nothing: with names masked the codes and rows alone.</summary>
    public void Refuse(IEnumerable<Finding> findings)
    {
        if (keyFile is null || key is not null)
        {
            terminal.Write(findings);
            return;
        }

        terminal.Hide(null);
        foreach (var finding in findings.OrderByDescending(finding => finding.Severity))
        {
            var row = finding.Place.Row is { } number ? Words.Of("commands.name-masking.row", ("number", number)) : "";
            terminal.Error.WriteLine($"{(finding.Severity == Severity.Error ? "error" : "warning")}: {finding.Code}{row}");
        }

        terminal.Error.WriteLine($"error: {Withheld}");
        terminal.Hide(_ => Withheld);
    }

    /// <summary>Refuses what is asked, in words in which nothing stands that was given or read.</summary>
    public int Refuse(string words)
    {
        if (IsAsked && key is null)
        {
            terminal.Hide(null);
        }

        terminal.Error.WriteLine($"error: {words}");
        return ExitCode.YourInput;
    }

    /// <summary>The case without names, after its key was written; null where a file that is asked for is itself called by a name, which is told.</summary>
    /// <param name="inputs">The case.</param>
    /// <param name="data">The data folder, whose words are the program's own.</param>
    /// <param name="keysGiven">The keys that the user gives, with their values.</param>
    /// <param name="others">The estate on other days.</param>
    public CaseInputs? Of(CaseInputs inputs, string data, ImmutableArray<string> keysGiven, ImmutableArray<Inventory> others)
    {
        if (Learnt([inputs.Inventory, .. others], data) is not { } known)
        {
            return inputs;
        }

        if (outputs.Any(file => key!.FoundIn(Path.GetFileName(file)).Count > 0))
        {
            terminal.Error.WriteLine(Words.Of("commands.name-masking.error-mask-names"));
            return null;
        }

        keys = new MaskedKeys(inputs, known);
        return keys.Of(known.Of(inputs, others, MaskedKeys.Copied(inputs, keysGiven)));
    }

    /// <summary>The estate on several days without names, where they are known.</summary>
    public SnapshotSeries Of(SnapshotSeries snapshots) => masked?.Of(snapshots) ?? snapshots;

    /// <summary>A key with its value or range as the masked case has it.</summary>
    public string Setting(string text) => keys?.Setting(text) ?? text;

    /// <summary>A key with the values of a sweep as the masked case has it.</summary>
    public string Axis(string text) => keys?.Axis(text) ?? text;

    /// <summary>Writes those files that are asked for, none before all were searched for names.</summary>
    public void Write(params IEnumerable<(string? File, Func<string> Text)> files)
    {
        var hide = Hide ?? (text => text);
        var texts = files.Where(each => !string.IsNullOrWhiteSpace(each.File)).Select(each => (File: each.File!, Text: hide(each.Text()))).ToList();
        foreach (var (file, text) in texts)
        {
            AtomicFile.Write(file, text);
        }
    }

    /// <summary>Inventories without names, after their key was written.</summary>
    public Func<Inventory, Inventory> Of(ImmutableArray<Inventory> inventories, string data) =>
        Learnt(inventories, data) is { } known ? known.Of : inventory => inventory;

    /// <summary>Findings without names, where the names are known.</summary>
    public ImmutableArray<Finding> Of(ImmutableArray<Finding> findings) => masked?.Of(findings) ?? findings;

    private MaskedInputs? Learnt(ImmutableArray<Inventory> inventories, string data)
    {
        if (keyFile is null)
        {
            return null;
        }

        var own = $"{OwnWords.Text(data)}\n{string.Join('\n', NameKind.All)}";
        var known = EstateNames.Of(inventories, own, Html, Json, Printable.OnOneLine);
        AtomicFile.WritePrivate(keyFile, string.Join('\n', known.Names.Select(Row).Prepend(Header).Append("")));
        key = known;
        terminal.Hide(known.Hidden);
        var searched = known.Names.Count(name => name.IsSearched);
        terminal.Error.WriteLine(Words.Of("commands.name-masking.learnt", ("names", known.Names.Length), ("names-2", known.Names.Length - searched)));
        return masked = new MaskedInputs(known, own);
    }

    /// <summary>Why the file can not be the key's, or null.</summary>
    private string? WhyNoKey() => 0 switch
    {
        _ when string.IsNullOrWhiteSpace(keyFile) => Words.Of("commands.name-masking.why-no-key"),
        _ when AtomicFile.IsDevice(keyFile) => Words.Of("commands.name-masking.why-no-key-the-key-goes"),
        _ when Directory.Exists(keyFile) => Words.Of("commands.name-masking.why-no-key-the-key-goes-to-a-file"),
        _ when File.Exists(keyFile) && File.ReadLines(keyFile).FirstOrDefault() != Header => Words.Of("commands.name-masking.why-no-key-the-file-is"),
        _ => null,
    };

    /// <summary>Why the key may not lie there, or null.</summary>
    private string? WhyNotThere()
    {
        var lies = Real(keyFile!);
        var ends = outputs.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))).OfType<string>()
            .Select(folder => Path.TrimEndingDirectorySeparator(Real(folder)) + Path.DirectorySeparatorChar);
        return ends.Any(folder => lies.StartsWith(folder, StringComparison.OrdinalIgnoreCase))
            ? Words.Of("commands.name-masking.why-not-there")
            : null;
    }

    /// <summary>A path without links.</summary>
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var at = Path.GetPathRoot(full)!;
        foreach (var part in full[at.Length..].Split(Path.DirectorySeparatorChar))
        {
            at = Path.Combine(at, part);
            at = Directory.Exists(at) && Directory.ResolveLinkTarget(at, returnFinalTarget: true) is { } target ? target.FullName : at;
        }

        return at;
    }

    private static string Row(MaskedName name) =>
        string.Join(',', new[] { name.Kind, name.VCenter ?? "", name.Id, name.Original, name.Ordinal, name.IsSearched ? "yes" : "no" }.Select(Quoted));

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Html(string name) => name
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    private static string Json(string name) => JsonEncodedText.Encode(name, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();
}
