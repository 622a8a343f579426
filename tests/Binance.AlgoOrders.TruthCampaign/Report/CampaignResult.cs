using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The result of a campaign or of a part of it.</summary>
internal sealed class CampaignResult
{
    private const string CouldLookUp = "calls that could look up the outcome";
    private const string EndedUnknown = "of them ended Unknown";
    private const string Places = "new orders";
    private const string CouldPlace = "new orders whose callers waited";
    private const string PlacedUnknown = "new orders that ended Unknown";
    private const string Replaces = "replacements";
    private const string CouldReplace = "replacements whose callers waited";
    private const string ReplacedUnknown = "replacements that ended Unknown";
    private const string ItemsReported = "orders of CancelManyAsync";
    private const string ItemsUnknown = "orders of CancelManyAsync that ended Unknown";

    // With fewer calls a share of one in a thousand is not significant.
    private const int MinCallsForShare = 10_000;
    private const double MaxUnknownShare = 0.001;

    public Tally Figures { get; } = new();

    /// <summary>The endings of EnsureCanceledAsync.</summary>
    public Tally Endings { get; } = new();

    /// <summary>The endings of CancelAsync.</summary>
    public Tally SingleEndings { get; } = new();

    /// <summary>The endings of the orders of CancelManyAsync.</summary>
    public Tally ItemEndings { get; } = new();

    public Tally PlaceEndings { get; } = new();

    public Tally ReplaceEndings { get; } = new();

    /// <summary>The last errors of the calls that ended Unknown.</summary>
    public Tally LastErrors { get; } = new();

    /// <summary>The endings of EnsureAllCanceledAsync and CancelAllAsync.</summary>
    public Tally CancelAllEndings { get; } = new();

    /// <summary>The calls of EnsureCanceledAsync by situation.</summary>
    public Tally CostCalls { get; } = new();

    /// <summary>The requests of the calls of EnsureCanceledAsync by situation.</summary>
    public Tally CostRequests { get; } = new();

    public Tally Lies { get; } = new();

    /// <summary>The lies by claim and situation.</summary>
    public LieTable LieTable { get; } = new();

    /// <summary>The violated guarantees beside the truth of claims: a deadline, a caller's token, a ban.</summary>
    public Tally Violations { get; } = new();

    public ScenarioReports LieReports { get; } = new();

    public ScenarioReports ViolationReports { get; } = new();

    /// <summary>The reports of calls that ended Unknown although the faults had stopped early.</summary>
    public ScenarioReports UnknownReports { get; } = new();

    public bool HasTooManyUnknown => IsTooMuch(EndedUnknown, CouldLookUp) || IsTooMuch(ReplacedUnknown, CouldReplace);

    public bool HasPassed => Lies.Total == 0 && Violations.Total == 0 && !HasTooManyUnknown;

    /// <summary>Returns the share of calls that ended Unknown, without those whose callers canceled them.</summary>
    public double UnknownShare(CampaignMode mode) => Ratio(EndedUnknown, CouldLookUp, mode);

    public double PlaceUnknownShare(CampaignMode mode) => Ratio(PlacedUnknown, CouldPlace, mode);

    public double ReplaceUnknownShare(CampaignMode mode) => Ratio(ReplacedUnknown, CouldReplace, mode);

    public double ItemUnknownShare(CampaignMode mode) => Ratio(ItemsUnknown, ItemsReported, mode);

    /// <summary>Returns the average number of requests of a call of any kind.</summary>
    public double RequestsPerCall(CampaignMode mode) =>
        (double)Figures.Of("requests", mode) / Math.Max(1, Figures.Of("calls", mode) + Figures.Of(Places, mode) + Figures.Of(ItemsReported, mode));

    /// <summary>Returns the average number of requests of a call of EnsureCanceledAsync in a situation.</summary>
    public double RequestsPerCall(string situation, CampaignMode mode) => (double)CostRequests.Of(situation, mode) / Math.Max(1, CostCalls.Of(situation, mode));

    public void Record(ScenarioRun scenario)
    {
        CampaignMode mode = scenario.Plan.Mode;
        Figures.Count("scenarios", mode);
        if (scenario.IsDiscarded)
        {
            Figures.Count("scenarios that prove nothing, because the virtual clock was not reliable", mode);
            return;
        }

        Figures.Count("orders", mode, scenario.Orders.Count);
        Figures.Count("calls", mode, scenario.Calls.Count);
        Figures.Count("requests", mode, scenario.Requests.Count);
        Figures.Count("requests with a fault", mode, scenario.Requests.Count(record => record.Fault is not null));
        Count(Violations, ViolationReports, scenario, number: -1, GuaranteeChecker.Violations(scenario));
        if (scenario.IsStuck)
        {
            return;
        }

        foreach (FoundClaims found in FoundClaims.Of(scenario))
        {
            Count(Lies, LieReports, scenario, found.Number, found.Claims);
            foreach (string claim in found.Claims)
            {
                LieTable.Count(claim, found.Situation, scenario.Plan.Number, found.Number);
            }
        }

        for (int number = 0; number < scenario.Calls.Count; number++)
        {
            RecordCall(scenario, number);
        }

        MarketFigures.Count(scenario, Figures);
        RecordPlacesAndBulk(scenario);
        if (scenario.CancelAll is { } cancelAll)
        {
            CancelAllEndings.Count(Ending.NameOf(cancelAll), mode);
            Count(Violations, ViolationReports, scenario, number: -1, GuaranteeChecker.Violations(cancelAll));
        }
    }

    public void Add(CampaignResult other)
    {
        Figures.Add(other.Figures);
        Endings.Add(other.Endings);
        SingleEndings.Add(other.SingleEndings);
        ItemEndings.Add(other.ItemEndings);
        PlaceEndings.Add(other.PlaceEndings);
        ReplaceEndings.Add(other.ReplaceEndings);
        LastErrors.Add(other.LastErrors);
        CancelAllEndings.Add(other.CancelAllEndings);
        CostCalls.Add(other.CostCalls);
        CostRequests.Add(other.CostRequests);
        Lies.Add(other.Lies);
        LieTable.Add(other.LieTable);
        Violations.Add(other.Violations);
        LieReports.Add(other.LieReports);
        ViolationReports.Add(other.ViolationReports);
        UnknownReports.Add(other.UnknownReports);
    }

    private static void Count(Tally tally, ScenarioReports stories, ScenarioRun scenario, int number, IReadOnlyList<string> claims)
    {
        foreach (string claim in claims)
        {
            tally.Count(claim, scenario.Plan.Mode);
        }

        if (claims.Count > 0)
        {
            stories.Add(scenario, number, claims);
        }
    }

    private double Ratio(string part, string whole, CampaignMode mode) => (double)Figures.Of(part, mode) / Math.Max(1, Figures.Of(whole, mode));

    private bool IsTooMuch(string part, string whole) =>
        Figures.Of(whole, CampaignMode.FaultsStopEarly) >= MinCallsForShare && Ratio(part, whole, CampaignMode.FaultsStopEarly) > MaxUnknownShare;

    private void RecordCall(ScenarioRun scenario, int number)
    {
        CancelCall call = scenario.Calls[number];
        CampaignMode mode = scenario.Plan.Mode;
        Tally endings = call.Plan.IsSingleCancel ? SingleEndings : Endings;
        endings.Count(Ending.NameOf(call), mode);
        Count(Violations, ViolationReports, scenario, number, GuaranteeChecker.Violations(call));
        if (call.Plan.IsSingleCancel || call.GaveUp is not null)
        {
            return;
        }

        RecordedRequest[] requests = [.. scenario.RequestsOf(call)];
        string situation = Situation.OfCost(call, [.. requests.Where(record => record.Method == "DELETE")]);
        CostCalls.Count(situation, mode);
        CostRequests.Count(situation, mode, requests.Length);
        if (IsLostByQueries(call.Order, call) || scenario.Plan.Host == HostKind.StandardResilience)
        {
            return;
        }

        Figures.Count(CouldLookUp, mode);
        if (Ending.IsUnknown(call))
        {
            Figures.Count(EndedUnknown, mode);
            LastErrors.Count(Ending.LastErrorOf(call), mode);
            if (mode == CampaignMode.FaultsStopEarly)
            {
                UnknownReports.Add(scenario, number, [$"ended Unknown with {Ending.LastErrorOf(call)}, although the faults had stopped"]);
            }
        }
    }

    private void RecordPlacesAndBulk(ScenarioRun scenario)
    {
        int number = ScenarioReport.FirstOtherNumber;
        foreach (PlaceCall place in scenario.Places)
        {
            RecordPlace(scenario, place, number++);
        }

        foreach (ReplaceCall replace in scenario.Replaces)
        {
            RecordReplace(scenario, replace, number++);
        }

        if (scenario.Bulk is not { } bulk)
        {
            return;
        }

        number++;
        foreach (BulkItem item in bulk.Items.Where(item => item.TimesReported > 0))
        {
            RecordItem(scenario, item, number++);
        }
    }

    private void RecordPlace(ScenarioRun scenario, PlaceCall place, int number)
    {
        CampaignMode mode = scenario.Plan.Mode;
        Figures.Count(Places, mode);
        PlaceEndings.Count(Ending.NameOf(place), mode);
        Count(Violations, ViolationReports, scenario, number, GuaranteeChecker.Violations(place));
        if (place.GaveUp is null)
        {
            Figures.Count(CouldPlace, mode);
            Figures.Count(PlacedUnknown, mode, place.Failure is AlgoOrderException { Execution: ExecutionStatus.Unknown } ? 1 : 0);
        }
    }

    private void RecordReplace(ScenarioRun scenario, ReplaceCall replace, int number)
    {
        CampaignMode mode = scenario.Plan.Mode;
        Figures.Count(Replaces, mode);
        ReplaceEndings.Count(Ending.NameOf(replace), mode);
        Count(Violations, ViolationReports, scenario, number, GuaranteeChecker.Violations(replace));
        bool isHidden = IsLostByQueries(replace.Current, replace) || replace.IsIdReused;
        if (replace.GaveUp is null && !isHidden && scenario.Plan.Host != HostKind.StandardResilience)
        {
            Figures.Count(CouldReplace, mode);
            RecordKnowledge(scenario, replace, number);
        }
    }

    private void RecordKnowledge(ScenarioRun scenario, ReplaceCall replace, int number)
    {
        if (replace.Outcome is not ReplaceAlgoOrderOutcome.Unknown)
        {
            return;
        }

        Figures.Count(ReplacedUnknown, scenario.Plan.Mode);
        if (scenario.Plan.Mode == CampaignMode.FaultsStopEarly)
        {
            UnknownReports.Add(scenario, number, [$"ended {Ending.NameOf(replace)}, although the faults had stopped"]);
        }
    }

    private void RecordItem(ScenarioRun scenario, BulkItem item, int number)
    {
        CampaignMode mode = scenario.Plan.Mode;
        ItemEndings.Count(Ending.NameOf(item), mode);
        Figures.Count(ItemsReported, mode);
        Figures.Count(ItemsUnknown, mode, Ending.IsUnknown(item) ? 1 : 0);
        Count(Violations, ViolationReports, scenario, number, GuaranteeChecker.Violations(item));
    }

    // Of such an order nothing can be found out, however long a call lasts. The circuit breaker of a host stays open after the faults have stopped.
    private static bool IsLostByQueries(SimulatedOrder? order, ICompletedCall call) =>
        order is not null && (order.IsHiddenFromQueries || call.End.Exchange - order.CreatedAt > Truth.Retention);
}
