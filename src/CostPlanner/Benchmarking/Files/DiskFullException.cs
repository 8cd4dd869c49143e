using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Files;

/// <summary>A disk has no room left for what was to be written: the machine's fault, not the input's. The words name the folder.</summary>
public sealed class DiskFullException : IOException
{
    // ENOSPC of Linux and macOS, EDQUOT of Linux and of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] Codes = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Makes one without words.</summary>
    public DiskFullException()
    {
    }

    /// <summary>Makes one.</summary>
    public DiskFullException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with its cause.</summary>
    public DiskFullException(Message words, Exception inner)
        : base(words.ToString(), inner) => Words = words;

    /// <summary>Makes one with its cause.</summary>
    public DiskFullException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>What is to be said; null for one made of a text.</summary>
    public Message? Words { get; }

    /// <summary>Whether an exception of the file system, or one within it, says that there is no room left.</summary>
    public static bool IsMeantBy(Exception failure)
    {
        for (var each = failure; each is not null; each = each.InnerException)
        {
            if (each is DiskFullException || (each is IOException && Codes.Contains(each.HResult)))
            {
                return true;
            }
        }

        return false;
    }
}
