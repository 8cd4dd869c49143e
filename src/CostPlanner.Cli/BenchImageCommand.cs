using System.CommandLine;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Cli;

/// <summary>bench image: the guest, assembled from Debian packages into the cache.</summary>
internal static class BenchImageCommand
{
    public static Command Create(Terminal terminal)
    {
        var json = SharedOptions.Json();
        var force = new Option<bool>("--force") { Description = "Build the guest even though it is in the cache, and say whether the same bytes came out." };
        var command = new Command("image", "Assemble the guest from Debian packages; nothing is installed, and no root is needed.") { json, force };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(json), parsed.GetValue(force)));
        return command;
    }

    private static int Run(Terminal terminal, bool json, bool force)
    {
        if (GuestCache.OfUser() is not { } cache)
        {
            terminal.Error.WriteLine(Words.Of("commands.bench-image.run"));
            return ExitCode.MachineCannot;
        }

        var outcome = terminal.While(
            Words.Of("commands.assembling-the-guest"), say => ImageBuild.Run(cache, force, message => say(Sentences.Of(message)), terminal.Interrupted));
        if (json)
        {
            terminal.Out.WriteLine(GuestImageJson.Render(cache, outcome));
        }
        else if (outcome.Guest is { } guest)
        {
            Print(terminal, cache, guest, outcome);
        }

        terminal.Write(outcome.Findings);
        return outcome.Guest is null ? ExitCode.MachineCannot : ExitCode.Done;
    }

    private static void Print(Terminal terminal, GuestCache cache, CachedGuest guest, ImageOutcome outcome)
    {
        terminal.Out.WriteLine(Words.Of(
            "commands.bench-image.guest-in-kernel-packages",
            ("key", guest.Key),
            ("folder", cache.Folder),
            ("kernel-version", guest.KernelVersion),
            ("packages", guest.Packages.Length),
            ("came", Came(outcome))));
        terminal.Write(
            ["file", "size", "SHA-256"],
            guest.Files.Select(file => new[]
            {
                Path.GetRelativePath(cache.Folder, Path.Combine(guest.Folder, file.Key)),
                ByteSize.FromBytes(file.Value.Bytes).ToString(),
                file.Value.Sha256,
            }));
    }

    private static string Came(ImageOutcome outcome) => outcome switch
    {
        { IsBuilt: false } => Words.Of("commands.bench-image.came"),
        { SameAsBefore: true } => Words.Of("commands.bench-image.came-built-again-the"),
        { SameAsBefore: false } => Words.Of("commands.bench-image.came-built-again-not"),
        _ => Words.Of("commands.bench-image.built-now"),
    };
}
