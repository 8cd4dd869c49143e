using System.Collections.Immutable;
using System.CommandLine;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.BreakEvens;
using CostPlanner.Studies.Progress;
using CostPlanner.Studies.Sides;

namespace CostPlanner.Cli;

/// <summary>breakeven SCENARIO: where the cheaper of two options changes, in one key or over two.</summary>
internal static class BreakEvenCommand
{
    private const int Two = 2;
    private const string All = "all";

    public static Command Create(Terminal terminal)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "The scenario file (.yaml)." };
        var key = new Option<string[]>("--key")
        {
            Description = "KEY or KEY=FROM..TO, a number key of whatif; may be given several times. By default those that decide in every report: the price of "
                + "what the best way to stay is licensed by, migration-per-vm, the discount of its vendor, growth. "
                + "Without FROM..TO: a discount from 0 to 0.95, a price factor from 0.2 to 3, an assumption its plausible range and half as much again on "
                + "either side.",
            DefaultValueFactory = _ => [],
        };
        var map = new Option<string[]>("--map")
        {
            Description = "Two keys, each with or without FROM..TO: who wins over both, as a grid.",
            Arity = new ArgumentArity(Two, Two),
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var option = new Option<string[]>("--option")
        {
            Description = "An option to look at; may be given several times, or all. By default the best way to stay and the best way to leave; all where "
                + "there are not both.",
            DefaultValueFactory = _ => [],
        };
        var csv = new Option<string?>("--csv") { Description = "Write the map, or without one the pairs, as CSV to this file." };
        var html = SharedOptions.Html();
        var json = SharedOptions.Json();
        var data = SharedOptions.Data();
        var mask = SharedOptions.MaskNames();
        var command = new Command("breakeven", "Where the winner changes: the discount, the cost of moving, the growth at which another option is the cheaper.")
        {
            scenario, key, map, option, csv, html, json, data, mask,
        };
        command.SetAction(parsed => NameMasking.Run(terminal, parsed.GetValue(mask), [parsed.GetValue(csv), parsed.GetValue(html)], masking => Run(
            parsed.GetRequiredValue(scenario),
            parsed.GetRequiredValue(data),
            new Asked(parsed.GetRequiredValue(key), parsed.GetRequiredValue(map), parsed.GetRequiredValue(option)),
            new BreakEvenOutput(terminal, masking, parsed.GetValue(csv), parsed.GetValue(html), parsed.GetValue(json)))));
        return command;
    }

    private static int Run(string file, string data, Asked asked, BreakEvenOutput output)
    {
        var (terminal, masking) = (output.Terminal, output.Masking);
        try
        {
            if (CaseLoader.Read(terminal, file, data, masking, [.. asked.Keys, .. asked.Map]) is not { } inputs)
            {
                return ExitCode.YourInput;
            }

            var sides = asked is { Options.Length: > 0, Keys.Length: > 0 } ? null : StayOrLeave.Of(BusinessCase.Of(inputs, terminal.Interrupted));
            var question = Question(inputs, sides, [.. asked.Keys.Select(masking.Setting)], [.. asked.Map.Select(masking.Setting)], asked.Options);
            output.Write(terminal.Following(StudyStage.BreakEvens, told => BreakEvenStudy.Of(inputs, question, told, terminal.Interrupted)));
            return ExitCode.Done;
        }
        catch (CaseKeyException refused)
        {
            terminal.Error.WriteLine($"error: {Sentences.Of(refused.Refusal)}");
            return ExitCode.YourInput;
        }
    }

    /// <summary>What is asked; throws <see cref="CaseKeyException"/> where it can mean nothing. A map that is asked for alone comes alone.</summary>
    private static BreakEvenQuestion Question(CaseInputs inputs, StayOrLeave? sides, string[] keys, string[] map, string[] options)
    {
        var scenario = inputs.Scenario;
        ImmutableArray<KeyRange> asked = keys.Length == 0 && map.Length == 0
            ? DecidingKeys.Of(inputs, sides?.Stay is { } stay ? scenario.Options[stay] : null)
            : [.. keys.Select(text => KeyText.Range(inputs, text))];
        OnlyOnce(asked.Select(range => range.Key.Name));
        if (map is not [var across, var up])
        {
            return new BreakEvenQuestion(asked, null, Options(scenario, sides, options));
        }

        var (x, y) = (KeyText.Range(inputs, across), KeyText.Range(inputs, up));
        OnlyOnce([x.Key.Name, y.Key.Name]);
        return new BreakEvenQuestion(asked, (x, y), Options(scenario, sides, options));
    }

    private static ImmutableArray<int> Options(Scenario scenario, StayOrLeave? sides, string[] asked)
    {
        if (asked.Length == 0 && sides?.Pair is { } pair)
        {
            return [.. new[] { pair.Option, pair.Against }.Order()];
        }

        asked = asked is [All] ? [] : asked;
        var ids = scenario.Options.Select(option => option.Id).ToList();
        if (asked.FirstOrDefault(id => !ids.Contains(id)) is { } unknown)
        {
            throw new CaseKeyException($"Unknown option \"{unknown}\"; the scenario has {string.Join(", ", ids)}");
        }

        ImmutableArray<int> options = [.. ids.Index().Where(each => asked.Length == 0 || asked.Contains(each.Item)).Select(each => each.Index)];
        return options.Length >= Two ? options : throw new CaseKeyException("one option has nobody to break even with; ask for two at least");
    }

    private static void OnlyOnce(IEnumerable<string> keys)
    {
        if (keys.GroupBy(key => key).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new CaseKeyException($"{twice.Key} is given twice");
        }
    }

    /// <summary>What the command line asks for.</summary>
    private sealed record Asked(string[] Keys, string[] Map, string[] Options);
}
