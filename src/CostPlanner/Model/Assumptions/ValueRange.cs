namespace CostPlanner.Model;

/// <summary>How the values of a range are spread.</summary>
public enum RangeShape
{
    /// <summary>PERT: a beta distribution on the whole range, four times as heavy at the likely value as at an end.</summary>
    Pert,

    /// <summary>A triangle over the range, its tip at the likely value.</summary>
    Triangular,

    /// <summary>All values of the range alike; the likely value is only what the point case uses.</summary>
    Uniform,

    /// <summary>Normal: low and high are the 5 % and 95 % quantiles, which lie evenly around the likely value.</summary>
    Normal,

    /// <summary>Log-normal: low and high, both above 0, are the 5 % and 95 % quantiles; the likely value is only what the point case uses.</summary>
    LogNormal,
}

/// <summary>A number that is not known exactly.</summary>
public sealed record ValueRange
{
    /// <summary>A range; throws where <see cref="Problem"/> says why it is none.</summary>
    public ValueRange(decimal low, decimal likely, decimal high, RangeShape shape = RangeShape.Pert)
    {
        if (Problem(low, likely, high, shape) is { } problem)
        {
            throw new ArgumentException(problem.ToString(), nameof(likely));
        }

        (Low, Likely, High, Shape) = (low, likely, high, shape);
    }

    /// <summary>The low end; of a normal or log-normal range the 5 % quantile.</summary>
    public decimal Low { get; }

    /// <summary>The value that the point case uses.</summary>
    public decimal Likely { get; }

    /// <summary>The high end; of a normal or log-normal range the 95 % quantile.</summary>
    public decimal High { get; }

    /// <summary>How values are spread.</summary>
    public RangeShape Shape { get; }

    /// <summary>Why these numbers are no range, or null when they are one.</summary>
    public static Message? Problem(decimal low, decimal likely, decimal high, RangeShape shape) => 0 switch
    {
        _ when low > likely || likely > high => Message.Of("range.order", ("low", low), ("likely", likely), ("high", high)),
        _ when low == high => Message.Of("range.none", ("both", low)),
        _ when shape == RangeShape.Normal && likely - low != high - likely => Message.Of("range.normal"),
        _ when shape == RangeShape.LogNormal && low <= 0 => Message.Of("range.log-normal"),
        _ => null,
    };
}
