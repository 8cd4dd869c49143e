using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>One row of the price book: a product, how it is counted, and what a unit costs in a period.</summary>
/// <remarks>A row without a price is a known product whose price nobody could confirm: a hole, never a zero.</remarks>
public sealed record PriceRow
{
    /// <summary>The subscription of Red Hat guests on the hosts that the product is bought for.</summary>
    public const string RedHatGuests = "rhel-guests";

    /// <summary>The product's id; rows of one id follow each other in time.</summary>
    public required string Id { get; init; }

    /// <summary>Who sells it.</summary>
    public required string Vendor { get; init; }

    /// <summary>Product and edition, as printed.</summary>
    public required string Product { get; init; }

    /// <summary>What it is for: "vsphere", "kvm", "xen", "guest", "management", "backup".</summary>
    public required string Family { get; init; }

    /// <summary>Whether it is a platform that VMs run on.</summary>
    public bool IsPlatform => Enum.TryParse<PlatformFamily>(Family, ignoreCase: true, out _);

    /// <summary>How it is counted.</summary>
    public required LicenceRule Rule { get; init; }

    /// <summary>List price of one unit for one period of its kind, or null for a hole.</summary>
    public Money? Price { get; init; }

    /// <summary>When it is paid.</summary>
    public required LicenceKind Kind { get; init; }

    /// <summary>Yearly support of a perpetual licence as a share of its price; null where none applies.</summary>
    public Fraction? Support { get; init; }

    /// <summary>Whether a vendor's support is in the price, where the row says so; null where its kind tells.</summary>
    public bool? SupportInPrice { get; init; }

    /// <summary>
    /// Whether a vendor supports what is bought by it: in a subscription unless the row says otherwise, for a perpetual licence where its support is counted
    /// every year, never for what is free.
    /// </summary>
    public bool IsSupported => SupportInPrice ?? Kind switch
    {
        LicenceKind.Free => false,
        LicenceKind.Perpetual => Support is { Value: > 0 },
        _ => true,
    };

    /// <summary>Years the buyer commits to, or null where the source does not say.</summary>
    public int? TermYears { get; init; }

    /// <summary>The first day the row holds.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day the row holds, or null while it holds still.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What else is in its price: <see cref="RedHatGuests"/> or nothing.</summary>
    public ImmutableSortedSet<string> Includes { get; init; } = [];

    /// <summary>The guest system that it licenses; Unknown or Other for none of those that guests are told apart by.</summary>
    public GuestFamily System { get; init; }

    /// <summary>Limits in words, or null.</summary>
    public string? Limits { get; init; }

    /// <summary>Anything the buyer should know, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The product that it takes the place of where orders are held to a minimum, or null.</summary>
    public string? InsteadOf { get; init; }

    /// <summary>What it is an edition of, whatever its term: rows of one edition can be bought in each other's place; null where nothing says.</summary>
    public string? Edition { get; init; }

    /// <summary>Where the price comes from.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Whether the row holds on that day.</summary>
    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidTo is not { } end || day <= end);
}
