namespace CostPlanner.Benchmarking.Statistics;

/// <summary>How evenly guests that ask for the same are served. Guests of one replicate are not independent: these are figures of the replicate.</summary>
/// <param name="Jain">Jain's index: 1 where all get the same, 1/n where one gets all.</param>
/// <param name="Least">What the worst-served guest got.</param>
/// <param name="Sum">What all got together.</param>
public readonly record struct Fairness(double Jain, double Least, double Sum)
{
    /// <summary>Of what each guest got, 0 or more each; where none got anything the index is 1.</summary>
    public static Fairness Of(IReadOnlyCollection<double> guests)
    {
        ArgumentOutOfRangeException.ThrowIfZero(guests.Count, nameof(guests));
        ArgumentOutOfRangeException.ThrowIfNegative(guests.Min(), nameof(guests));
        var sum = guests.Sum();
        var squares = guests.Sum(each => each * each);
        return new Fairness(squares == 0 ? 1 : sum * sum / (guests.Count * squares), guests.Min(), sum);
    }
}
