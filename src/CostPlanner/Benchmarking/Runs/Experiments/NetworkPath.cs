using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Benchmarking.Statistics;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Experiments;

/// <summary>What a guest sends to another guest of the same host.</summary>
/// <remarks>
/// Two guests, TCP over the wire between them, which needs no rights on the host and runs through the two QEMU processes: it is labelled "user-path" and is far
/// below what the kernel's own path (tap and vhost) gives.
/// The first sending is thrown away, and of the second its first second.
/// </remarks>
/// <param name="Repeats">How many replicates.</param>
/// <param name="Window">The window of each measurement.</param>
/// <param name="Shape">Each guest, with a NIC.</param>
public sealed record NetworkPath(Repeats Repeats, Window Window, GuestShape Shape)
    : RepeatedExperiment("network-path", Message.Of("experiment.network-path"), Repeats)
{
    private static readonly string Send = GuestCommand.Of("net", "send");
    private const string Receiver = "10.0.0.2";

    /// <summary>A second that iperf3 itself leaves out.</summary>
    private const int LeftOut = 1;

    /// <summary>The receiver answers before it listens.</summary>
    private const int ToListen = 1;

    /// <inheritdoc/>
    public override ImmutableArray<MeasuredEstimate> Estimates { get; } =
        [
            new(
                Measures.NetworkBandwidth,
                Averaging.Mean,
                Message.Of("method.network")),
        ];

    /// <inheritdoc/>
    public override Script Typical => new(
        [Shape, Shape],
        [
            new GuestWork(GuestCommand.Of("net", "up", "10.0.0.1/24"), 0, 1),
            new GuestWork(GuestCommand.Of("net", "up", $"{Receiver}/24"), 0, 2),
            .. Sending(Window.WarmUp, isWarmUp: true),
            .. Sending(Window.Seconds, isWarmUp: false),
        ]);

    /// <inheritdoc/>
    public override ImmutableSortedDictionary<string, double> Figures(ImmutableArray<GuestSample> samples) =>
        ImmutableSortedDictionary<string, double>.Empty.Add(Measures.NetworkBandwidth.Name, samples.Steps(Send, 1)[0][0].Network().MbitsReceived);

    private static IEnumerable<ScriptStep> Sending(int seconds, bool isWarmUp) =>
    [
        new GuestWork(GuestCommand.Of("net", "serve"), 0, 2),
        new IdleTime(ToListen),
        new GuestWork(GuestCommand.Of(Send, Receiver, seconds), seconds + LeftOut, 1, isWarmUp),
    ];
}
