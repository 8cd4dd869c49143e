using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>What an exit code of a tool means for the replicate.</summary>
internal static class ExitMeaning
{
    /// <summary>What the guest's init answers when what the tool wrote found no room.</summary>
    private const int NoRoom = 73;

    private const int QuotedLetters = 200;

    /// <summary>Throws unless the tool ended well.</summary>
    /// <param name="exitCode">Its exit code; null when it was ended.</param>
    /// <param name="what">What it did and where.</param>
    /// <param name="output">What it wrote, whose end is quoted.</param>
    public static void Require(int? exitCode, Message what, string output)
    {
        if (exitCode != 0)
        {
            var said = output.Trim();
            throw GuestException.Of(
                exitCode == NoRoom ? RejectReason.DiskFull : RejectReason.ToolFailed,
                Message.Of(
                    "tool.ended", ("what", what), ("code", ToolExitCode.Of(exitCode)), ("said", said[^Math.Min(said.Length, QuotedLetters)..])));
        }
    }
}
