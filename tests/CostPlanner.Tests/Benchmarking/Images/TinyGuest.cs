using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Images;

/// <summary>One guest under TCG, for tests of the image alone: no QMP, no limits, no clean-up but its own end. It is not how runs start guests.</summary>
internal sealed class TinyGuest : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder folder = new();
    private readonly Process qemu;
    private readonly Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly StreamReader reader;
    private int number;

    public TinyGuest(GuestImage image, string kernelOptions)
    {
        var program = HostProgram.Qemu.Locate();
        Assert.SkipWhen(program is null, "there is no QEMU on this machine");
        using (var scratch = File.Create(folder.At("scratch")))
        {
            scratch.SetLength(1 << 24);
        }

        qemu = Process.Start(new ProcessStartInfo(program!, Arguments(image, kernelOptions)) { RedirectStandardError = true })!;
        Connect();
        reader = new StreamReader(new NetworkStream(socket) { ReadTimeout = (int)Patience.TotalMilliseconds }, Encoding.UTF8);
    }

    /// <summary>The next line that the guest writes.</summary>
    public string Line() => reader.ReadLine() ?? throw new IOException($"the guest is gone: {File.ReadAllText(folder.At("console"))}");

    /// <summary>Asks, and returns the line that answers.</summary>
    public string Ask(string command)
    {
        socket.Send(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{++number} {command}\n")));
        return Line();
    }

    /// <summary>Waits for the guest to end itself; its exit code.</summary>
    public int Ended() => qemu.WaitForExit(Patience) ? qemu.ExitCode : throw new TimeoutException("the guest did not end");

    public void Dispose()
    {
        if (!qemu.HasExited)
        {
            qemu.Kill(entireProcessTree: true);
            qemu.WaitForExit();
        }

        qemu.Dispose();
        socket.Dispose();
        folder.Dispose();
    }

    private void Connect()
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                socket.Connect(new UnixDomainSocketEndPoint(folder.At("port")));
                return;
            }
            catch (SocketException) when (!qemu.HasExited && waited.Elapsed < Patience)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(50));
            }
            catch (SocketException) when (qemu.HasExited)
            {
                throw new IOException($"QEMU ended: {qemu.StandardError.ReadToEnd()}");
            }
        }
    }

    private string[] Arguments(GuestImage image, string kernelOptions) =>
    [
        "-nodefaults", "-no-user-config", "-no-reboot", "-display", "none",
        "-machine", "q35,usb=off,vmport=off,smbus=off", "-accel", "tcg", "-cpu", "max", "-smp", "1", "-m", "256",
        "-kernel", image.Kernel, "-initrd", image.Initramfs, "-append", $"console=ttyS0 quiet loglevel=4 panic=-1 reboot=t {kernelOptions}",
        "-chardev", $"file,id=con,path={folder.At("console")}", "-serial", "chardev:con",
        "-chardev", $"socket,id=b,path={folder.At("port")},server=on,wait=off",
        "-device", "virtio-serial-pci,ioeventfd=off,max_ports=2", "-device", "virtserialport,chardev=b,name=bench.0",
        "-blockdev", $"driver=file,node-name=f0,filename={folder.At("scratch")}", "-blockdev", "driver=raw,node-name=d0,file=f0",
        "-device", "virtio-blk-pci,drive=d0,serial=scratch",
        "-blockdev", $"driver=file,node-name=ft,filename={image.Tools},read-only=on,auto-read-only=off", "-blockdev", "driver=raw,node-name=dt,file=ft,read-only=on",
        "-device", "virtio-blk-pci,drive=dt,serial=tools",
        "-sandbox", "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
    ];
}
