using System.Text;
using System.Text.Json;
using CostPlanner.Model;
using ExcelDataReader.Exceptions;
using YamlDotNet.Core;

namespace CostPlanner.Ingest.Files;

/// <summary>A file that the user named: what can be wrong with it, told in one finding.</summary>
internal static class InputFile
{
    private const string CopyAgain = "Copy it again, whole";

    /// <summary>An error when nothing can be opened at the path: it is missing, a directory, empty or far too large; null when it can be tried.</summary>
    public static Finding? Problem(string path, long mostBytes = long.MaxValue)
    {
        if (Directory.Exists(path))
        {
            return Refusal(path, "file-is-directory", $"\"{path}\" is a directory", "Name the file itself, or a folder that holds vms.csv");
        }

        if (!File.Exists(path))
        {
            return Refusal(path, "file-missing", $"There is no file \"{path}\"", "Check the path and the spelling");
        }

        return new FileInfo(path).Length switch
        {
            0 => Refusal(path, "file-empty", "The file is empty", "Copy or export it again"),
            var length when length > mostBytes => Refusal(
                path, "file-too-large", FormattableString.Invariant(
                    $"The file has {length >> 20} MiB, more than the {mostBytes >> 20} that are read of its kind"), "Check that it is the right file"),
            _ => null,
        };
    }

    /// <summary>An error that kept the whole file from being used.</summary>
    public static Finding Refusal(string path, string code, Message message, Message mend) => new(
        Severity.Error, code, message, new SourcePlace(Path.GetFileName(Path.TrimEndingDirectorySeparator(path))), "Nothing was read", mend);

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
        TooLargeException large => Refusal(path, "file-too-large", large.Message, "Check that it is the right file, and export it again")
            with { Place = new SourcePlace(Path.GetFileName(path), large.Sheet) },
        InvalidPasswordException => Refusal(
            path, "workbook-protected", "The workbook is protected by a password", "Open it in Excel, remove the password, and save an unprotected copy"),
        YamlException yaml => At(
            Refusal(
                path,
                "not-a-scenario",
                $"this is not a scenario: {yaml.InnerException?.Message ?? yaml.Message}",
                "start from one that `costplanner new DIR` writes"), yaml.Start.Line),
        JsonException json => At(Refusal(path, "json-damaged", $"Not valid JSON: {json.Message}", CopyAgain), json.LineNumber + 1),
        DecoderFallbackException => Refusal(path, "file-encoding", "The file is not UTF-8 text", "Save it as UTF-8"),
        InvalidDataException => Refusal(path, "file-damaged", "The compressed file is cut short or damaged", CopyAgain),
        IOException or UnauthorizedAccessException => Refusal(
            path,
            "file-unreadable",
            $"\"{path}\" cannot be opened: {failure.Message.TrimEnd('.')}",
            "Check that you may read the file and that no other program holds it"),
        OutOfMemoryException
            or OverflowException => Refusal(path, "file-too-large", "The file asks for more memory than there is", "Check that it is the right file"),
        _ => Refusal(path, "file-damaged", "The file is cut short or damaged", CopyAgain),
    };

    private static Finding At(Finding finding, long? row) =>
        row is > 0 and <= int.MaxValue ? finding with { Place = finding.Place with { Row = (int)row.Value } } : finding;
}
