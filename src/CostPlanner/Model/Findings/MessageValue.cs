using System.Collections.Immutable;
using System.Globalization;

namespace CostPlanner.Model;

/// <summary>A value that a message is about, of one of the few types that words can be written with.</summary>
public abstract record MessageValue
{
    private const double LargestDecimal = 7.9e28;

    private MessageValue()
    {
    }

    /// <summary>A text of the input's, or a key or name of the program's, which no language translates.</summary>
    /// <param name="Value">The text.</param>
    public sealed record OfText(string Value) : MessageValue
    {
        /// <inheritdoc/>
        public override MessageValue WithTexts(Func<string, string> replace) => new OfText(replace(Value));

        /// <inheritdoc/>
        public override string ToString() => Value;
    }

    /// <summary>A whole number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record OfWhole(long Value) : MessageValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A number with decimals, or a ratio that may be above 1.</summary>
    /// <param name="Value">The number.</param>
    public sealed record OfNumber(decimal Value) : MessageValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>An amount of money.</summary>
    /// <param name="Value">The amount.</param>
    public sealed record OfMoney(Money Value) : MessageValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>An amount of memory or storage.</summary>
    /// <param name="Value">The amount.</param>
    public sealed record OfSize(ByteSize Value) : MessageValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>A day.</summary>
    /// <param name="Value">The day.</param>
    public sealed record OfDay(DateOnly Value) : MessageValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A share of a whole.</summary>
    /// <param name="Value">The share.</param>
    public sealed record OfShare(Fraction Value) : MessageValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>A part that has words of its own.</summary>
    /// <param name="Value">The part.</param>
    public sealed record OfMessage(Message Value) : MessageValue
    {
        /// <inheritdoc/>
        public override MessageValue WithTexts(Func<string, string> replace) => new OfMessage(Value.WithTexts(replace));

        /// <inheritdoc/>
        public override string ToString() => Value.ToString();
    }

    /// <summary>Several values.</summary>
    /// <param name="Values">The values, in their order.</param>
    public sealed record OfList(ImmutableArray<MessageValue> Values) : MessageValue
    {
        /// <inheritdoc/>
        public override MessageValue WithTexts(Func<string, string> replace) => new OfList([.. Values.Select(each => each.WithTexts(replace))]);

        /// <inheritdoc/>
        public bool Equals(OfList? other) => other is not null && Values.SequenceEqual(other.Values);

        /// <inheritdoc/>
        public override int GetHashCode() => Values.Length;

        /// <inheritdoc/>
        public override string ToString() => string.Join(", ", Values);
    }

    /// <summary>A text as a value.</summary>
    public static implicit operator MessageValue(string text) => new OfText(text);

    /// <summary>A whole number as a value.</summary>
    public static implicit operator MessageValue(long number) => new OfWhole(number);

    /// <summary>A number as a value.</summary>
    public static implicit operator MessageValue(decimal number) => new OfNumber(number);

    /// <summary>A measured number as a value; one that no decimal can hold is told as its text.</summary>
    public static implicit operator MessageValue(double number) => double.IsFinite(number) && Math.Abs(number) < LargestDecimal
        ? new OfNumber((decimal)number)
        : new OfText(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>An amount of money as a value.</summary>
    public static implicit operator MessageValue(Money money) => new OfMoney(money);

    /// <summary>A size as a value.</summary>
    public static implicit operator MessageValue(ByteSize size) => new OfSize(size);

    /// <summary>A day as a value.</summary>
    public static implicit operator MessageValue(DateOnly day) => new OfDay(day);

    /// <summary>A share as a value.</summary>
    public static implicit operator MessageValue(Fraction share) => new OfShare(share);

    /// <summary>A message as a value of another.</summary>
    public static implicit operator MessageValue(Message message) => new OfMessage(message);

    /// <summary>The same value with each text in it replaced.</summary>
    public virtual MessageValue WithTexts(Func<string, string> replace) => this;
}
