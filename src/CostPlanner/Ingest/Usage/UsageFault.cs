namespace CostPlanner.Ingest.Usage;

/// <summary>Something wrong with many rows of a file: how many, and the first of them.</summary>
internal sealed class UsageFault
{
    /// <summary>How many rows.</summary>
    public int Rows { get; private set; }

    /// <summary>The first of them.</summary>
    public int First { get; private set; }

    /// <summary>Counts a row.</summary>
    public void Count(int row)
    {
        First = Rows == 0 ? row : First;
        Rows++;
    }
}
