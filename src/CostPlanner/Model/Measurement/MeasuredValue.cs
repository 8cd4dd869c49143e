namespace CostPlanner.Model;

/// <summary>A figure that a benchmark run came to, with its interval of confidence (95 %) and how it was worked out.</summary>
/// <remarks>Never NaN or infinite. An end of the interval that is null could not be told from so many samples; it is not zero and not endless.</remarks>
public sealed record MeasuredValue
{
    /// <summary>A value; throws where <see cref="Problem"/> says why it can mean nothing.</summary>
    public MeasuredValue(string name, double value, double? low, double? high, int n, string unit, Message method)
    {
        if (Problem(name, value, low, high, n, unit, method) is { } problem)
        {
            throw new ArgumentException($"{name}: {problem.ToString()}", nameof(value));
        }

        (Name, Value, Low, High, N, Unit, Method) = (name, value, low, high, n, unit, method);
    }

    /// <summary>What it is a figure of, in lower case with hyphens: "smt-yield".</summary>
    public string Name { get; }

    /// <summary>The figure.</summary>
    public double Value { get; }

    /// <summary>The low end of its interval, not above the value; null where none can be told.</summary>
    public double? Low { get; }

    /// <summary>The high end of its interval, not below the value; null where none can be told.</summary>
    public double? High { get; }

    /// <summary>How many replicates or points it rests on; 1 or more.</summary>
    public int N { get; }

    /// <summary>What it is counted in: "ratio", "share", "s", "MiB", "vCPU per core".</summary>
    public string Unit { get; }

    /// <summary>How it was worked out.</summary>
    public Message Method { get; }

    /// <summary>How wide the interval is; null where an end of it is not known.</summary>
    public double? Width => High - Low;

    /// <summary>Why these parts are no measured value, or null when they are one.</summary>
    public static Message? Problem(string name, double value, double? low, double? high, int n, string unit, Message method) => 0 switch
    {
        _ when !MeasurementName.IsOne(name) => Message.Of("value.name"),
        _ when !double.IsFinite(value) || low is { } l && !double.IsFinite(l) || high is { } h && !double.IsFinite(h) => Message.Of("value.not-finite"),
        _ when low > value || high < value => OutOfOrder(low, value, high),
        _ when n < 1 => Message.Of("value.samples", ("samples", n)),
        _ when string.IsNullOrWhiteSpace(unit) => Message.Of("value.no-unit"),
        _ when method.IsNone || (method.Id is null && string.IsNullOrWhiteSpace(method.Text)) => Message.Of("value.no-method"),
        _ when !MeasurementName.IsPlain(unit) || !MeasurementName.IsPlain(method) => Message.Of("value.control"),
        _ => null,
    };

    private static Message OutOfOrder(double? low, double value, double? high) => Message.Of(
        "value.order", ("low", End(low)), ("value", value), ("high", End(high)));

    private static MessageValue End(double? end) => end is { } known ? known : "";
}

/// <summary>Names of measures, readings and checks, and other texts that are printed.</summary>
public static class MeasurementName
{
    /// <summary>Whether a text is 1 to 80 lower-case letters, digits, hyphens and dots, beginning with a letter.</summary>
    public static bool IsOne(string text) =>
        text is { Length: > 0 and <= Longest } && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.');

    /// <summary>Whether a text can be printed on a terminal as it is: no control characters. What guests and hosts say is not trusted.</summary>
    public static bool IsPlain(string text) => !text.Any(char.IsControl);

    /// <summary>Whether nothing in a message holds control characters.</summary>
    public static bool IsPlain(Message message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return IsPlain(message.ToString());
    }

    private const int Longest = 80;
}
