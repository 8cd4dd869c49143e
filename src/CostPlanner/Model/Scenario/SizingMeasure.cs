using System.Globalization;

namespace CostPlanner.Model;

/// <summary>The kinds of figure that a VM may be sized by.</summary>
public enum SizingKind
{
    /// <summary>What it is configured with.</summary>
    Configured,

    /// <summary>The mean of its samples.</summary>
    Average,

    /// <summary>A percentile of its samples.</summary>
    Percentile,

    /// <summary>Its largest sample.</summary>
    Peak,

    /// <summary>A figure for each hour, so that VMs that are busy at different hours share a host.</summary>
    Coincident,
}

/// <summary>The figure that VMs are sized by, for one resource.</summary>
public sealed record SizingMeasure
{
    private SizingMeasure(SizingKind kind, Percentile? percentile = null) => (Kind, Percentile) = (kind, percentile);

    /// <summary>As configured: nothing is measured.</summary>
    public static SizingMeasure Configured { get; } = new(SizingKind.Configured);

    /// <summary>The mean.</summary>
    public static SizingMeasure Average { get; } = new(SizingKind.Average);

    /// <summary>The largest sample.</summary>
    public static SizingMeasure Peak { get; } = new(SizingKind.Peak);

    /// <summary>A figure for each hour.</summary>
    public static SizingMeasure Coincident { get; } = new(SizingKind.Coincident);

    /// <summary>The kind of figure.</summary>
    public SizingKind Kind { get; }

    /// <summary>Which percentile; null unless the kind is one.</summary>
    public Percentile? Percentile { get; }

    /// <summary>Whether it needs samples.</summary>
    public bool IsMeasured => Kind != SizingKind.Configured;

    /// <summary>A percentile.</summary>
    public static SizingMeasure At(Percentile percentile) => new(SizingKind.Percentile, percentile);

    /// <summary>What a word of a scenario stands for: configured, average, peak, coincident, p1 to p99.9; null for any other.</summary>
    public static SizingMeasure? Of(string word) => word switch
    {
        "configured" => Configured,
        "average" => Average,
        "coincident" => Coincident,
        "peak" => Peak,
        _ => word.StartsWith('p')
            && decimal.TryParse(word[1..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && value is >= Model.Percentile.Least and <= Model.Percentile.Greatest
            ? At(new Percentile(value))
            : null,
    };

    /// <summary>The word that a scenario has for it: "configured", "p95".</summary>
    public override string ToString() => Percentile is { } percentile ? percentile.ToString() : Kind switch
    {
        SizingKind.Configured => "configured",
        SizingKind.Average => "average",
        SizingKind.Peak => "peak",
        _ => "coincident",
    };
}

/// <summary>The hours for which a coincident sizing keeps a figure each.</summary>
public enum TimeBuckets
{
    /// <summary>The 24 hours of the day.</summary>
    HoursOfDay,

    /// <summary>The 168 hours of the week.</summary>
    HoursOfWeek,
}

/// <summary>How VMs are sized.</summary>
public sealed record SizingRules
{
    /// <summary>
    /// The least busy cores that a running VM is sized by, whatever was measured: its timers and devices take some. A hundredth of a core is
    /// about the 32 MHz that vSphere HA counts for a VM without a reservation.
    /// </summary>
    public const decimal LeastCores = 0.01m;

    /// <summary>Everything as configured.</summary>
    public static SizingRules AsConfigured { get; } = new();

    /// <summary>What CPU is sized by.</summary>
    public SizingMeasure Cpu { get; init; } = SizingMeasure.Configured;

    /// <summary>What memory is sized by.</summary>
    public SizingMeasure Memory { get; init; } = SizingMeasure.Configured;

    /// <summary>How percentiles are taken.</summary>
    public PercentileMethod Percentiles { get; init; }

    /// <summary>The hours of a coincident sizing.</summary>
    public TimeBuckets Buckets { get; init; }

    /// <summary>What stands for an hour of a coincident sizing: the peak or a percentile.</summary>
    public SizingMeasure Bucket
    {
        get;
        init
        {
            if (value.Kind is not (SizingKind.Peak or SizingKind.Percentile))
            {
                throw new ArgumentOutOfRangeException(nameof(Bucket), value, "an hour is sized by its peak or by a percentile");
            }

            field = value;
        }
    } = SizingMeasure.Peak;

    /// <summary>Whether anything is sized by samples.</summary>
    public bool IsMeasured => Cpu.IsMeasured || Memory.IsMeasured;

    /// <summary>Whether anything is sized hour by hour.</summary>
    public bool IsCoincident => Cpu.Kind == SizingKind.Coincident || Memory.Kind == SizingKind.Coincident;

    /// <summary>How many hours a coincident sizing has.</summary>
    public int BucketCount => Buckets == TimeBuckets.HoursOfWeek ? Duration.HoursPerWeek : Duration.HoursPerDay;
}
