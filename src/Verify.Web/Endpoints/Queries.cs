using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;

namespace Verify.Web.Endpoints;

// Parameters come as text, so that one that cannot be read is refused by its name.

/// <summary>Part of a list, as asked for.</summary>
sealed record PageQuery([FromQuery(Name = "cursor")] string? Cursor, [FromQuery(Name = "limit")] string? Limit)
{
    const int UsualLimit = 50;

    public Answer<ListArticles> Articles() => Read<ListArticles>(this, limit => new ListArticles(Cursor, limit));

    public Answer<ListRecords> Records() => Read<ListRecords>(this, limit => new ListRecords(Cursor, limit));

    public Answer<ListQuarantine> Quarantine() => Read<ListQuarantine>(this, limit => new ListQuarantine(Cursor, limit));

    public Answer<ListFailedNotices> FailedNotices() => Read<ListFailedNotices>(this, limit => new ListFailedNotices(Cursor, limit));

    public Answer<ListStalled> Stalled() => Read<ListStalled>(this, limit => new ListStalled(Cursor, limit));

    public static Answer<T> Read<T>(PageQuery page, Func<int, Answer<T>> list)
    {
        if (string.IsNullOrEmpty(page.Limit)) return list(UsualLimit);
        return int.TryParse(page.Limit, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? list(limit)
            : new Refusal(RefusalKind.Malformed, "limitOutOfRange", $"A limit is a whole number, not \"{page.Limit}\".", "limit");
    }
}

/// <summary>Which claims are asked for.</summary>
sealed record ClaimQuery(
    [FromQuery(Name = "state")] string? State,
    [FromQuery(Name = "lang")] string? Lang,
    [FromQuery(Name = "minWorth")] string? MinWorth,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "limit")] string? Limit)
{
    public Answer<ListClaims> List(Actor viewer) => PageQuery.Read<ListClaims>(new(Cursor, Limit), limit =>
    {
        if (!TryState(out var state))
            return new Refusal(
                RefusalKind.Malformed, "stateUnknown", $"A state is one of {string.Join(", ", Enum.GetValues<ClaimState>().Select(Name))}; not \"{State}\".", "state");
        if (!TryWorth(out var worth))
            return new Refusal(RefusalKind.Malformed, "worthOutOfRange", $"Worth is a number from 0 to 1 with a point, not \"{MinWorth}\".", "minWorth");
        return new ListClaims(viewer, state, string.IsNullOrEmpty(Lang) ? null : Lang, worth, Cursor, limit);
    });

    bool TryState(out ClaimState state)
    {
        state = ClaimState.Open;
        if (string.IsNullOrEmpty(State)) return true;
        foreach (var known in Enum.GetValues<ClaimState>())
            if (Name(known) == State) return (state = known) == known;
        return false;
    }

    bool TryWorth(out double worth)
    {
        worth = 0;
        return string.IsNullOrEmpty(MinWorth) || double.TryParse(MinWorth, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out worth);
    }

    static string Name(ClaimState state) => JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}
