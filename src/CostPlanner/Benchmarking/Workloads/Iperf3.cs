using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Workloads;

/// <summary>What `iperf3 -c … -J` over TCP came to.</summary>
/// <param name="MbitsSent">Mbit/s that the client sent.</param>
/// <param name="MbitsReceived">Mbit/s that the server received.</param>
/// <param name="Retransmits">Segments sent again; null where the system does not tell.</param>
/// <param name="Seconds">How long it measured by the guest's clock.</param>
public sealed record Iperf3(double MbitsSent, double MbitsReceived, double? Retransmits, double Seconds)
{
    private const double BitsPerMegabit = 1e6;

    /// <summary>Reads the output.</summary>
    public static Parsed<Iperf3> Parse(string output) => ToolOutput.ReadJson(output, root =>
    {
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("error", out _))
        {
            throw new UnreadableException(Message.Of("iperf3.error"));
        }

        var end = root.Member("end");
        var (sent, received) = (end.Member("sum_sent"), end.Member("sum_received"));
        return new Iperf3(
            sent.Number("bits_per_second") / BitsPerMegabit,
            received.Number("bits_per_second") / BitsPerMegabit,
            sent.TryGetProperty("retransmits", out _) ? sent.Number("retransmits") : null,
            received.Number("seconds"));
    });
}
