using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace CostPlanner.Model;

/// <summary>What is to be said, without its words: a stable id and the values that the words are about. Reporting has the words, of each language.</summary>
/// <remarks>
/// Two messages are equal where ids and values are. A stage whose sentences are not data yet makes a message of its words alone, by conversion from a text.
/// </remarks>
public sealed record Message
{
    private Message(string? id, string text, ImmutableArray<MessageArgument> arguments) => (Id, Text, Arguments) = (id, text, arguments);

    /// <summary>Nothing to say: the part of another message that is left out.</summary>
    public static Message None { get; } = new(null, "", []);

    /// <summary>
    /// A short stable name in lower case with hyphens, the parts separated by dots: "vm-left-out.done"; null for a message that is its own words.
    /// </summary>
    public string? Id { get; }

    /// <summary>The words of a message without an id; of a label what it is called without words; else empty.</summary>
    public string Text { get; }

    /// <summary>What the words are about, in the order in which the maker names them.</summary>
    public ImmutableArray<MessageArgument> Arguments { get; }

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsNone => Id is null && Text.Length == 0;

    /// <summary>A message with its values; each name is that of a placeholder in its words.</summary>
    public static Message Of(string id, params ReadOnlySpan<(string Name, MessageValue Value)> arguments)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        var named = ImmutableArray.CreateBuilder<MessageArgument>(arguments.Length);
        foreach (var (name, value) in arguments)
        {
            named.Add(new MessageArgument(name, value));
        }

        return new Message(id, "", named.MoveToImmutable());
    }

    /// <summary>The label of something that data name by an id; it is the id itself where no words are known for it.</summary>
    /// <param name="start">How the ids of labels of its kind begin.</param>
    /// <param name="id">What the data call it.</param>
    internal static Message Label(string start, string id) => new(start + id, id, []);

    /// <summary>Messages as one value, in their order.</summary>
    public static MessageValue List(IEnumerable<Message> messages) => new MessageValue.OfList([.. messages.Select(each => (MessageValue)each)]);

    /// <summary>Texts as one value, in their order.</summary>
    public static MessageValue List(IEnumerable<string> texts) => new MessageValue.OfList([.. texts.Select(each => (MessageValue)each)]);

    /// <summary>A message that is its own words; null stays null.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Message?(string? text) => text is null ? null : new Message(null, text, []);

    /// <summary>The same message with each text in it, however deep, replaced.</summary>
    public Message WithTexts(Func<string, string> replace)
    {
        ArgumentNullException.ThrowIfNull(replace);
        return new Message(Id, Text.Length == 0 ? Text : replace(Text), [.. Arguments.Select(each => each with { Value = each.Value.WithTexts(replace) })]);
    }

    /// <inheritdoc/>
    public bool Equals(Message? other) => other is not null && Id == other.Id && Text == other.Text && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Text, Arguments.Length);

    /// <summary>The id with its values, for whoever debugs; what a user reads is made in Reporting.</summary>
    public override string ToString() => Id is null ? Text : $"{Id}({string.Join(", ", Arguments.Select(each => $"{each.Name}: {each.Value}"))})";
}

/// <summary>A value with the name by which words speak of it.</summary>
/// <param name="Name">The name, in lower case.</param>
/// <param name="Value">The value.</param>
public sealed record MessageArgument(string Name, MessageValue Value);
