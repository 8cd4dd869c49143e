namespace CostPlanner.Model;

/// <summary>A currency by its ISO 4217 code: three capital letters.</summary>
/// <remarks>The default value has no code and refuses to be used.</remarks>
public readonly record struct Currency
{
    private const int CodeLength = 3;
    private readonly string? code;

    /// <summary>A currency of that code; throws unless it is three capital letters A to Z.</summary>
    public Currency(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (!IsCode(code))
        {
            throw new ArgumentException($"'{code}' is not a currency code of three capital letters", nameof(code));
        }

        this.code = code;
    }

    /// <summary>The euro, in which the exchange rates are quoted.</summary>
    public static Currency Euro { get; } = new("EUR");

    /// <summary>The US dollar.</summary>
    public static Currency Dollar { get; } = new("USD");

    /// <summary>The three letters.</summary>
    public string Code => code ?? throw new InvalidOperationException("a default Currency has no code");

    /// <summary>Whether the text is a currency code in form: three capital letters.</summary>
    public static bool IsCode(string text) => text is { Length: CodeLength } && text.All(char.IsAsciiLetterUpper);

    /// <summary>The code.</summary>
    public override string ToString() => code ?? "(no currency)";
}
