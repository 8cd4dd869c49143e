namespace CostPlanner.Benchmarking.Processes;

/// <summary>What a program that runs a stranger's code may have: no rights of ours, no large files, few files at once, no core dump.</summary>
/// <param name="LargestFile">Bytes that a file may have which it writes.</param>
/// <param name="HasKvm">Whether it runs guests on KVM, for which it needs that device's group.</param>
internal sealed record ProcessLimits(long LargestFile, bool HasKvm)
{
    /// <summary>The number of the user nobody and of its group, the same on all distributions.</summary>
    public const uint Nobody = 65534;

    private const string KvmGroup = "kvm";
    private const int MostOpenFiles = 256;

    /// <summary>Whether rights are given up: only root has any that a guest's program must not have, and only root can.</summary>
    public static bool GivesUpRights => Environment.IsPrivilegedProcess;

    /// <summary>The limits, in prlimit's words.</summary>
    public string[] Limits => [
        "--core=0",
        FormattableString.Invariant($"--fsize={LargestFile}"),
        FormattableString.Invariant($"--nofile={MostOpenFiles}"),
        "--",
    ];

    /// <summary>As whom it runs, in setpriv's words; as us where we are not root.</summary>
    public string[] User => !GivesUpRights
        ? []
        :
        [
            FormattableString.Invariant($"--reuid={Nobody}"), FormattableString.Invariant($"--regid={Nobody}"),
            .. HasKvm && KnowsKvm() ? ["--groups", KvmGroup] : (string[])["--clear-groups"],
            "--bounding-set=-all", "--inh-caps=-all",
        ];

    // Where there is no such group, as on RHEL's minimal systems, the device is open to all.
    private static bool KnowsKvm() =>
        File.Exists("/etc/group") && File.ReadLines("/etc/group").Any(line => line.StartsWith(KvmGroup + ":", StringComparison.Ordinal));
}
