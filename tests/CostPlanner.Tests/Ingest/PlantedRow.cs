using System.Collections.Immutable;

namespace CostPlanner.Tests.Ingest;

/// <summary>A row that is right, of which a test spoils one field.</summary>
public sealed record PlantedRow(ImmutableArray<(string Column, string Value)> Fields)
{
    public static PlantedRow Price { get; } = new(
    [
        ("id", "a-product"), ("vendor", "A"), ("product", "A product"), ("family", "kvm"), ("metric", "core"), ("parameters", "min-per-socket=16"),
        ("price", "12.50"), ("currency", "EUR"), ("kind", "yearly"), ("support", ""), ("term_years", "3"), ("valid_from", "2024-01-01"),
        ("valid_to", "2024-12-31"), ("limits", ""), ("note", ""), ("source", "A page"), ("source_date", "2024"), ("grade", "B"),
    ]);

    public static PlantedRow Rate { get; } = new(
        [("date", "2013-10-22"), ("currency", "USD"), ("per_euro", "1.3674"), ("source", "ECB"), ("source_date", "2013-10-22"), ("grade", "A")]);

    public static PlantedRow Grid { get; } = new(
    [
        ("place", "EU"), ("year", "2024"), ("g_per_kwh", "213.3"), ("basis", "production"), ("source", "Ember"), ("source_date", "2026-02-26"), ("grade", "B"),
    ]);

    public static PlantedRow Cpu { get; } = new(
    [
        ("name", "Xeon X"), ("cores", "8"), ("threads", "16"), ("tdp_w", "95"), ("specrate2017_int_pair", "65.7"), ("specspeed2017_int", "9.9"),
        ("idle_w", "56"), ("full_w", "217"), ("source", "A page"), ("source_date", "2026"), ("grade", "A"),
    ]);

    public static PlantedRow Host { get; } = new(
    [
        ("id", "a-server"), ("name", "A server"), ("cpu", "Xeon X"), ("sockets", "2"), ("cores_per_socket", "8"), ("threads_per_core", "2"),
        ("memory_gib", "128"), ("local_storage_gib", "0"), ("iops", ""), ("network_gbps", ""), ("price", "8000"), ("currency", "USD"), ("rack_units", "2"), ("valid_from", "2024-01-01"),
        ("valid_to", ""), ("source", "A page"), ("source_date", "2026"), ("grade", "M"),
    ]);

    public static PlantedRow Assumption { get; } = new(
    [
        ("id", "pue"), ("label", "PUE"), ("unit", "ratio"), ("low", "1.3"), ("likely", "1.56"), ("high", "2"),
        ("source", "A survey"), ("source_date", "2024"), ("grade", "A"),
    ]);

    public string Header => string.Join(',', Fields.Select(each => each.Column));

    public string Line => string.Join(',', Fields.Select(each => each.Value));

    /// <summary>The same row with one column more.</summary>
    public PlantedRow And(string column, string value) => new(Fields.Add((column, value)));

    /// <summary>The same row with another value in one column, which must exist.</summary>
    public PlantedRow With(string column, string value) =>
        new(Fields.Replace(Fields.Single(each => each.Column == column), (column, value)));
}
