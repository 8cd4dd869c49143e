using System.Collections.Concurrent;
using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Studies;
using CostPlanner.Studies.BreakEvens;
using CostPlanner.Studies.Progress;
using CostPlanner.Studies.Runway;
using CostPlanner.Studies.Sweeps;
using CostPlanner.Studies.Uncertainty;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Studies.Progress;

/// <summary>All long work tells how far it is in one way, and is called off in one way.</summary>
public sealed class StudyProgressTests
{
    private static readonly Dictionary<string, Action<IProgress<StudyProgress>?, CancellationToken>> Work = new(StringComparer.Ordinal)
    {
        ["case"] = (told, token) => CaseStudy.Of(TwoClusters.Case, CaseStudy.OfReport, told, 10, token),
        ["runway"] = (told, token) => RunwayStudy.Of(TwoClusters.Case, SnapshotSeries.None, progress: told, token: token),
        ["sweep"] = (told, token) => SweepRun.Of(TwoClusters.Case, [], [KeyText.Axis(TwoClusters.Case, "growth=0,0.1")], Shard.Whole, told, token),
        ["breakeven"] = (told, token) => BreakEvenStudy.Of(TwoClusters.Case, new BreakEvenQuestion([KeyText.Range(TwoClusters.Case, "growth=0..0.2")], null, [0, 1]), told, token),
        ["uncertainty"] = (told, token) => UncertaintyStudy.Of(BusinessCase.Of(TwoClusters.Case, CancellationToken.None), 10, told, token),
    };

    public static TheoryData<string> Works => [.. Work.Keys];

    [Theory]
    [MemberData(nameof(Works))]
    public void Long_work_can_be_called_off(string kind)
    {
        using var off = new CancellationTokenSource();
        off.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Work[kind](null, off.Token));
    }

    [Theory]
    [MemberData(nameof(Works))]
    public void Long_work_tells_how_far_it_is(string kind) => Assert.NotEmpty(Told(kind));

    // Two clusters, so two pools.
    [Fact]
    public void A_runway_counts_its_pools() =>
        Assert.Equal([new StudyProgress(StudyStage.Runway, 1, 2), new StudyProgress(StudyStage.Runway, 2, 2)], Told("runway"));

    // Two values, and the scenario as it is.
    [Fact]
    public void A_sweep_counts_its_points_and_the_scenario_as_it_is() =>
        Assert.Equal([1, 2, 3], Told("sweep").Select(each => each is { Stage: StudyStage.Sweep, Of: 3 } ? each.Done : 0).Order());

    [Fact]
    public void A_break_even_names_the_key_and_counts_its_values()
    {
        var told = Told("breakeven");
        Assert.All(told, each => Assert.Equal((StudyStage.BreakEvens, "growth", (int?)null), (each.Stage, each.Keys, each.Of)));
        Assert.Equal(Enumerable.Range(1, told.Length), told.Select(each => each.Done).Order());
    }

    // Nothing is uncertain in this case, so that one trial of the ten allowed tells all.
    [Fact]
    public void Uncertainty_counts_its_trials_and_names_what_comes_after_them() => Assert.Equal(
        [new StudyProgress(StudyStage.Trials, 1, 10), new StudyProgress(StudyStage.Causes), new StudyProgress(StudyStage.BreakEvens)],
        Told("uncertainty"));

    [Fact]
    public void A_case_tells_of_the_studies_asked_for_and_of_no_other()
    {
        var told = new Collected();
        CaseStudy.Of(TwoClusters.Case, [Study.Evidence, Study.Claim], told, token: TestContext.Current.CancellationToken);
        Assert.Equal([StudyStage.Case, StudyStage.Evidence, StudyStage.Claim], told.All.Select(each => each.Stage));
    }

    private static StudyProgress[] Told(string kind)
    {
        var told = new Collected();
        Work[kind](told, TestContext.Current.CancellationToken);
        return [.. told.All];
    }

    private sealed class Collected : IProgress<StudyProgress>
    {
        public ConcurrentQueue<StudyProgress> All { get; } = [];

        public void Report(StudyProgress value) => All.Enqueue(value);
    }
}
