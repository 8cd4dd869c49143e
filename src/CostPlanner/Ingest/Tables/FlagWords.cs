namespace CostPlanner.Ingest.Tables;

/// <summary>The words for true and false that a spreadsheet program writes in its own language; the exporters themselves write True and False.</summary>
internal static class FlagWords
{
    private static readonly HashSet<string> True = new(
        [
            "TRUE", "YES", "1", "Y", "X", "ON", "ENABLED", "AKTIVIERT", "WAHR", "JA", "VRAI", "OUI", "VERDADERO", "SÍ", "SI", "VERO", "SÌ",
            "VERDADEIRO", "SIM", "WAAR", "SANT", "PRAWDA", "TAK", "PRAVDA", "ANO", "ИСТИНА", "ДА", "真", "是",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> False = new(
        [
            "FALSE", "NO", "0", "N", "OFF", "DISABLED", "DEAKTIVIERT", "FALSCH", "NEIN", "FAUX", "NON", "FALSO",
            "NÃO", "ONWAAR", "NEE", "FALSKT", "NEJ", "FAŁSZ", "NIE", "NEPRAVDA", "NE", "ЛОЖЬ", "НЕТ", "假", "否",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>What a word means; null for words not known here.</summary>
    public static bool? Of(string word) => word.Trim().Normalize() is var given && True.Contains(given) ? true : False.Contains(given) ? false : null;
}
