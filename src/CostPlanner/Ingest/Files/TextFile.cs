using System.Text;

namespace CostPlanner.Ingest.Files;

/// <summary>Reads text strictly: UTF-8, with or without its mark, or UTF-16 with its mark.</summary>
internal static class TextFile
{
    /// <summary>
    /// The text without a mark. Throws <see cref="DecoderFallbackException"/> where bytes are no text; the library would put a question mark for them.
    /// </summary>
    public static string Read(string path) => Text(File.ReadAllBytes(path));

    /// <summary>The same of bytes.</summary>
    public static string Text(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(Encoding.UTF8.Preamble) ? Utf8.GetString(bytes[Encoding.UTF8.Preamble.Length..])
        : bytes.StartsWith(Encoding.Unicode.Preamble) ? Utf16(bigEndian: false).GetString(bytes[Encoding.Unicode.Preamble.Length..])
        : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Utf16(bigEndian: true).GetString(bytes[Encoding.BigEndianUnicode.Preamble.Length..])
        : Utf8.GetString(bytes);

    private static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static UnicodeEncoding Utf16(bool bigEndian) => new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
}
