namespace CostPlanner.Ingest.Tables;

/// <summary>The headers of a sheet, and how they are compared.</summary>
internal sealed class HeaderRow
{
    private readonly string[] plain;
    private readonly string[] stems;
    private readonly string[] inner;
    private readonly string[] innerStems;

    /// <summary>The headers of a sheet of that name.</summary>
    public HeaderRow(IReadOnlyList<string> texts, string sheet)
    {
        Texts = texts;
        plain = [.. texts.Select(HeaderText.Plain)];
        stems = Array.ConvertAll(plain, text => HeaderText.Split(text).Stem);
        inner = Array.ConvertAll(plain, text => HeaderText.WithoutSheet(text, sheet));
        innerStems = Array.ConvertAll(inner, text => HeaderText.Split(text).Stem);
    }

    /// <summary>The headers as the file has them.</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>The first header spelt so, but for case; -1 where there is none.</summary>
    public int Spelt(string name) => Array.FindIndex([.. Texts], text => string.Equals(text, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The first header that means the same by its letters and digits; -1 where there is none.</summary>
    /// <param name="key">The name, plain.</param>
    /// <param name="isSize">Whether headers count without the unit at their end, as <paramref name="key"/> does.</param>
    public int Meant(string key, bool isSize) => Array.IndexOf(isSize ? stems : plain, key);

    /// <summary>The same, where the sheet's name may stand before the header.</summary>
    public int MeantWithin(string key, bool isSize) => Array.IndexOf(isSize ? innerStems : inner, key);
}
