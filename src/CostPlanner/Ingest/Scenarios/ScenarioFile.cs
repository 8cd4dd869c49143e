using System.Collections.Immutable;
using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using YamlDotNet.RepresentationModel;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>Reads a scenario from YAML; strict: an unknown key is an error with its line and the nearest known key.</summary>
public static class ScenarioFile
{
    /// <summary>The scenario of a file, or null with at least one error. Whether its products exist is <see cref="ScenarioCheck"/>'s matter.</summary>
    public static Reading<Scenario> Read(string path)
    {
        var file = Path.GetFileName(path);
        var findings = new List<Finding>();
        if (Parse(path, file, findings) is not { } parsed)
        {
            return new Reading<Scenario>(null, [.. findings]);
        }

        var notes = new MeasuredNotes(parsed.Text, findings);
        var scenario = Scenario(new YamlMap(parsed.Root, file, "", findings), Path.GetFileNameWithoutExtension(path), notes);
        return new Reading<Scenario>(findings.Any(finding => finding.Severity == Severity.Error) ? null : scenario, [.. findings]);
    }

    private static (YamlMappingNode Root, string Text)? Parse(string path, string file, List<Finding> findings)
    {
        if (InputFile.Problem(path, InputLimits.ScenarioBytes) is { } refused)
        {
            findings.Add(refused);
            return null;
        }

        var (text, unreadable) = InputFile.Tried(path, () => TextFile.Read(path));
        var (scan, unsound) = text is null ? (null, unreadable) : InputFile.Tried(path, () => YamlScan.Of(text, file));
        if (scan is null || scan.Findings.Count > 0)
        {
            findings.AddRange(scan?.Findings ?? [unsound!]);
            return null;
        }

        var (root, problem) = InputFile.Tried(path, () => Root(text!));
        if (root is null)
        {
            findings.Add(problem!);
            return null;
        }

        if (root is YamlMappingNode map)
        {
            return (map, text!);
        }

        findings.Add(NotAScenario.Of(new SourcePlace(file), Message.Of("scenario.no-mapping")));
        return null;
    }

    /// <summary>
    /// The whole of a text that <see cref="YamlScan"/> found harmless: before that the library may not see it, since it answers some texts with a stack that
    /// overflows.
    /// </summary>
    private static YamlNode Root(string text)
    {
        using var reader = new StringReader(text);
        var stream = new YamlStream();
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private static Scenario? Scenario(YamlMap map, string name, MeasuredNotes notes)
    {
        var title = map.Text("title", required: true);
        var asOf = map.Date("as_of", required: true);
        var currency = map.Currency("currency", required: true);
        var years = map.Integer(DeclaredKeys.Horizon, required: true);
        var grid = map.Text("grid");
        var policy = map.Text("storage_policy");
        var inventory = map.Text("inventory", required: true);
        var usage = map.Text("usage");
        var sizing = SizingSection.Read(map);
        var reference = map.Text("reference_cpu");
        var baseline = map.Text("baseline");
        var failover = FailoverSection.Read(map);
        var newHosts = map.OneOrMore("new_host");
        var leaveOut = VmSelectors.Of(map, "leave_out");
        var keep = VmSelectors.Of(map, "keep");
        var groups = VmSelectors.Groups(map, "group");
        var seed = map.Integer("seed", 0, int.MaxValue);
        var placement = map.Map("placement") is { } rules ? PlacementSection.Of(rules) : PlacementRules.None;
        var windows = map.Map("windows") is { } editions ? Windows(editions) : null;
        var redHat = map.Map("red_hat") is { } subscriptions ? RedHat(subscriptions) : null;
        var owned = OwnedSection.Of(map);
        var contract = map.Map("contract") is { } paid ? ContractSection.Of(paid) : null;
        var bridge = map.Map("bridge") is { } offered ? BridgeSection.Of(offered) : null;
        var greenfield = map.Flag("greenfield") ?? false;
        var replaced = map.Date("replace_hosts_on");
        var tax = map.Number("tax_rate");
        if (tax is < 0 or >= 1)
        {
            map.Refuse(Message.Of("scenario.tax-rate"), Message.Of("scenario.tax-rate.mend"));
        }

        var claimed = map.Map("claim") is { } claim ? ClaimFeatures(claim) : [];
        var requires = map.Says("requires") ? map.OneOrMore("requires") : (ImmutableArray<string>?)null;
        var ranges = new UncertaintySection();
        var assumptions = notes.With(map, ranges.Assumptions(map));
        var quotes = map.Maps("quotes").Select(Quote).OfType<Quote>().ToImmutableArray();
        var rates = RatesSection.Of(map);
        var discounts = PricesSection.Discounts(map);
        var minimum = PricesSection.Minimum(map);
        var late = map.Choice(DeclaredKeys.LateRenewal) ?? LateRenewal.WhenLate;
        var support = map.Choice(DeclaredKeys.Support) ?? SupportNeed.Required;
        var options = map.Maps("options").Select(each => Option(each, ranges)).OfType<ScenarioOption>().ToImmutableArray();
        var uncertainty = ranges.Read(map);
        map.RefuseUnknownKeys();
        if (title is null || asOf is null || currency is null || years is null || inventory is null || failover.ForAll is null)
        {
            return null;
        }

        return new Scenario
        {
            Name = name,
            Title = title,
            AsOf = asOf.Value,
            Currency = currency.Value,
            HorizonYears = years.Value,
            Grid = grid ?? GridCarbon.DefaultPlace,
            StoragePolicy = policy,
            InventoryFile = inventory,
            UsageFile = usage,
            Sizing = sizing,
            ReferenceCpu = reference,
            Failover = failover.ForAll.Value,
            FailoverOf = failover.Of,
            Baseline = baseline ?? ScenarioOption.TodayId,
            NewHosts = newHosts,
            LeaveOut = leaveOut,
            Keep = keep,
            Groups = groups,
            Placement = placement,
            Windows = windows,
            RedHat = redHat,
            Owned = owned,
            Contract = contract,
            Bridge = bridge,
            IsGreenfield = greenfield,
            HostsReplacedOn = replaced,
            TaxRate = tax is >= 0 and < 1 ? new Fraction(tax.Value) : null,
            ClaimFeatures = claimed,
            Requires = requires,
            Assumptions = assumptions,
            Uncertainty = uncertainty,
            Quotes = quotes,
            Rates = rates,
            Discounts = discounts,
            OrderMinimum = minimum,
            LateRenewal = late,
            Support = support,
            Options = options,
            Seed = seed ?? 0,
        };
    }

    private static WindowsLicences? Windows(YamlMap map)
    {
        var standard = map.Text("standard", required: true);
        var datacenter = map.Text("datacenter", required: true);
        map.RefuseUnknownKeys();
        return standard is null || datacenter is null ? null : new WindowsLicences(standard, datacenter);
    }

    private static ImmutableArray<string> ClaimFeatures(YamlMap map)
    {
        var features = map.Texts("features");
        map.RefuseUnknownKeys();
        return features;
    }

    private static RedHatLicences? RedHat(YamlMap map)
    {
        var server = map.Text("server", required: true);
        var datacenter = map.Text("datacenter", required: true);
        map.RefuseUnknownKeys();
        return server is null || datacenter is null ? null : new RedHatLicences(server, datacenter);
    }

    private static Quote? Quote(YamlMap map)
    {
        var product = map.Text("product", required: true);
        var amount = map.Number("amount", required: true);
        var currency = map.Currency("currency", required: true);
        var date = map.Date("date", required: true);
        var from = map.Text("from", required: true);
        map.RefuseUnknownKeys();
        return product is null || amount is null || currency is null || date is null || from is null
            ? null
            : new Quote(product, new Money(amount.Value, currency.Value), date.Value, from, map.Place);
    }

    private static ScenarioOption? Option(YamlMap map, UncertaintySection ranges)
    {
        var id = map.Text("id", required: true);
        var name = map.Text("name", required: true);
        var platform = map.Choice(DeclaredKeys.Platform, required: true);
        var hosts = map.Choice(DeclaredKeys.Hosts);
        var licences = map.Texts("licences");
        var has = map.OneOrMore("has");
        var assumptions = ranges.Assumptions(map, id);
        map.RefuseUnknownKeys();
        return id is null || name is null || platform is null
            ? null
            : new ScenarioOption
            {
                Id = id,
                Name = name,
                Platform = platform.Value,
                Hosts = hosts ?? HostPolicy.Reuse,
                Licences = licences,
                Has = has,
                Assumptions = assumptions,
                Place = map.Place,
            };
    }
}
