namespace CostPlanner.Placement;

/// <summary>Settings of the search: how finely it counts and how hard it tries. They are not policy; policy is in data/assumptions.</summary>
internal static class Tuning
{
    /// <summary>CPU is packed in thousandths of a vCPU, so that grown demands keep their fractions.</summary>
    public const int PartsPerVCpu = 1000;

    /// <summary>Spare candidates are offered beyond the sum of demands, as a multiple, because packing is never perfect.</summary>
    public const int CandidateFactor = 2;

    /// <summary>Items tried to be moved out of the way of one that fits nowhere, before it is given up: more was slower and no better.</summary>
    public const int MovesTried = 256;
}
