using System.Collections.Immutable;

namespace CostPlanner.Reporting.Html;

/// <summary>
/// Fills that stay apart without colour: pairs of one hue, the second light and striped, and the pairs differ in lightness.
/// The hues are apart for the common kinds of colour blindness (blue, orange, green-blue, grey, purple).
/// </summary>
internal static class Palette
{
    /// <summary>How the pattern of a fill runs.</summary>
    public enum Texture
    {
        /// <summary>No pattern.</summary>
        Plain,

        /// <summary>Stripes rising to the right.</summary>
        Rising,

        /// <summary>Stripes falling to the right.</summary>
        Falling,

        /// <summary>Dots.</summary>
        Dots,
    }

    /// <summary>A fill.</summary>
    /// <param name="Ground">The colour of the ground.</param>
    /// <param name="Ink">The colour of the pattern.</param>
    /// <param name="Texture">The pattern.</param>
    /// <param name="IsDark">Whether text on it is white.</param>
    public sealed record Fill(string Ground, string Ink, Texture Texture, bool IsDark);

    private static readonly ImmutableArray<Fill> Fills =
    [
        new("#16405b", "#16405b", Texture.Plain, true),
        new("#a9c8dc", "#6a9bb8", Texture.Rising, false),
        new("#d98e2b", "#d98e2b", Texture.Plain, false),
        new("#f6dfb8", "#d98e2b", Texture.Falling, false),
        new("#2f8f83", "#2f8f83", Texture.Plain, true),
        new("#cfe8e4", "#2f8f83", Texture.Dots, false),
        new("#c4c9ce", "#c4c9ce", Texture.Plain, false),
        new("#6d4a7c", "#6d4a7c", Texture.Plain, true),
        new("#dccfe3", "#6d4a7c", Texture.Rising, false),
    ];

    /// <summary>The fill of a part by its place in the stack.</summary>
    public static Fill Of(int index) => Fills[index % Fills.Length];

    /// <summary>The value of a fill attribute: a colour, or the name of a pattern that <see cref="WritePatterns"/> wrote.</summary>
    public static string Paint(int index) => Of(index).Texture == Texture.Plain ? Of(index).Ground : $"url(#{Name(index % Fills.Length)})";

    /// <summary>Writes the patterns, once for each chart that uses them.</summary>
    public static void WritePatterns(Markup to)
    {
        to.Open("defs");
        for (var index = 0; index < Fills.Length; index++)
        {
            if (Fills[index].Texture != Texture.Plain)
            {
                Write(to, Name(index), Fills[index]);
            }
        }

        Write(to, OpenEnd, new Fill("#ffffff", "#8a949b", Texture.Rising, false));
        to.CloseLine();
    }

    /// <summary>The name of the pattern that says that a price is missing.</summary>
    public const string OpenEnd = "fill-open";

    private static string Name(int index) => FormattableString.Invariant($"fill-{index}");

    private static void Write(Markup to, string name, Fill fill)
    {
        to.Open("pattern", ("id", name), ("width", "6"), ("height", "6"), ("patternUnits", "userSpaceOnUse"));
        to.Empty("rect", ("width", "6"), ("height", "6"), ("fill", fill.Ground));
        switch (fill.Texture)
        {
            case Texture.Rising:
                to.Empty("path", ("d", "M-1.5,1.5 l3,-3 M0,6 l6,-6 M4.5,7.5 l3,-3"), ("stroke", fill.Ink), ("stroke-width", "1.1"));
                break;
            case Texture.Falling:
                to.Empty("path", ("d", "M-1.5,4.5 l3,3 M0,0 l6,6 M4.5,-1.5 l3,3"), ("stroke", fill.Ink), ("stroke-width", "1.1"));
                break;
            case Texture.Dots:
                to.Empty("circle", ("cx", "3"), ("cy", "3"), ("r", "1.2"), ("fill", fill.Ink));
                break;
            default:
                break;
        }

        to.Close();
    }
}
