using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>One thread that starts all guests of a run and lives as long as the run.</summary>
/// <remarks>A child that asked to die with its parent dies with the thread that started it, and threads of the pool come and go.</remarks>
internal sealed class SpawningThread : IDisposable
{
    private readonly BlockingCollection<Action> work = [];
    private readonly Thread thread;

    public SpawningThread()
    {
        thread = new Thread(Work) { IsBackground = true, Name = "guests" };
        thread.Start();
    }

    /// <summary>Does it on the thread, and waits for it.</summary>
    public void Do(Action action)
    {
        using var done = new ManualResetEventSlim();
        ExceptionDispatchInfo? failed = null;
        work.Add(() =>
        {
            try
            {
                action();
            }
            catch (Exception trouble) when (trouble is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                failed = ExceptionDispatchInfo.Capture(trouble);
            }
            finally
            {
                done.Set();
            }
        });
        done.Wait();
        failed?.Throw();
    }

    public void Dispose()
    {
        work.CompleteAdding();
        thread.Join();
        work.Dispose();
    }

    private void Work()
    {
        foreach (var action in work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
