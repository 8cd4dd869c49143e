using System.Text.Json;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Json;

/// <summary>A message in JSON: its words, and before them its id and its values, for programs that read no prose.</summary>
internal static class MessageJson
{
    /// <summary>The two properties; of a message without an id the words alone, of none null.</summary>
    /// <param name="to">Where the object is open.</param>
    /// <param name="data">The name of the id and the values.</param>
    /// <param name="name">The name of the words.</param>
    /// <param name="message">The message; null for none.</param>
    public static void Message(this Utf8JsonWriter to, string data, string name, Message? message)
    {
        if (message?.Id is not null)
        {
            to.WritePropertyName(data);
            to.WriteRawValue(Fields.OnOneLine(inner => Data(inner, message)));
        }

        to.WriteString(name, message is null ? null : Sentences.Of(message));
    }

    /// <summary>The same of several: two arrays of one length; a message without an id is null in the first, which is absent where none has one.</summary>
    public static void Messages(this Utf8JsonWriter to, string data, string name, IReadOnlyCollection<Message> messages)
    {
        if (messages.Any(message => message.Id is not null))
        {
            to.WritePropertyName(data);
            to.WriteRawValue(Fields.OnOneLine(inner =>
            {
                inner.WriteStartArray();
                foreach (var message in messages)
                {
                    Value(inner, message);
                }

                inner.WriteEndArray();
            }));
        }

        to.Texts(name, messages.Select(Sentences.Of));
    }

    private static void Data(Utf8JsonWriter to, Message message)
    {
        to.WriteStartObject();
        to.WriteString("id", message.Id);
        to.WriteStartObject("values");
        foreach (var argument in message.Arguments)
        {
            to.WritePropertyName(argument.Name);
            Value(to, argument.Value);
        }

        to.WriteEndObject();
        to.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter to, MessageValue value)
    {
        switch (value)
        {
            case MessageValue.OfText text:
                to.WriteStringValue(text.Value);
                break;
            case MessageValue.OfWhole whole:
                to.WriteNumberValue(whole.Value);
                break;
            case MessageValue.OfNumber number:
                to.WriteNumberValue(Fields.Plain(number.Value));
                break;
            case MessageValue.OfShare share:
                to.WriteNumberValue(Fields.Plain(share.Value.Value));
                break;
            case MessageValue.OfMoney money:
                to.WriteStartObject();
                to.Number("amount", money.Value.Amount);
                to.WriteString("currency", money.Value.Currency.Code);
                to.WriteEndObject();
                break;
            case MessageValue.OfSize size:
                to.WriteStartObject();
                to.WriteNumber("bytes", size.Value.Bytes);
                to.WriteEndObject();
                break;
            case MessageValue.OfMessage { Value.Id: not null } part:
                Data(to, part.Value);
                break;
            case MessageValue.OfMessage { Value.IsNone: true }:
                to.WriteNullValue();
                break;
            case MessageValue.OfList list:
                to.WriteStartArray();
                foreach (var each in list.Values)
                {
                    Value(to, each);
                }

                to.WriteEndArray();
                break;
            default:
                to.WriteStringValue(value.ToString());
                break;
        }
    }
}
