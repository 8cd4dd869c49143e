using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Claim;

/// <summary>Which options have which basic features, and who says so.</summary>
internal static class FeatureTable
{
    public static Table Of(CaseStudy result)
    {
        var features = result.Inputs.Features.Features;
        return new Table
        {
            Caption = Words.Of("claim.feature.caption"),
            Columns = [new Column(Words.Of("common.option"), Width: 28), .. features.Select(feature => new Column(Short(feature), Width: 9))],
            Rows = [.. Enum.GetValues<PlatformFamily>().SelectMany(platform => RowsOf(platform, result))],
            Note = Words.Of(
                "claim.feature.note",
                ("features", string.Join("; ", features.Where(IsLonger).Select(feature => $"{Short(feature)}: {Sentences.Of(feature.Label)}"))),
                ("asked", Asked(result.Inputs.Scenario) + OwnWord(result.Inputs.Scenario))),
            IsDense = true,
            IsKept = true,
        };
    }

    /// <summary>Where the features of the options' products come from; null where nothing is known of any.</summary>
    public static Table? Sources(CaseStudy result)
    {
        var products = result.Options.SelectMany(option => option.Option.Licences).Distinct(StringComparer.Ordinal);
        var rows = products.Select(result.Inputs.Features.Find).OfType<FeatureRow>().Select(row => RowOf(row, result)).ToImmutableArray();
        return rows.IsEmpty ? null : new Table
        {
            Caption = Words.Of("claim.feature.sources-of-the-features"),
            Columns = [
                new Column(Words.Of("claim.feature.product"), Width: 28),
                new Column(Words.Of("common.source"), Width: 40),
                new Column(Words.Of("common.date"), Width: 9),
                new Column(Words.Of("common.grade"), Width: 9),
                new Column(Words.Of("common.row-of-ours"), Width: 14),
            ],
            Rows = rows,
            IsDense = true,
        };
    }

    private static IEnumerable<Row> RowsOf(PlatformFamily platform, CaseStudy result)
    {
        var options = result.Options.Select(option => option.Option).Where(option => option.Platform == platform).ToList();
        return options.Count == 0
            ? []
            : options.Select(option => RowOf(option, result.Inputs.Features)).Prepend(new Row([new Cell(Wording.Of(platform))], RowKind.Group));
    }

    private static Row RowOf(ScenarioOption option, FeatureMatrix matrix)
    {
        var has = matrix.Of(option.Licences);
        return new Row([new Cell(option.Name), .. matrix.Features.Select(feature => StateOf(has.Of(feature.Name), option.Has.Contains(feature.Name)))]);
    }

    private static Row RowOf(FeatureRow row, CaseStudy result) => new(
    [
        new Cell(result.Inputs.Prices.Find(row.Product, result.Inputs.Scenario.AsOf)?.Product ?? row.Product) { Below = row.Note },
        new Cell(Sentences.Of(row.Provenance.Source)),
        new Cell(row.Provenance.Date),
        new Cell(Wording.Of(row.Provenance.Grade), row.Provenance.IsPlaceholder ? Tone.Missing : Tone.Normal),
        new Cell(row.Provenance.Row, Tone.Quiet),
    ]);

    private static Cell StateOf(FeatureState state, bool isOwnWord) => state switch
    {
        not FeatureState.Yes when isOwnWord => new Cell(Words.Of("claim.feature.own-word")),
        FeatureState.Yes => new Cell(Words.Of("common.yes"), Tone.Strong),
        FeatureState.No => new Cell("no"),
        FeatureState.Unknown => new Cell("–", Tone.Quiet),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "no such state"),
    };

    private static bool IsLonger(Feature feature) => Sentences.Of(feature.Label) != Short(feature);

    private static string Short(Feature feature) => Wording.Capital(ClaimWords.Feature(feature.Name));

    private static string OwnWord(Scenario scenario) =>
        scenario.Options.All(option => option.Has.IsEmpty) ? "" : Words.Of("claim.feature.own-word-note");

    private static string Asked(Scenario scenario) => scenario.ClaimFeatures.IsEmpty
        ? ""
        : Words.Of("claim.feature.asked", ("claim-features", Phrase.List(scenario.ClaimFeatures.Select(ClaimWords.Feature))));
}
