namespace CostPlanner.Cli;

/// <summary>How the program ends; scripts depend on it.</summary>
public static class ExitCode
{
    /// <summary>Done, also with warnings.</summary>
    public const int Done = 0;

    /// <summary>A bug of ours.</summary>
    public const int OurFault = 1;

    /// <summary>Something in the user's input.</summary>
    public const int YourInput = 2;

    /// <summary>This machine lacks something.</summary>
    public const int MachineCannot = 3;

    /// <summary>Ctrl-C.</summary>
    public const int Interrupted = 130;
}
