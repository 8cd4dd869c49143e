using CostPlanner.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>
/// Looks a YAML text through, part by part and without building anything of it: what is nested too deeply, what unfolds to too much, what no text of a
/// person has, and what a scenario has no use for becomes findings with their row.
/// </summary>
/// <remarks>
/// The library builds a tree by recursion, and a stack that overflows cannot be caught; it unfolds aliases where it compares keys, which
/// never ends for ten lines of them; it takes a NUL for the end of the text. The parts themselves it reads without recursion.
/// </remarks>
internal sealed class YamlScan
{
    private const int DeepestNesting = 64;
    private const int MostNodes = 1_000_000;
    private const int MostTold = 20;
    private const string StandardTag = "tag:yaml.org,2002:";

    private readonly string file;
    private readonly List<Finding> findings = [];
    private readonly Stack<Open> open = new();
    private readonly Dictionary<string, long?> sizes = new(StringComparer.Ordinal);
    private long nodes;
    private int documents;

    private YamlScan(string file) => this.file = file;

    /// <summary>What is wrong; empty for a text that the library may see.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Looks a text through. Throws <see cref="YamlException"/> where it is no YAML.</summary>
    public static YamlScan Of(string text, string file)
    {
        var scan = new YamlScan(file);
        scan.Characters(text);
        if (scan.findings.Count > 0)
        {
            return scan;
        }

        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        while (scan.findings.Count < MostTold && scan.Moves(parser))
        {
            if (!scan.Goes(parser.Current!))
            {
                break;
            }
        }

        if (scan.documents == 0 && scan.findings.Count == 0)
        {
            scan.Refuse(1, Message.Of("scenario.empty"));
        }

        return scan;
    }

    /// <summary>Goes to the next part. What the library throws where brackets are not closed says neither what nor where.</summary>
    private bool Moves(Parser parser)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception unsound) when (unsound is not YamlException)
        {
            return Refuse((parser.Current?.End ?? Mark.Empty).Line, Message.Of("scenario.unbalanced"), Message.Of("nothing-read"));
        }
    }

    /// <summary>Takes the next part; false where nothing behind it can be looked at safely.</summary>
    private bool Goes(ParsingEvent part) => part switch
    {
        DocumentStart => ++documents == 1 || Refuse(part.Start.Line, Message.Of("scenario.second-document")),
        MappingStart map => Enters(map, isMap: true),
        SequenceStart list => Enters(list, isMap: false),
        MappingEnd or SequenceEnd => Leaves(),
        Scalar text => IsText(text),
        AnchorAlias alias => Unfolds(alias),
        _ => true,
    };

    private bool Enters(NodeEvent part, bool isMap)
    {
        Node(part, isText: false);
        if (open.Count == DeepestNesting)
        {
            return Refuse(part.Start.Line, Message.Of("scenario.too-deep", ("most", DeepestNesting)));
        }

        open.Push(new Open(isMap, part.Anchor.IsEmpty ? null : part.Anchor.Value, nodes));
        if (!part.Anchor.IsEmpty)
        {
            sizes[part.Anchor.Value] = null;
        }

        nodes++;
        return true;
    }

    private bool Leaves()
    {
        var left = open.Pop();
        if (left.Anchor is { } anchor)
        {
            sizes[anchor] = nodes - left.Before;
        }

        return true;
    }

    private bool IsText(Scalar text)
    {
        Node(text, isText: true);
        nodes++;
        if (!text.Anchor.IsEmpty)
        {
            sizes[text.Anchor.Value] = 1;
        }

        if (Printable.IndexOfForbidden(text.Value) is >= 0 and var at)
        {
            Refuse(text.Start.Line, Message.Of("scenario.steering-character", ("character", Printable.NameOf(text.Value[at]))));
        }

        return true;
    }

    private bool Unfolds(AnchorAlias alias)
    {
        var name = alias.Value.Value;
        Node(alias, isText: false);
        if (!sizes.TryGetValue(name, out var size))
        {
            // What YAML takes a name like *-db for.
            return Refuse(alias.Start.Line, Message.Of("scenario.alias-of-nothing", ("name", name)));
        }

        if (size is not { } counted)
        {
            return Refuse(alias.Start.Line, Message.Of("scenario.alias-of-itself", ("name", name)));
        }

        nodes += counted;
        return nodes <= MostNodes || Refuse(alias.Start.Line, Message.Of("scenario.aliases-too-many", ("most", MostNodes)));
    }

    /// <summary>A value or a key, where keys and values take turns: a key has to be a text.</summary>
    private void Node(ParsingEvent part, bool isText)
    {
        if (part is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag } && !tag.Value.StartsWith(StandardTag, StringComparison.Ordinal))
        {
            Refuse(part.Start.Line, Message.Of("scenario.tag", ("tag", tag.Value)));
        }

        if (open.TryPeek(out var around) && around.IsMap)
        {
            around.AtValue = !around.AtValue;
            if (around.AtValue && !isText && findings.LastOrDefault()?.Place.Row != part.Start.Line)
            {
                findings.Add(new Finding(
                    Severity.Error,
                    "bad-key",
                    Message.Of("bad-key"),
                    Row(part.Start.Line),
                    Message.Of("nothing-read"),
                    Message.Of("bad-key.mend")));
            }
        }
    }

    private void Characters(string text)
    {
        if (Printable.IndexOfForbidden(text) is >= 0 and var at)
        {
            Refuse(text.AsSpan(0, at).Count('\n') + 1, Message.Of("scenario.forbidden-character", ("character", Printable.NameOf(text[at]))));
        }
    }

    private bool Refuse(long row, Message why, Message? done = null)
    {
        findings.Add(NotAScenario.Of(Row(row), why, done));
        return false;
    }

    private SourcePlace Row(long row) => new(file, null, (int)row);

    /// <summary>A list, or keys and values, whose end has not come yet.</summary>
    private sealed class Open(bool isMap, string? anchor, long before)
    {
        public bool IsMap { get; } = isMap;

        public string? Anchor { get; } = anchor;

        public long Before { get; } = before;

        /// <summary>Whether the last node was a key.</summary>
        public bool AtValue { get; set; }
    }
}
