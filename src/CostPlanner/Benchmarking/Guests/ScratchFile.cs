namespace CostPlanner.Benchmarking.Guests;
internal sealed class ScratchFile : IDisposable { public string Path { get; } = ""; public void Dispose() { } }
