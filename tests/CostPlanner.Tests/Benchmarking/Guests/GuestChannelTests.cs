using System.Net.Sockets;
using System.Text;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Guests;

/// <summary>What a guest may say, with a test in the guest's place.</summary>
public sealed class GuestChannelTests
{
    private const string Good = """{"v":1,"seq":1,"ev":"ping","rc":0,"up0":1.5,"up1":1.75,"stat0":{"user":1},"stat1":{"user":2},"b64":"aGk="}""";

    [Fact]
    public void An_answer_is_read_whole()
    {
        var answer = Asked(Good + "\n")!;

        Assert.Equal(("ping", 0, 1.5, 1.75, "hi"), (answer.Event, answer.ExitCode, answer.Up0, answer.Up1, answer.Output));
        Assert.Equal((1, 2), (answer.Stat0["user"], answer.Stat1["user"]));
    }

    [Theory]
    [InlineData("\"seq\":1", "\"seq\":2", RejectReason.LostLine)]
    [InlineData("\"v\":1", "\"v\":2", RejectReason.BadMessage)]
    [InlineData("\"rc\":0", "\"rc\":\"0\"", RejectReason.BadMessage)]
    [InlineData("\"rc\":0", "\"rc\":0,\"rc\":1", RejectReason.BadMessage)]
    [InlineData("\"up0\":1.5", "\"up0\":-1", RejectReason.BadMessage)]
    [InlineData("aGk=", "a", RejectReason.BadMessage)]
    [InlineData("\"ev\":\"ping\"", "\"ev\":\"\\u001b[2J\"", RejectReason.BadMessage)]
    [InlineData("\"stat0\":{\"user\":1}", "\"stat0\":[]", RejectReason.BadMessage)]
    public void Every_other_line_is_rejected_by_name_in_words_that_steer_no_terminal(string part, string instead, RejectReason reason)
    {
        var trouble = Assert.Throws<GuestException>(() => Asked(Good.Replace(part, instead, StringComparison.Ordinal) + "\n"));

        Assert.Equal(reason, trouble.Rejection.Reason);
        Assert.DoesNotContain(trouble.Rejection.Words.Words(), char.IsControl);
    }

    [Fact]
    public void A_line_without_an_end_is_a_flood_and_a_guest_that_hangs_up_has_died()
    {
        Assert.Equal(RejectReason.Flood, Assert.Throws<GuestException>(() => Asked(new string('x', LineSocket.LongestLine + 1))).Rejection.Reason);
        Assert.Equal(RejectReason.GuestDied, Assert.Throws<GuestException>(() => Asked("""{"v":1""")).Rejection.Reason);
    }

    private static GuestAnswer Asked(string said)
    {
        using var folder = new TemporaryFolder();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder.At("port")));
        listener.Listen();
        using var channel = new GuestChannel(LineSocket.Connect(folder.At("port"), TimeSpan.FromSeconds(10), () => true, TestContext.Current.CancellationToken));
        var guest = new Thread(() => Say(listener, said));
        guest.Start();
        try
        {
            return channel.Ask("ping", TimeSpan.FromSeconds(30));
        }
        finally
        {
            channel.Dispose();
            guest.Join();
        }
    }

    private static void Say(Socket listener, string said)
    {
        using var guest = listener.Accept();
        try
        {
            guest.Receive(new byte[100]);
            guest.Send(Encoding.UTF8.GetBytes(said));
        }
        catch (SocketException)
        {
            // The other side has heard enough.
        }
    }
}
