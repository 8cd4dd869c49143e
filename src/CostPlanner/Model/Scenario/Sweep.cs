using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A figure that every option of a case has.</summary>
/// <param name="Name">Its name in files: "total", "hosts".</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Unit">What it is counted in.</param>
public sealed record CaseMeasure(string Name, Message Label, ValueUnit Unit);

/// <summary>The figures of one option, in the order of the measures; null where there is no answer.</summary>
/// <param name="Id">The option's id.</param>
/// <param name="Name">The option as printed.</param>
/// <param name="Values">The figures.</param>
public sealed record OptionFigures(string Id, string Name, ImmutableArray<decimal?> Values)
{
    /// <summary>The names of the measures whose figure is "at least" so much: a price is missing, or a VM has no place.</summary>
    public ImmutableArray<string> AtLeast { get; init; } = [];
}

/// <summary>A key and the value that it is set to, as the user writes both.</summary>
public sealed record KeyValue(string Key, string Value);

/// <summary>A key and the values that it takes in turn.</summary>
/// <param name="Key">The key.</param>
/// <param name="Label">What it is, as printed.</param>
/// <param name="Unit">What it is counted in; none for what is no number.</param>
/// <param name="Values">The values, as the user writes them, one and above.</param>
public sealed record SweepAxis(string Key, Message Label, ValueUnit Unit, ImmutableArray<string> Values);

/// <summary>The case with one value of each axis.</summary>
/// <param name="Index">Its number among all points, from 0; the last axis turns fastest.</param>
/// <param name="Figures">The figures of each option, in the order of the options and of the measures.</param>
public sealed record SweepPoint(int Index, ImmutableArray<ImmutableArray<decimal?>> Figures)
{
    /// <summary>For each option the names of the measures whose figure is "at least" so much.</summary>
    public ImmutableArray<ImmutableArray<string>> AtLeast { get; init; } = [.. Figures.Select(_ => ImmutableArray<string>.Empty)];
}

/// <summary>A case worked out at many points: all of them, or the share of one machine.</summary>
public sealed record Sweep
{
    /// <summary>The name and version of its file format.</summary>
    public const string Schema = "costplanner/sweep/1";

    /// <summary>The most points.</summary>
    public const int MostPoints = 100_000;

    /// <summary>The scenario's name.</summary>
    public required string Scenario { get; init; }

    /// <summary>The scenario's title.</summary>
    public required string Title { get; init; }

    /// <summary>The day that dates prices.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The currency of all amounts.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The option that the others are measured against.</summary>
    public required string Baseline { get; init; }

    /// <summary>What is set at every point.</summary>
    public required ImmutableArray<KeyValue> Set { get; init; }

    /// <summary>What is swept.</summary>
    public required ImmutableArray<SweepAxis> Axes { get; init; }

    /// <summary>The measures.</summary>
    public required ImmutableArray<CaseMeasure> Measures { get; init; }

    /// <summary>The figures of the scenario as it is; also which options there are.</summary>
    public required ImmutableArray<OptionFigures> Original { get; init; }

    /// <summary>The points, by index.</summary>
    public required ImmutableArray<SweepPoint> Points { get; init; }

    /// <summary>The fingerprint of a share; null for a whole sweep, which is joined to nothing.</summary>
    public SweepSeal? Seal { get; init; }

    /// <summary>How many points there are in all.</summary>
    public int Count => CountOf(Axes);

    /// <summary>How many points axes have; throws <see cref="OverflowException"/> for more than can be counted.</summary>
    public static int CountOf(ImmutableArray<SweepAxis> axes) => axes.Aggregate(1, (count, axis) => count * axis.Values.Length);

    /// <summary>The value of each axis at a point.</summary>
    public static ImmutableArray<string> ValuesAt(ImmutableArray<SweepAxis> axes, int index)
    {
        var values = new string[axes.Length];
        for (var axis = axes.Length - 1; axis >= 0; axis--)
        {
            values[axis] = axes[axis].Values[index % axes[axis].Values.Length];
            index /= axes[axis].Values.Length;
        }

        return [.. values];
    }

    /// <summary>The position of a measure.</summary>
    public int IndexOf(string measure) => Measures.Select(each => each.Name).ToList().IndexOf(measure);
}
