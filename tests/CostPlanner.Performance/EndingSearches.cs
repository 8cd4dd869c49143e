using System.Diagnostics;
using CostPlanner.Placement.VectorPacking;
using CostPlanner.Tests.Placement.VectorPacking;

namespace CostPlanner.Performance;

/// <summary>Searches very many small instances drawn at random, to find one whose search does not end. Rounds are counted; a clock only names the seed of one that hangs.</summary>
internal static class EndingSearches
{
    /// <summary>As many instances as the aim names.</summary>
    public const int Most = 100_000;

    /// <summary>Every so many instances one has bins of several kinds and prices.</summary>
    private const int EveryPriced = 5;

    /// <summary>Questions whether to stop that a search may ask for each look allowed: one when it spends it, and fewer beside.</summary>
    private const int QuestionsForLook = 3;

    private const int SecondsForOne = 120;
    private const int EveryTold = 5_000;

    /// <summary>The result table; a search that hangs ends the program with its seed.</summary>
    /// <param name="count">How many instances.</param>
    /// <param name="first">What the instances' seeds are drawn from.</param>
    public static IEnumerable<string> Rows(int count, int first)
    {
        var clock = Stopwatch.StartNew();
        var random = new Random(first);
        var (equal, priced) = (new Tally(), new Tally());
        for (var number = 0; number < count; number++)
        {
            var isPriced = number % EveryPriced == EveryPriced - 1;
            Search(random.Next(), isPriced, isPriced ? priced : equal);
            if ((number + 1) % EveryTold == 0)
            {
                Console.Error.WriteLine(FormattableString.Invariant($"{number + 1:#,0} instances, {clock.Elapsed.TotalSeconds:0} s"));
            }
        }

        yield return "";
        yield return "| Bins | Instances | Ended | At the bound | By work | No plan in the bins offered | Most questions, as a share of those allowed | Longest, seconds |";
        yield return "| --- | --- | --- | --- | --- | --- | --- | --- |";
        yield return equal.Row("of one kind");
        yield return priced.Row("of several kinds, priced");
    }

    private static void Search(int seed, bool isPriced, Tally tally)
    {
        var instance = isPriced ? Instances.Drawn(seed, mostTypes: 25, priced: true) : Instances.Drawn(seed);
        var (asked, most) = (0L, QuestionsForLook * Instances.Short.Work!.Value);
        using var watch = new Timer(_ => Hangs(seed, isPriced), null, TimeSpan.FromSeconds(SecondsForOne), Timeout.InfiniteTimeSpan);
        var clock = Stopwatch.StartNew();
        var result = PackingSearch.Pack(instance, Instances.Short with
        {
            Stop = () => ++asked <= most ? null : throw new InvalidOperationException(FormattableString.Invariant($"seed {seed}{(isPriced ? ", priced" : "")}: work does not go down with the rounds of the search")),
        });
        if (result.Cost < result.LowerBound)
        {
            throw new InvalidOperationException(FormattableString.Invariant($"seed {seed}{(isPriced ? ", priced" : "")}: the bound {result.LowerBound} is above a plan of {result.Cost}"));
        }

        tally.Add(result, (double)asked / most, clock.Elapsed.TotalSeconds);
    }

    private static void Hangs(int seed, bool isPriced)
    {
        Console.Error.WriteLine(FormattableString.Invariant($"the search of Instances.Drawn({seed}{(isPriced ? ", 25, priced" : "")}) has not ended in {SecondsForOne} s"));
        Environment.Exit(1);
    }

    /// <summary>What the searches of one sort came to.</summary>
    private sealed class Tally
    {
        private int ended;
        private int atBound;
        private int withoutPlan;
        private double mostAsked;
        private double longest;

        public void Add(PackingResult result, double asked, double seconds)
        {
            ended++;
            atBound += result.Proven ? 1 : 0;
            withoutPlan += result.Plan is null ? 1 : 0;
            (mostAsked, longest) = (Math.Max(mostAsked, asked), Math.Max(longest, seconds));
        }

        public string Row(string bins) => FormattableString.Invariant(
            $"| {bins} | {ended:#,0} | {ended:#,0} | {atBound:#,0} | {ended - atBound - withoutPlan:#,0} | {withoutPlan:#,0} | {mostAsked:0.00} | {longest:0.0} |");
    }
}
