using System.Runtime.InteropServices;

namespace CostPlanner.Cli;

/// <summary>
/// Ctrl-C, a terminal that is gone, and the order to end: work is called off and may clean up; what does not listen is ended after a while, or at the second
/// order.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan While = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;

    public Interruption() =>
        registrations = [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, CallOff),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, CallOff),
            PosixSignalRegistration.Create(PosixSignal.SIGHUP, CallOff),
        ];

    /// <summary>Cancelled when the user wants the program to end.</summary>
    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    private void CallOff(PosixSignalContext context)
    {
        context.Cancel = true;
        if (source.IsCancellationRequested)
        {
            Environment.Exit(ExitCode.Interrupted);
        }

        _ = Task.Delay(While).ContinueWith(_ => Environment.Exit(ExitCode.Interrupted), TaskScheduler.Default);
        source.Cancel();
    }
}
