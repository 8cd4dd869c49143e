using System.Text;
using CostPlanner.Reporting.Html.Elements;

namespace CostPlanner.Reporting.Html.Charts;

/// <summary>A rectangle with its fill, stripes drawn as lines: a pattern of SVG would be printed as a picture.</summary>
internal static class FilledArea
{
    private const decimal Distance = 4;

    public static void Write(Markup to, decimal x, decimal y, decimal width, decimal height, Fill fill)
    {
        to.Empty(
            "rect", ("x", Markup.Number(x)), ("y", Markup.Number(y)), ("width", Markup.Number(width)), ("height", Markup.Number(height)),
            ("fill", fill.Ground));
        var stripes = (fill.Texture is Texture.Rising or Texture.Crossed ? Stripes(x, y, width, height, true) : "")
            + (fill.Texture is Texture.Falling or Texture.Crossed ? Stripes(x, y, width, height, false) : "");
        if (stripes.Length > 0)
        {
            to.Empty("path", ("d", stripes), ("stroke", fill.Ink), ("stroke-width", "0.7"), ("fill", "none"));
        }
    }

    /// <summary>Stripes of 45 degrees within the rectangle: the lines along + y = n × distance, where along runs from either side.</summary>
    private static string Stripes(decimal x, decimal y, decimal width, decimal height, bool rising)
    {
        var path = new StringBuilder();
        for (var sum = Distance; sum < width + height; sum += Distance)
        {
            var (fromAlong, fromDown) = (Math.Max(0, sum - height), Math.Min(height, sum));
            var (toAlong, toDown) = (Math.Min(width, sum), Math.Max(0, sum - width));
            path.Append('M').Append(Point(fromAlong, fromDown)).Append('L').Append(Point(toAlong, toDown));
        }

        return path.ToString();

        string Point(decimal along, decimal down) =>
            $"{Markup.Number(rising ? x + along : x + width - along)},{Markup.Number(y + down)}";
    }
}
