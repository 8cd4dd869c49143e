using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Comparisons;

/// <summary>What a guest of the density sweep costs on a server of that price: the price over the guests at the knee.</summary>
/// <param name="Price">The server's price.</param>
/// <param name="PerGuest">Price per guest at the number that always passed; null where it cannot be told.</param>
/// <param name="Least">Price per guest at the number that always failed: it costs more than this; null where no number failed.</param>
/// <param name="Hole">Why there is no price per guest, or null when there is one.</param>
public sealed record GuestPrice(Money Price, Money? PerGuest, Money? Least, Message? Hole)
{
    /// <summary>The price per guest on the server of a run; a run that does not count has none.</summary>
    public static GuestPrice Of(BenchmarkRun run, Money price)
    {
        var guests = run.Find(Measures.GuestsAtKnee.Name);
        var hole = 0 switch
        {
            _ when !run.IsValid => Message.Of("comparison.does-not-count", ("run", run.Id), ("why", run.WhyNotValid[0])),
            _ when guests is null => Message.Of("guest-price.not-measured", ("run", run.Id), ("measure", Measures.GuestsAtKnee.Name)),
            _ when guests.Value < 1 => Message.Of("guest-price.none-passed"),
            _ when guests.Value > Most || guests.High > Most => Message.Of("guest-price.too-many"),
            _ => null,
        };
        return hole is null
            ? new GuestPrice(price, price / Whole(guests!.Value), guests.High is { } fails ? price / Whole(fails) : null, null)
            : new GuestPrice(price, null, null, hole);
    }

    private const double Most = 1e6;

    private static decimal Whole(double guests) => decimal.Round((decimal)guests);
}
