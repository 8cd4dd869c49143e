using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Catalogue;

/// <summary>How a case is decided: decisions.csv of the data folder, one row for each rule.</summary>
public static class DecisionRuleFile
{
    private const string Name = "decisions.csv";
    private const int LongestDays = 3650;

    private static readonly ImmutableArray<string> Columns = ["part", "id", "when", "days", "source", "source_date", "grade"];
    private static readonly ImmutableDictionary<string, bool> IsVerdict =
        new Dictionary<string, bool> { ["verdict"] = true, ["step"] = false }.ToImmutableDictionary();

    private static readonly ImmutableDictionary<string, DecisionFact> Facts = WordsOf<DecisionFact>();
    private static readonly ImmutableDictionary<string, VerdictKind> Verdicts = WordsOf<VerdictKind>();
    private static readonly ImmutableDictionary<string, NextStep> Steps = WordsOf<NextStep>();

    /// <summary>Reads the rules; an error for each row that cannot be used. A data folder without the file has none.</summary>
    public static Reading<DecisionRules> Read(string dataFolder)
    {
        if (!File.Exists(Path.Combine(dataFolder, Name)))
        {
            return new Reading<DecisionRules>(DecisionRules.None, []);
        }

        var findings = ImmutableArray.CreateBuilder<Finding>();
        var verdicts = ImmutableArray.CreateBuilder<DecisionRule<VerdictKind>>();
        var steps = ImmutableArray.CreateBuilder<DecisionRule<NextStep>>();
        foreach (var row in DataFile.Rows(dataFolder, Name, Columns, findings))
        {
            var isVerdict = row.OneOf("part", IsVerdict);
            var (when, days, source) = (row.Several("when", Facts), row.OptionalWhole("days", most: LongestDays), row.Provenance());
            if (isVerdict)
            {
                Add(row, verdicts, new DecisionRule<VerdictKind>(row.OneOf("id", Verdicts), when, days, source));
            }
            else
            {
                Add(row, steps, new DecisionRule<NextStep>(row.OneOf("id", Steps), when, days, source));
            }
        }

        return Reading<DecisionRules>.From(findings, () => new DecisionRules(verdicts.ToImmutable(), steps.ToImmutable()));
    }

    private static void Add<T>(DataRow row, ImmutableArray<DecisionRule<T>>.Builder to, DecisionRule<T> rule)
    {
        if (row.IsSound)
        {
            to.Add(rule);
        }
    }

    private static ImmutableDictionary<string, T> WordsOf<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToImmutableDictionary(each => KebabCase(each.ToString()));

    private static string KebabCase(string name) => string.Concat(
        name.Select((letter, at) => at > 0 && char.IsUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
}
