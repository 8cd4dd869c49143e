using System.Runtime.InteropServices;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Probe;

/// <summary>What opening the KVM device came to.</summary>
public enum KvmDeviceState
{
    /// <summary>It opens for reading and writing and speaks the interface that all kernels since 2.6.22 speak.</summary>
    Opens,

    /// <summary>There is no such file.</summary>
    Absent,

    /// <summary>It is there, but not for this user.</summary>
    NotPermitted,

    /// <summary>It does not open for another reason, or is not KVM.</summary>
    Refused,
}

/// <summary>The KVM device as this process finds it; opening it says that KVM is there, not that it is any good.</summary>
/// <param name="Path">The device, as a rule /dev/kvm.</param>
/// <param name="State">What opening it came to.</param>
/// <param name="Api">The version of its interface; null when it was not told.</param>
/// <param name="Words">The same, as it is told behind the path.</param>
public sealed record KvmDevice(string Path, KvmDeviceState State, int? Api, Message Words)
{
    /// <summary>Where the device lies on Linux.</summary>
    public const string Usual = "/dev/kvm";

    /// <summary>The only version of the interface that a program should use (KVM API documentation of Linux, KVM_GET_API_VERSION).</summary>
    public const int UsableApi = 12;

    /// <summary>Opens the device, asks its version and closes it again.</summary>
    public static KvmDevice Ask(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var file = Linux.Open(path, Linux.ReadAndWrite | Linux.CloseOnExec);
        if (file < 0)
        {
            return Closed(path, Marshal.GetLastPInvokeError());
        }

        var api = Linux.Ioctl(file, KvmCalls.GetApiVersion, 0);
        var error = Marshal.GetLastPInvokeError();
        _ = Linux.Close(file);
        return api switch
        {
            UsableApi => new KvmDevice(path, KvmDeviceState.Opens, api, Message.Of("kvm.opens", ("api", api))),
            < 0 => new KvmDevice(path, KvmDeviceState.Refused, null, Message.Of("kvm.other", ("why", Linux.Words(error)))),
            _ => new KvmDevice(path, KvmDeviceState.Refused, api, Message.Of("kvm.api", ("api", api), ("usable", UsableApi))),
        };
    }

    private static KvmDevice Closed(string path, int error) => error switch
    {
        Linux.NoEntry or Linux.NotADirectory => new KvmDevice(path, KvmDeviceState.Absent, null, Message.Of("kvm.absent")),
        Linux.AccessDenied or Linux.NotPermitted => new KvmDevice(path, KvmDeviceState.NotPermitted, null, Message.Of("kvm.closed")),
        _ => new KvmDevice(path, KvmDeviceState.Refused, null, Message.Of("kvm.refused", ("why", Linux.Words(error)))),
    };
}
