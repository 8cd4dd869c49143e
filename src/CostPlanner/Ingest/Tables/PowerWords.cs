using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The words that tell whether a VM runs, in the spelling of every tool and in several languages; only their letters count.</summary>
/// <remarks>
/// vCenter, its PowerCLI and RVTools, Nutanix ("kOn"), oVirt ("up"), OpenStack ("ACTIVE", "SHUTOFF"), libvirt ("shut off"), Hyper-V ("Saved"), Xen
/// ("halted"). The words of other languages are those of vCenter's own translations; no real export has confirmed them.
/// </remarks>
internal static class PowerWords
{
    private static readonly HashSet<string> On = Words(
        """
        poweredOn on kOn running up active started true isRunning idle
        eingeschaltet an ein läuft gestartet wahr; sous tension, allumé, allumée, démarré, en marche, vrai; encendido, encendida, en ejecución, iniciado, verdadero;
        acceso, accesa, in esecuzione, avviato, vero; ligado, ligada, em execução, verdadeiro; ingeschakeld aan waar; påslagen på sant;
        włączony włączona włączone prawda;
        zapnuto zapnutý; включен включена включено вкл; 已打开电源 打开电源 已开机 开机 正在运行;
        已開啟電源 開啟電源; パワーオン 実行中; 켜짐 전원켜짐
        """);

    private static readonly HashSet<string> Off = Words(
        """
        poweredOff off kOff halted stopped shutOff down shutdown shelved shelvedOffloaded false; shut off, powered off
        ausgeschaltet aus gestoppt falsch; hors tension, éteint, éteinte, arrêté, arrêtée, faux; apagado apagada detenido falso; spento spenta arrestato;
        desligado desligada parado; uitgeschakeld uit onwaar; avstängd av falskt; wyłączony wyłączona wyłączone fałsz; vypnuto vypnutý;
        выключен выключена выключено выкл; 已关闭电源 关闭电源 已关机 关机; 已關閉電源 關閉電源; パワーオフ 停止; 꺼짐 전원꺼짐
        """);

    private static readonly HashSet<string> Suspended = Words(
        """
        suspended kSuspended paused saved pmSuspended; angehalten pausiert; interrompu suspendu, en pause; suspendido pausado; sospeso; suspenso;
        onderbroken gepauzeerd; pausad; wstrzymany wstrzymana zawieszony zawieszona; pozastaveno; приостановлен приостановлена; 已挂起 挂起; 已暫停 暫停;
        サスペンド 一時停止; 일시중단 일시중단됨
        """);

    private static readonly HashSet<string> InBetween = Words(
        """
        powering_up powering_down reboot_in_progress migrating wait_for_launch saving_state restoring_state; reboot hard_reboot resize verify_resize build;
        starting stopping saving pausing resuming reset rebooting; in shutdown, shutting down
        """);

    /// <summary>What the words mean, those of a state in between as on; null for a blank cell and for words not known here.</summary>
    public static PowerState? Of(string? words) => Letters(words) switch
    {
        { Length: 0 } => null,
        var letters when On.Contains(letters) || InBetween.Contains(letters) => PowerState.On,
        var letters when Off.Contains(letters) => PowerState.Off,
        var letters when Suspended.Contains(letters) => PowerState.Suspended,
        _ => null,
    };

    /// <summary>Whether the words tell of a state in between, which counts as on.</summary>
    public static bool IsInBetween(string? words) => InBetween.Contains(Letters(words));

    /// <summary>Words stand apart by blanks; where one has blanks itself, by commas or semicolons.</summary>
    private static HashSet<string> Words(string list) =>
    [
        .. list.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(part => part.Split(
                part.Contains(',', StringComparison.Ordinal) ? ',' : ' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Select(Letters),
    ];

    private static string Letters(string? words) => string.Concat((words ?? "").Normalize().Where(char.IsLetter)).ToUpperInvariant();
}
