using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using CostPlanner.Cases.Keys;
using CostPlanner.Ingest;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Reporting.Json.Commands;
using CostPlanner.Reporting.Pages.WhatIf;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Progress;
using CostPlanner.Studies.Sweeps;

namespace CostPlanner.Cli;

/// <summary>whatif SCENARIO...: a changed scenario beside the original, sweeps over many values, scenarios side by side.</summary>
internal static class WhatIfCommand
{
    private const int MostShards = 100_000;

    public static Command Create(Terminal terminal)
    {
        var scenarios = new Argument<string[]>("SCENARIO")
        {
            Description = "Scenario files (.yaml), or folders of them; several are put side by side.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var set = new Option<string[]>("--set")
        {
            Description = "key=value: what is changed; may be given several times. A wrong key is refused with the nearest one.",
        };
        var sweep = new Option<string[]>("--sweep")
        {
            Description = "key=from..to[..step] or key=a,b,c: values that a key takes in turn; several give a grid.",
        };
        var shard = new Option<string?>("--shard")
        {
            Description = "i/n: work out the i-th of n shares of the sweep; write it with --out and join the shares with --merge.",
        };
        var merge = new Option<string[]>("--merge")
        {
            Description = "Files that --out wrote of all shares: join them to the sweep of one machine.",
            AllowMultipleArgumentsPerToken = true,
        };
        var @out = new Option<string?>("--out") { Description = "Write the result as JSON to this file, whole or not at all." };
        var csv = new Option<string?>("--csv") { Description = "Write the table as CSV to this file." };
        var html = SharedOptions.Html();
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var mask = SharedOptions.MaskNames();
        var command = new Command("whatif", "Change a scenario and see every figure that changes.")
        {
            scenarios, set, sweep, shard, merge, @out, csv, html, json, data, mask,
        };
        command.SetAction(parsed =>
        {
            var asked = new WhatIfQuestion(
                [.. parsed.GetValue(scenarios) ?? []],
                [.. parsed.GetValue(set) ?? []],
                [.. parsed.GetValue(sweep) ?? []],
                parsed.GetValue(shard),
                [.. parsed.GetValue(merge) ?? []],
                parsed.GetRequiredValue(data));
            var (toOut, toCsv, toHtml) = (parsed.GetValue(@out), parsed.GetValue(csv), parsed.GetValue(html));
            return NameMasking.Run(
                terminal, parsed.GetValue(mask), [toOut, toCsv, toHtml],
                masking => Answer(terminal, asked, new WhatIfOutput(terminal, masking, toOut, toCsv, toHtml, parsed.GetValue(json))));
        });
        return command;
    }

    private static int Answer(Terminal terminal, WhatIfQuestion asked, WhatIfOutput output)
    {
        try
        {
            return Run(terminal, asked, output);
        }
        catch (CaseKeyException refused)
        {
            terminal.Error.WriteLine($"error: {Sentences.Of(refused.Refusal)}");
            return ExitCode.YourInput;
        }
    }

    private static int Run(Terminal terminal, WhatIfQuestion asked, WhatIfOutput output)
    {
        var masking = output.Masking;
        if (masking.IsAsked && (asked.Shard is not null || !asked.Merge.IsEmpty))
        {
            return masking.Refuse("--mask-names goes neither with --shard nor with --merge, whose files tell inputs apart by name; sweep on one machine");
        }

        if (asked.Refusal is { } refusal)
        {
            return masking.Refuse(refusal);
        }

        if (!asked.Merge.IsEmpty)
        {
            return Merge(terminal, asked, output);
        }

        var files = WhatIfQuestion.Files(asked.Scenarios);
        if (masking.IsAsked && files.Length > 1)
        {
            return masking.Refuse("--mask-names takes one scenario, since a key is that of one estate; ask about one at a time, each with a key of its own");
        }

        return asked.Sweep.IsEmpty ? Compare(terminal, asked, files, output) : Sweep(terminal, asked, files, output);
    }

    private static int Compare(Terminal terminal, WhatIfQuestion asked, ImmutableArray<string> files, WhatIfOutput output)
    {
        if (asked.Set.IsEmpty && files.Length < 2)
        {
            return output.Masking.Refuse(Words.Of("commands.what-if.compare"));
        }

        var cases = new List<ComparedCase>();
        foreach (var file in files)
        {
            if (CaseLoader.Read(terminal, file, asked.Data, output.Masking, asked.Set) is not { } inputs)
            {
                return ExitCode.YourInput;
            }

            ImmutableArray<KeyValue> set = [.. asked.Set.Select(text => KeyText.Setting(inputs, output.Masking.Setting(text)))];
            var changed = KeyText.Apply(inputs, set);
            if (files.Length == 1)
            {
                cases.Add(
                    ComparedCase.Of(
                        terminal.While(
                            Words.Of("commands.what-if.compare-placing-vms-and"),
                            () => BusinessCase.Of(inputs, terminal.Interrupted)), inputs.Scenario.Name, []));
            }

            var result = terminal.While(Words.Of("commands.what-if.result"), () => BusinessCase.Of(changed, terminal.Interrupted));
            terminal.Write(result.Findings.Where(finding => finding.Severity == Severity.Error));
            cases.Add(ComparedCase.Of(result, files.Length == 1 ? "changed" : inputs.Scenario.Name, set));
        }

        output.Write([.. cases]);
        return ExitCode.Done;
    }

    private static int Sweep(Terminal terminal, WhatIfQuestion asked, ImmutableArray<string> files, WhatIfOutput output)
    {
        if (files is not [var file])
        {
            terminal.Error.WriteLine(Words.Of("commands.what-if.sweep"));
            return ExitCode.YourInput;
        }

        if (CaseLoader.Read(terminal, file, asked.Data, output.Masking, [.. asked.Set, .. asked.Sweep]) is not { } inputs)
        {
            return ExitCode.YourInput;
        }

        ImmutableArray<KeyValue> set = [.. asked.Set.Select(text => KeyText.Setting(inputs, output.Masking.Setting(text)))];
        ImmutableArray<SweepAxis> axes = [.. asked.Sweep.Select(text => KeyText.Axis(inputs, output.Masking.Axis(text)))];
        if (axes.Aggregate(1.0, (count, axis) => count * axis.Values.Length) > Model.Sweep.MostPoints)
        {
            terminal.Error.WriteLine(Words.Of("commands.what-if.sweep-error-the-grid", ("most-points", Model.Sweep.MostPoints)));
            return ExitCode.YourInput;
        }

        if (axes.Select(axis => axis.Key).Concat(set.Select(each => each.Key)).GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            terminal.Error.WriteLine(Words.Of("commands.what-if.error-is-given-twice", ("key", twice.Key)));
            return ExitCode.YourInput;
        }

        var share = asked.ShardOrWhole!;
        var parts = Enumerable.Range(0, Model.Sweep.CountOf(axes)).Count(share.Has) + 1;
        var seal = asked.Shard is null ? null : new SweepSeal(ThisProgram.Build, InputHashes.Of(file, inputs, asked.Data), "");
        var swept = terminal.Counting(StudyStage.Sweep, parts, told => SweepRun.Of(inputs, set, axes, share, told, terminal.Interrupted));
        output.Write(swept with { Seal = seal });
        return ExitCode.Done;
    }

    private static int Merge(Terminal terminal, WhatIfQuestion asked, WhatIfOutput output)
    {
        var readings = asked.Merge.Select(file => (File: file, Reading: SweepFile.Read(file))).ToList();
        terminal.Write(readings.SelectMany(each => each.Reading.Findings));
        if (readings.Any(each => each.Reading.Value is null))
        {
            return ExitCode.YourInput;
        }

        var (whole, why) = SweepParts.Join([.. readings.Select(each => (each.File, each.Reading.Value!))]);
        if (whole is null)
        {
            terminal.Error.WriteLine($"error: {why}");
            return ExitCode.YourInput;
        }

        output.Write(whole);
        return ExitCode.Done;
    }

    /// <summary>What the command line asks for.</summary>
    private sealed record WhatIfQuestion(
        ImmutableArray<string> Scenarios, ImmutableArray<string> Set, ImmutableArray<string> Sweep, string? Shard, ImmutableArray<string> Merge, string Data)
    {
        /// <summary>The share asked for, the whole where none is; null where the text is none.</summary>
        public Shard? ShardOrWhole => Shard is null ? Studies.Sweeps.Shard.Whole
            : Shard.Split('/') is [var number, var of] && Whole(number) is { } i && Whole(of) is { } n && i <= n ? new Shard(i, n) : null;

        /// <summary>Why these do not go together, or null.</summary>
        public string? Refusal => 0 switch
        {
            _ when ShardOrWhole is null => Words.Of("commands.what-if.refusal", ("shard", Shard ?? "")),
            _ when Shard is not null && Sweep.IsEmpty => Words.Of("commands.what-if.refusal-shard-is-a"),
            _ when !Merge.IsEmpty && !(Scenarios.IsEmpty && Set.IsEmpty && Sweep.IsEmpty) => Words.Of("commands.what-if.refusal-merge-needs-nothing"),
            _ when Merge.IsEmpty && Scenarios.IsEmpty => Words.Of("commands.what-if.refusal-name-a-scenario"),
            _ => null,
        };

        /// <summary>The scenario files, those of a folder by name.</summary>
        public static ImmutableArray<string> Files(ImmutableArray<string> named) =>
        [
            .. named.SelectMany(path => !Directory.Exists(path) ? [path] : Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal).ToArray()
                is { Length: > 0 } found ? found : throw new CaseKeyException($"{path} has no scenario (.yaml)")),
        ];

        private static int? Whole(string text) =>
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= MostShards ? value : null;
    }
}
