namespace CostPlanner.Benchmarking.Guests;

/// <summary>A guest's NIC: one end of a wire between two guests of a run, which no packet leaves. QEMU itself carries the packets ("user-path").</summary>
/// <param name="Wire">The wire's name in the run: letters, digits, hyphens.</param>
/// <param name="End">1 for the guest that holds the wire and is started first, 2 for the one that plugs in.</param>
public sealed record GuestNic(string Wire, int End);
