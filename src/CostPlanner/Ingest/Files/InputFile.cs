using System.Text;
using System.Text.Json;
using CostPlanner.Model;
using ExcelDataReader.Exceptions;
using YamlDotNet.Core;

namespace CostPlanner.Ingest.Files;

/// <summary>A file that the user named: what can be wrong with it, told in one finding.</summary>
internal static class InputFile
{
    /// <summary>An error when nothing can be opened at the path: it is missing, a directory, empty or far too large; null when it can be tried.</summary>
    public static Finding? Problem(string path, long mostBytes = long.MaxValue)
    {
        if (Directory.Exists(path))
        {
            return Refusal(path, "file-is-directory", Message.Of("file-is-directory", ("path", path)), Message.Of("file-is-directory.mend"));
        }

        if (!File.Exists(path))
        {
            return Refusal(path, "file-missing", Message.Of("file-missing", ("path", path)), Message.Of("file-missing.mend"));
        }

        return new FileInfo(path).Length switch
        {
            0 => Refusal(path, "file-empty", Message.Of("file-empty"), Message.Of("file-empty.mend")),
            var length when length > mostBytes => Refusal(
                path, "file-too-large", Message.Of("file-too-large", ("mib", length >> 20), ("most", mostBytes >> 20)), Message.Of("file-too-large.mend")),
            _ => null,
        };
    }

    /// <summary>An error that kept the whole file from being used.</summary>
    public static Finding Refusal(string path, string code, Message message, Message mend) => new(
        Severity.Error, code, message, new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), Message.Of("nothing-read"), mend);

    /// <summary>A reading that came to nothing, for one reason.</summary>
    public static Reading<T> Refused<T>(string path, string code, Message message, Message mend)
        where T : class => new(null, [Refusal(path, code, message, mend)]);

    /// <summary>
    /// What a library made of a file, or the finding that says why it could not. The one place where exceptions of libraries end: on a file
    /// that is damaged or was made to harm, they throw almost anything.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it; nothing of our own judgement belongs in here, or a bug of ours would be called a damaged file.</param>
    public static (T? Value, Finding? Problem) Tried<T>(string path, Func<T> read)
        where T : class
    {
        try
        {
            return (read(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return (null, Why(path, failure));
        }
    }

    /// <summary>What an exception of a library, of the file system or of our own limits means for the file.</summary>
    public static Finding Why(string path, Exception failure) => failure switch
    {
        TooLargeException large => Refusal(path, "file-too-large", large.What ?? large.Message, Message.Of("file-too-large.inside.mend"))
            with { Place = new SourcePlace(Path.GetFileName(path), large.Sheet) },
        InvalidPasswordException => Refusal(path, "workbook-protected", Message.Of("workbook-protected"), Message.Of("workbook-protected.mend")),
        YamlException yaml => At(
            Refusal(
                path, "not-a-scenario", Message.Of("not-a-scenario", ("why", yaml.InnerException?.Message ?? yaml.Message)),
                Message.Of("not-a-scenario.mend")),
            yaml.Start.Line),
        JsonException json => At(
            Refusal(
                path, "json-damaged", Message.Of("json-damaged", ("why", json is JsonTextException text ? text.What : json.Message)),
                Message.Of("file-damaged.mend")),
            json.LineNumber + 1),
        DecoderFallbackException => Refusal(path, "file-encoding", Message.Of("file-encoding"), Message.Of("file-encoding.mend")),
        InvalidDataException => Refusal(path, "file-damaged", Message.Of("file-damaged.compressed"), Message.Of("file-damaged.mend")),
        IOException or UnauthorizedAccessException => Refusal(
            path, "file-unreadable", Message.Of("file-unreadable", ("path", path), ("why", failure.Message.TrimEnd('.'))),
            Message.Of("file-unreadable.mend")),
        OutOfMemoryException or OverflowException => Refusal(path, "file-too-large", Message.Of("file-too-large.memory"), Message.Of("file-too-large.mend")),
        _ => Refusal(path, "file-damaged", Message.Of("file-damaged"), Message.Of("file-damaged.mend")),
    };

    private static Finding At(Finding finding, long? row) =>
        row is > 0 and <= int.MaxValue ? finding with { Place = finding.Place with { Row = (int)row.Value } } : finding;
}
