using System.Collections.Immutable;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Benchmarking.Remote;

namespace CostPlanner.Tests.Given;

/// <summary>A real ssh server of this user's own on loopback, reached through a line that can be cut; gone with the test. Without sshd the test is skipped, visibly.</summary>
internal sealed class LoopbackSsh : IDisposable
{
    private const string Name = "loop";
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder folder = new();
    private readonly Process server;

    /// <param name="settings">Lines of its configuration beside ours.</param>
    public LoopbackSsh(params string[] settings)
    {
        var sshd = new HostProgram("sshd", "openssh-server", "lets others in").Locate();
        Assert.SkipWhen(sshd is null || HostProgram.Ssh.Locate() is null, "sshd or ssh is missing: install the Debian packages openssh-server and openssh-client");
        if (Environment.UserName == "root")
        {
            // Debian's own start script makes it; sshd of root refuses to start without.
            Directory.CreateDirectory("/run/sshd");
        }

        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.At("host"));
        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.At("user"));
        Run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder.At("stranger"));
        var port = FreePort();
        server = Process.Start(new ProcessStartInfo(sshd!, ["-D", "-e", "-f", folder.Write("sshd_config", $"""
            ListenAddress 127.0.0.1
            Port {port}
            HostKey {folder.At("host")}
            AuthorizedKeysFile {folder.At("user.pub")}
            PidFile none
            UsePAM no
            StrictModes no
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            {string.Join('\n', settings)}

            """)])
        { RedirectStandardError = true })!;
        server.ErrorDataReceived += (_, _) => { };
        server.BeginErrorReadLine();
        WaitFor(port);
        Line = new CutLine(port);
        folder.Write("known_hosts", $"{Name} {File.ReadAllText(folder.At("host.pub"))}");
    }

    /// <summary>The line to it.</summary>
    public CutLine Line { get; }

    public static RemoteTarget Target { get; } = RemoteTarget.Of(Name)!;

    /// <summary>Options of ssh that lead to it.</summary>
    /// <param name="key">The key of the login: user, or stranger who is not let in.</param>
    /// <param name="knowsHost">Whether the host's key is known.</param>
    public ImmutableArray<string> Options(string key = "user", bool knowsHost = true) =>
    [
        "-F",
        folder.Write($"config-{key}-{knowsHost}", $"""
            Host {Name}
              HostName 127.0.0.1
              HostKeyAlias {Name}
              Port {Line.Port}
              User {Environment.UserName}
              IdentityFile {folder.At(key)}
              IdentitiesOnly yes
              IdentityAgent none
              UserKnownHostsFile {(knowsHost ? folder.At("known_hosts") : "none")}
              GlobalKnownHostsFile none

            """),
    ];

    public void Dispose()
    {
        Line?.Dispose();
        server.Kill(entireProcessTree: true);
        server.WaitForExit();
        server.Dispose();
        folder.Dispose();
    }

    private static void Run(string program, params string[] arguments)
    {
        using var run = Process.Start(program, arguments);
        run.WaitForExit();
        Assert.Equal(0, run.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void WaitFor(int port)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var trial = new TcpClient();
                trial.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (waited.Elapsed < ToStart && !server.HasExited)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}

/// <summary>A port on loopback that leads to another one, until it is cut.</summary>
internal sealed class CutLine : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> ends = [];
    private volatile bool isFrozen;

    public CutLine(int to)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Task.Run(async () =>
        {
            while (true)
            {
                var near = await listener.AcceptTcpClientAsync();
                var far = new TcpClient();
                await far.ConnectAsync(IPAddress.Loopback, to);
                lock (ends)
                {
                    ends.AddRange([near, far]);
                }

                _ = Pump(near, far);
                _ = Pump(far, near);
            }
        });
    }

    public int Port { get; }

    /// <summary>Both ends see the connection broken.</summary>
    public void Cut()
    {
        lock (ends)
        {
            ends.ForEach(end => end.Dispose());
            ends.Clear();
        }
    }

    /// <summary>Nothing gets through any more, and nobody is told.</summary>
    public void Freeze() => isFrozen = true;

    public void Dispose()
    {
        listener.Dispose();
        Cut();
    }

    private async Task Pump(TcpClient from, TcpClient to)
    {
        var buffer = new byte[1 << 16];
        try
        {
            for (int count; (count = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                if (!isFrozen)
                {
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, count));
                }
            }
        }
        catch (Exception cut) when (cut is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut.
        }

        if (!isFrozen)
        {
            from.Dispose();
            to.Dispose();
        }
    }
}
