using System.Collections.Immutable;

namespace CostPlanner.Reporting.Html.Elements;

/// <summary>How a fill is drawn over its ground.</summary>
internal enum Texture
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>Stripes rising to the right.</summary>
    Rising,

    /// <summary>Stripes falling to the right.</summary>
    Falling,

    /// <summary>Stripes both ways.</summary>
    Crossed,
}

/// <summary>A fill of a part of a chart.</summary>
/// <param name="Ground">The colour of the ground.</param>
/// <param name="Ink">The colour of the stripes.</param>
/// <param name="Texture">The stripes.</param>
/// <param name="IsDark">Whether text on it is white.</param>
internal sealed record Fill(string Ground, string Ink, Texture Texture, bool IsDark);

/// <summary>
/// Fills that stay apart without colour: pairs of one hue, the second light and striped, and the pairs differ in lightness.
/// The hues (blue, orange, green-blue, grey, purple) are apart for the common kinds of colour blindness too.
/// </summary>
internal static class Palette
{
    private static readonly ImmutableArray<Fill> Fills =
    [
        new("#16405b", "#16405b", Texture.Plain, true),
        new("#c3d9e6", "#6a9bb8", Texture.Rising, false),
        new("#d98e2b", "#d98e2b", Texture.Plain, false),
        new("#f8e6c6", "#d98e2b", Texture.Falling, false),
        new("#2f8f83", "#2f8f83", Texture.Plain, true),
        new("#d9edea", "#2f8f83", Texture.Crossed, false),
        new("#c9ced2", "#c9ced2", Texture.Plain, false),
        new("#6d4a7c", "#6d4a7c", Texture.Plain, true),
        new("#e6dcec", "#6d4a7c", Texture.Rising, false),
        new("#8a3b3b", "#8a3b3b", Texture.Plain, true),
    ];

    private static readonly ImmutableArray<string> Hues = [.. Fills.Where(fill => fill.Texture == Texture.Plain).Select(fill => fill.Ground)];

    /// <summary>The fill that says that a price is missing.</summary>
    public static Fill OpenEnd { get; } = new("#ffffff", "#9aa3a9", Texture.Rising, false);

    /// <summary>A hue by its place: the plain ones of the fills.</summary>
    public static string Hue(int index) => Hues[index % Hues.Length];

    /// <summary>The fill of a part by its place in the stack.</summary>
    public static Fill Of(int index) => Fills[index % Fills.Length];
}
