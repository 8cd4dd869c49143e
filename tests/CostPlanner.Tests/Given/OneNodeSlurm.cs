using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CostPlanner.Tests.Given;

/// <summary>Slurm with one node, this machine, its daemons this user's own, its files in a temporary folder; gone with the test. Where Slurm is missing the test is skipped, visibly.</summary>
internal sealed class OneNodeSlurm : IDisposable
{
    private const int Cores = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly string[] Places = ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"];

    private readonly TemporaryFolder folder = TemporaryFolder.ForGuests();
    private readonly List<Process> daemons = [];
    private readonly string configuration;

    public OneNodeSlurm()
    {
        var found = new[] { "munged", "slurmctld", "slurmd", "sbatch" }.ToDictionary(name => name, name => Find(name));
        Assert.SkipWhen(found.ContainsValue(null), "Slurm is missing: install the Debian packages slurm-wlm and munge");
        var host = Dns.GetHostName().Split('.')[0];
        configuration = folder.Write("slurm.conf", Configuration(host));
        Directory.CreateDirectory(folder.At("state"));
        Directory.CreateDirectory(folder.At("spool"));
        File.WriteAllBytes(folder.At("munge.key"), RandomNumberGenerator.GetBytes(1024));
        if (OperatingSystem.IsLinux())
        {
            File.SetUnixFileMode(folder.At("munge.key"), UnixFileMode.UserRead);
        }

        // munged is strict about who owns the folders above its files, and a temporary folder is not as it likes.
        Start(found["munged"]!, "--foreground", "--force", "--socket", folder.At("munge.socket"), "--key-file", folder.At("munge.key"), "--pid-file", folder.At("munge.pid"), "--log-file", folder.At("munge.log"), "--seed-file", folder.At("munge.seed"));
        Until(() => File.Exists(folder.At("munge.socket")), "munged made no socket");
        Start(found["slurmctld"]!, "-D", "-c");
        Start(found["slurmd"]!, "-D", "-N", host);
        Until(() => Run("sinfo", "-h", "-o", "%t").Contains("idle", StringComparison.Ordinal), "the node did not become idle");
    }

    /// <summary>The path of something in its folder.</summary>
    public string At(string name) => folder.At(name);

    /// <summary>Writes a file there.</summary>
    public string Write(string name, string text) => folder.Write(name, text);

    /// <summary>Runs one of Slurm's commands; what it printed.</summary>
    public string Run(string command, params string[] arguments)
    {
        using var run = Process.Start(Environmental(new ProcessStartInfo(Find(command)!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }))!;
        var error = run.StandardError.ReadToEndAsync();
        var text = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        return text + error.Result;
    }

    /// <summary>Waits until something is so; fails with the daemons' logs where it never is.</summary>
    public void Until(Func<bool> so, string otherwise)
    {
        var waited = Stopwatch.StartNew();
        while (!so())
        {
            Assert.True(waited.Elapsed < Patience && daemons.All(daemon => !daemon.HasExited), $"{otherwise}\n{Logs()}");
            Thread.Sleep(TimeSpan.FromMilliseconds(100));
        }
    }

    public void Dispose()
    {
        foreach (var daemon in Enumerable.Reverse(daemons))
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }

        folder.Dispose();
    }

    private string Configuration(string host) => $"""
        ClusterName=test
        SlurmctldHost={host}(127.0.0.1)
        SlurmctldPort={FreePort()}
        SlurmdPort={FreePort()}
        AuthType=auth/munge
        AuthInfo=socket={folder.At("munge.socket")}
        CredType=cred/munge
        ProctrackType=proctrack/linuxproc
        TaskPlugin=task/none
        SelectType=select/cons_tres
        SelectTypeParameters=CR_Core
        SlurmUser={Environment.UserName}
        SlurmdUser={Environment.UserName}
        StateSaveLocation={folder.At("state")}
        SlurmdSpoolDir={folder.At("spool")}
        SlurmctldPidFile={folder.At("slurmctld.pid")}
        SlurmdPidFile={folder.At("slurmd.pid")}
        SlurmctldLogFile={folder.At("slurmctld.log")}
        SlurmdLogFile={folder.At("slurmd.log")}
        ReturnToService=2
        MpiDefault=none
        JobAcctGatherType=jobacct_gather/none
        KillWait=1
        SlurmdParameters=config_overrides
        NodeName={host} NodeAddr=127.0.0.1 CPUs={Cores} RealMemory=1000 State=UNKNOWN
        PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP

        """;

    private void Start(string program, params string[] arguments)
    {
        var daemon = Process.Start(Environmental(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }))!;
        daemon.OutputDataReceived += (_, _) => { };
        daemon.ErrorDataReceived += (_, _) => { };
        daemon.BeginOutputReadLine();
        daemon.BeginErrorReadLine();
        daemons.Add(daemon);
    }

    private ProcessStartInfo Environmental(ProcessStartInfo start)
    {
        start.Environment["SLURM_CONF"] = configuration;
        return start;
    }

    private string Logs() => string.Join('\n', new[] { "munge.log", "slurmctld.log", "slurmd.log" }.Select(name => folder.At(name)).Where(File.Exists).SelectMany(file => File.ReadLines(file).TakeLast(20)));

    private static string? Find(string program) => Places.Select(place => Path.Combine(place, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
