using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CostPlanner.Tests.Architecture;

/// <summary>Words are data: the stages say what there is to say as ids and values, and the files of Reporting/Text have a pattern for each.</summary>
[Slow]
public sealed partial class WordsAreDataTests
{
    /// <summary>What makes a message, and what says one in the report.</summary>
    private static readonly string[] Makers = [Message, "CostPlanner.Reporting.Text.Words"];

    private const string Message = "CostPlanner.Model.Message";

    /// <summary>The folders whose sentences have moved to Reporting/Text. The list grows until it holds all but Reporting.</summary>
    private static readonly string[] Done =
    [
        "src/CostPlanner/Benchmarking/",
        "src/CostPlanner/BusinessCase.cs",
        "src/CostPlanner/Cases/",
        "src/CostPlanner/Demand/",
        "src/CostPlanner/Ingest/Catalogue/",
        "src/CostPlanner/Ingest/Files/",
        "src/CostPlanner/Ingest/Instances/",
        "src/CostPlanner/Ingest/Inventories/",
        "src/CostPlanner/Ingest/Measurements/",
        "src/CostPlanner/Ingest/Scenarios/",
        "src/CostPlanner/Ingest/Tables/",
        "src/CostPlanner/Ingest/Usage/",
        "src/CostPlanner/Model/",
        "src/CostPlanner/Placement/",
        "src/CostPlanner/Pricing/",
        "src/CostPlanner/Reporting/Chapters/",
        "src/CostPlanner/Reporting/Document/",
        "src/CostPlanner/Reporting/Html/Charts/",
        "src/CostPlanner/Reporting/Pages/",
        "src/CostPlanner/Simulation/",
        "src/CostPlanner/Studies/",
    ];

    /// <summary>
    /// Texts that are no sentences. Units of assumptions are compared with those of the data; the note of a measured value is a comment of a scenario that is written
    /// and read again.
    /// </summary>
    private static readonly string[] Formats = ["src/CostPlanner/Model/Assumptions/KnownAssumptions.cs", "src/CostPlanner/Model/Assumptions/MeasuredNote.cs"];

    /// <summary>The packing engine, whose bound is told by the command pack alone, and the check of a plan, whose words end in an exception of our own mistake.</summary>
    private static readonly string[] NotDone =
    [
        "src/CostPlanner/Placement/VectorPacking/", "src/CostPlanner/Placement/PlacementCheck.cs",
    ];

    /// <summary>
    /// By what results call pools without a cluster or a site, hosts that are to be bought, copies of VMs, licensed systems, what has no name of its own, a vCenter
    /// known by its number alone, the rules of no cluster, and products: names, not sentences.
    /// </summary>
    private static readonly string[] Names =
    [
        "(whole estate)", "(no site)", "As today", "(no host)", " new ", " added ", " copy ", " copy *", "(no id)", "(host of today ", ", not known)", "Windows Server",
        "Red Hat Enterprise Linux", "vCenter ", " api", " API", "no cluster", "Live Optics", "Nutanix Collector", "RVTools ",
    ];

    /// <summary>Types made of headers and names of sheets, by which the files of others are recognised; findings name a column by its header.</summary>
    private static readonly string[] Headers = ["SheetColumn", "SheetLayout"];

    /// <summary>Classes of the words that files of others have, which are recognised and never said: headers, states, systems, days.</summary>
    private static readonly string[] InputWords = ["FieldNames", "ForeignFormat", "GuestFamilies", "GwaHeaders", "PowerWords"];

    /// <summary>Files of Benchmarking whose texts are read by programs, not by people.</summary>
    private static readonly string[] ForPrograms =
    [
        // The command line of QEMU and of the guest's kernel.
        "src/CostPlanner/Benchmarking/Guests/GuestLine.cs",

        // The recipe: lines that are hashed to the guest's key.
        "src/CostPlanner/Benchmarking/Images/GuestRecipe.cs",

        // The child that asks KVM: its answer to its parent is a line with a text, as what the kernel says is.
        "src/CostPlanner/Benchmarking/Probe/ProbeChild.cs",
        "src/CostPlanner/Benchmarking/Probe/ProbeGuest.cs",

        // The script for the other host's shell.
        "src/CostPlanner/Benchmarking/Remote/RemoteScript.cs",
    ];

    /// <summary>What Benchmarking reads in the output of the kernel and of tools, or writes for them: exactly these texts.</summary>
    private static readonly string[] OfOtherPrograms =
    [
        "- stressor:", "99th percentile:", "Call Trace:", "Kernel panic", "MiB transferred", "Not affected", "Out of memory", "The event queue is full",
        "[fs_types]\n  ext4 = {\n  }\n", "builtin ", "changing ownership", "cpu family", "events per second:", "host key", "host key verification failed",
        "model name", "nr_throttled ", "permission denied", "rcu_sched self-detected stall", "rdump / \"", "soft lockup", "some ", "total number of events:",
        "total time:",
    ];

    /// <summary>Units of measures and a fact's value as records and JSON have them, and places of findings that are no file.</summary>
    private static readonly string[] OfRecords =
    [
        "MiB per GiB", "MiB per vCPU", "share of a core", "vCPU per core", "1 and 2",
        "every program", "the C library", "the other host", "the recipe", "the tools", "this machine",
    ];

    [Fact]
    public void Every_message_has_words_for_its_values_and_no_others() => Violation.AssertNone(WithoutWords(Library.Real));

    [Fact]
    public void All_words_are_said_by_some_message()
    {
        var said = Messages(Library.Real).SelectMany(each => each.Ids).ToHashSet(StringComparer.Ordinal);
        Assert.Empty(Language.English.Words.Keys.Where(id => !said.Contains(id) && !LabelsTests.IsLabel(id) && !WordsOfCommandsTests.IsOfCommands(id)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Words_ask_only_for_forms_that_the_language_has() => Assert.Empty(
        from words in Language.English.Words
        from part in words.Value.Parts
        where part.Form is { } form && !Language.English.Forms.Knows(form)
        select $"{words.Key}: {part.Form}");

    [Fact]
    public void No_sentence_stands_in_a_stage_that_is_done() => Violation.AssertNone(SentencesIn(Library.Real));

    [Fact]
    public void No_message_is_written_into_a_text() => Violation.AssertNone(MessagesInTexts(Library.Real));

    [Fact]
    public void A_sentence_and_a_message_without_words_are_reported_with_file_and_line()
    {
        var sentences = Library.With(("src/CostPlanner/Demand/Planted.cs", """
            using CostPlanner.Model;

            namespace CostPlanner.Demand;

            internal static class Planted
            {
                public static string Said() => "no hosts"; // here
                public static string Told(int hosts) => $"{hosts} hosts"; // here
                public static string Raw() => @"many hosts"; // here
                public static string Key() => "vm-left-out";
                public static string Shown(string a, string b) => string.Join(", ", a, b);
                public static int Refused(int hosts) => hosts > 0 ? hosts : throw new ArgumentOutOfRangeException(nameof(hosts), "our own mistake");
            }
            """));
        Violation.AssertAt(sentences.Marked(), SentencesIn(sentences));

        var messages = Library.With(("src/CostPlanner/Ingest/Planted.cs", """
            using CostPlanner.Model;

            namespace CostPlanner.Ingest;

            internal static class Planted
            {
                public static Message None() => Message.Of("no-such-words"); // here
                public static Message Lacking() => Message.Of("vm-left-out", ("vm", "a"), ("vcpus", 1)); // here
                public static Message Idle() => Message.Of("vm-left-out.done", ("vm", "a")); // here
                public static Message Hidden(string id) => Message.Of(id); // here
                public static Message Fine() => Message.Of("vm-left-out.done");
            }
            """));
        Violation.AssertAt(messages.Marked(), WithoutWords(messages));
    }

    [Fact]
    public void A_message_in_a_text_is_reported_with_file_and_line()
    {
        var library = Library.With(("src/CostPlanner/Reporting/Planted.cs", """
            using CostPlanner.Model;
            using CostPlanner.Reporting.Text;

            namespace CostPlanner.Reporting;

            internal static class Planted
            {
                public static string Told(Message why) => $"not known: {why}"; // here
                public static string Added(Message? why) => "not known: " + why; // here
                public static string Said(Message why) => $"not known: {Sentences.Of(why)}";
            }
            """));
        Violation.AssertAt(library.Marked(), MessagesInTexts(library));
    }

    private static IEnumerable<Violation> WithoutWords(Library library) =>
        from message in Messages(library)
        from wrong in message.Ids.IsEmpty ? ["the id of a message is a literal"] : message.Ids.Select(id => WhyWrong(id, message.Names)).OfType<string>()
        select Violation.At(message.Call, wrong);

    private static string? WhyWrong(string id, ImmutableArray<string> names)
    {
        if (!Language.English.Words.TryGetValue(id, out var words))
        {
            return $"\"{id}\" has no words in Reporting/Text";
        }

        var wrong = words.Names.Except(names).Select(name => $"its words need {name}").Concat(names.Except(words.Names).Select(name => $"its words do not use {name}")).ToList();
        return wrong.Count == 0 ? null : $"\"{id}\": {string.Join(", ", wrong)}";
    }

    private static IEnumerable<(InvocationExpressionSyntax Call, ImmutableArray<string> Ids, ImmutableArray<string> Names)> Messages(Library library) =>
        from file in library.Files
        where file.Path != "src/CostPlanner/Reporting/Text/Words.cs"
        from call in file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        where call.Expression is MemberAccessExpressionSyntax { Name.Identifier.Text: "Of", Expression: IdentifierNameSyntax { Identifier.Text: "Message" or "Words" } }
        where file.Meaning.GetSymbolInfo(call).Symbol is IMethodSymbol method && Makers.Contains(method.ContainingType.ToDisplayString())
        let arguments = call.ArgumentList.Arguments
        select (
            call,
            arguments[0].Expression.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Select(each => Constant(file, each)).OfType<string>().Distinct().ToImmutableArray(),
            arguments.Skip(1).Select(each => each.Expression).OfType<TupleExpressionSyntax>().Select(each => Constant(file, each.Arguments[0].Expression)).OfType<string>().ToImmutableArray());

    private static string? Constant(LibraryFile file, ExpressionSyntax expression) => file.Meaning.GetConstantValue(expression).Value as string;

    /// <summary>Messages that become texts by <see cref="object.ToString"/>, which says an id where a user should read words.</summary>
    private static IEnumerable<Violation> MessagesInTexts(Library library) =>
        from file in library.Files
        where file.Path != "src/CostPlanner/Model/Findings/Message.cs"
        from node in file.Root.DescendantNodes()
        from part in node switch
        {
            InterpolationSyntax hole => [hole.Expression],
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => [sum.Left, sum.Right],
            _ => Array.Empty<ExpressionSyntax>(),
        }
        where file.Meaning.GetTypeInfo(part).Type is { } type && type.ToDisplayString() is Message or Message + "?"
        select Violation.At(part, $"{part} is a message: Sentences.Of has its words");

    /// <summary>Texts in which a blank stands between words, but for exceptions of our own mistakes.</summary>
    private static IEnumerable<Violation> SentencesIn(Library library) =>
        from file in library.Files
        where Done.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal)) && !NotDone.Any(path => file.Path.StartsWith(path, StringComparison.Ordinal))
        from node in file.Root.DescendantNodes()
        let text = node switch
        {
            LiteralExpressionSyntax { Token.Value: string value } => value,
            InterpolatedStringTextSyntax part => part.TextToken.ValueText,
            _ => "",
        }
        where HasWords(text) && !Names.Contains(text) && !Formats.Contains(file.Path) && !IsForDebugging(file, node) && !IsPatternOfDay().IsMatch(text)
            && !node.Ancestors().Any(each => IsInput(file, each)) && !IsForPrograms(file, node, text)
            && !node.Ancestors().Any(each => each is ThrowExpressionSyntax or ThrowStatementSyntax or AttributeSyntax)
        select Violation.At(node, $"\"{text}\" is a sentence: say it as a message, and its words in Reporting/Text");

    /// <summary>What a value of the model is for whoever debugs: a user reads what Reporting writes.</summary>
    private static bool IsForDebugging(LibraryFile file, SyntaxNode node) =>
        file.Path.StartsWith("src/CostPlanner/Model/", StringComparison.Ordinal) && node.Ancestors().Any(each => each is MethodDeclarationSyntax { Identifier.Text: "ToString" });

    /// <summary>Whether a construct holds what files of others say.</summary>
    private static bool IsInput(LibraryFile file, SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax made => Headers.Contains(file.Meaning.GetTypeInfo(made).Type?.Name),
        TypeDeclarationSyntax type => InputWords.Contains(type.Identifier.Text),
        _ => false,
    };

    [GeneratedRegex(@"^[yMdHhmstFK'.:/ -]+$", RegexOptions.CultureInvariant)]
    private static partial Regex IsPatternOfDay();

    private static bool IsForPrograms(LibraryFile file, SyntaxNode node, string text) =>
        ForPrograms.Contains(file.Path) || OfOtherPrograms.Contains(text) || OfRecords.Contains(text) || IsSettings(file, node);

    /// <summary>A raw string literal of several lines where the guest's image is made: a file of settings for a tool.</summary>
    private static bool IsSettings(LibraryFile file, SyntaxNode node) => file.Path.StartsWith("src/CostPlanner/Benchmarking/Images/", StringComparison.Ordinal)
        && node.Ancestors().OfType<InterpolatedStringExpressionSyntax>().Any(each => each.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken));

    /// <summary>Names of the classes of charts are no words.</summary>
    private static bool HasWords(string text) => !text.StartsWith("chart-", StringComparison.Ordinal) && Enumerable.Range(0, text.Length).Any(at =>
        text[at] == ' ' && ((at > 0 && char.IsLetter(text[at - 1])) || (at + 1 < text.Length && char.IsLetter(text[at + 1]))));
}
