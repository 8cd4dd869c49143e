namespace CostPlanner.Model;

/// <summary>A tag of a VM, or a custom attribute with its value.</summary>
/// <param name="Name">The attribute or the tag's category, or null for a plain tag.</param>
/// <param name="Value">The value, or the tag.</param>
public sealed record VmTag(string? Name, string Value)
{
    /// <summary>Whether the value fits the pattern, or the two together written as "name: value"; see <see cref="NamePattern"/>.</summary>
    public bool Fits(string pattern) => NamePattern.Matches(pattern, Value) || (Name is not null && NamePattern.Matches(pattern, ToString()));

    /// <inheritdoc />
    public override string ToString() => Name is null ? Value : $"{Name}: {Value}";
}
