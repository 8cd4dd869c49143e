using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CostPlanner.Reporting.Json;

/// <summary>How this program writes JSON: indented, lines ended by \n, letters of any language as they are.</summary>
internal static class JsonText
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What is written to the writer, as text.</summary>
    public static string Of(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var to = new Utf8JsonWriter(stream, Layout))
        {
            write(to);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
