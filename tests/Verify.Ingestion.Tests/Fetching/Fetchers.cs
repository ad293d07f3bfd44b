using System.Net;
using Microsoft.Extensions.Time.Testing;
using Verify.Ingestion.Fetching;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests.Fetching;

/// <summary>Fetchers for tests, and short words for what came of a fetch.</summary>
static class Fetchers
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    /// <summary>An address that is public, and that no test connects to.</summary>
    public static readonly IPAddress Public = IPAddress.Parse("93.184.216.34");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A fetcher that takes this one server for public. Its clock stands still unless the test moves it.</summary>
    public static GuardedFetcher For(RawServer server, FetchOptions? options = null, TimeProvider? clock = null, Func<Surroundings, Surroundings>? change = null)
    {
        var around = new Surroundings { TestServer = server.EndPoint };
        return new(options ?? new FetchOptions(), clock ?? new FakeTimeProvider(Noon), change?.Invoke(around) ?? around);
    }

    /// <summary>A fetcher as the desk has it, but for the look-up of names.</summary>
    public static GuardedFetcher Strict(Resolve? resolve = null) =>
        new(new FetchOptions(), new FakeTimeProvider(Noon), resolve is null ? new Surroundings() : new Surroundings { Resolve = resolve });

    public static async Task<Fetched> FetchAsync(this GuardedFetcher fetcher, string address, FetchPurpose purpose = FetchPurpose.Article)
    {
        using (fetcher) return await fetcher.FetchAsync(new FetchRequest(address, purpose), Cancel);
    }

    public static async Task<Fetched> FetchAsync(RawServer server, string path = "/", FetchPurpose purpose = FetchPurpose.Article, FetchOptions? options = null) =>
        await For(server, options).FetchAsync(server.Address + path, purpose);

    public static Fetched.Content Content(this Fetched fetched) => Assert.IsType<Fetched.Content>(fetched);

    public static InputProblem Refusal(this Fetched fetched) => Assert.IsType<Fetched.Refused>(fetched).Problem;

    public static InputProblem Failure(this Fetched fetched) => Assert.IsType<Fetched.Failed>(fetched).Problem;

    /// <summary>"refused addressNotHttps", "failed addressSlow", "content", "notModified".</summary>
    public static string Kind(this Fetched fetched) => fetched switch
    {
        Fetched.Refused refused => $"refused {refused.Problem.Code}",
        Fetched.Failed failed => $"failed {failed.Problem.Code}",
        Fetched.Content => "content",
        _ => "notModified",
    };
}
