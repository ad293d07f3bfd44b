using System.Net;
using Verify.Web.SignIn;
using Verify.Web.Tests.Desk;
using static Verify.Web.Tests.SignIn.EntraDirectory;

namespace Verify.Web.Tests.SignIn;

/// <summary>When the directory is asked for its keys, and what is answered while it cannot be.</summary>
public sealed class EntraKeysTests : IAsyncLifetime
{
    EntraDirectory directory = null!;
    WebDesk desk = null!;

    public async ValueTask InitializeAsync()
    {
        directory = await EntraDirectory.OpenAsync();
        desk = await directory.DeskAsync();
    }

    Task<Answered> AskAsync(SigningKey key, string path = "/api/stats", string accept = "application/json")
    {
        var token = IdToken("reviewer");
        (token["nbf"], token["exp"]) = (Now(-20), Now(40));
        return desk.Client().AskAsync(path, ("X-MS-TOKEN-AAD-ID-TOKEN", key.Sign(token)), ("Accept", accept));
        System.Text.Json.Nodes.JsonNode Now(double minutes) => desk.Clock.GetUtcNow().AddMinutes(minutes).ToUnixTimeSeconds();
    }

    [Fact]
    public async Task Many_requests_ask_once()
    {
        var hold = new TaskCompletionSource();
        directory.Held = hold.Task;
        var asked = Enumerable.Range(0, 20).Select(_ => AskAsync(directory.Key)).ToArray();
        hold.SetResult();
        Assert.All(await Task.WhenAll(asked), answer => answer.Is(HttpStatusCode.OK));
        Assert.Equal(1, directory.Asked);
    }

    [Fact]
    public async Task Keys_are_asked_for_again_after_half_a_day()
    {
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        desk.Clock.Advance(EntraKeys.Fresh - TimeSpan.FromSeconds(1));
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        Assert.Equal(1, directory.Asked);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        Assert.Equal(2, directory.Asked);
    }

    [Fact]
    public async Task A_new_key_is_found_at_once_and_one_that_was_withdrawn_is_believed_no_more()
    {
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        desk.Clock.Advance(EntraKeys.Pause);
        var next = directory.Publish("key-2");
        directory.Published.Remove(directory.Key.Id, out _);
        (await AskAsync(next)).Is(HttpStatusCode.OK);
        Assert.Equal(2, directory.Asked);
        (await AskAsync(directory.Key)).IsProblem(HttpStatusCode.Unauthorized, "signInNeeded");
    }

    [Fact]
    public async Task Forged_keys_make_the_desk_ask_once_in_a_while_and_no_more()
    {
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        for (var round = 1; round <= 3; round++)
        {
            desk.Clock.Advance(EntraKeys.Pause);
            foreach (var forged in Enumerable.Range(0, 5).Select(number => SigningKey.Make($"forged-{number}"))) Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(forged)).Status);
            Assert.Equal(1 + round, directory.Asked);
        }
    }

    [Fact]
    public async Task Who_has_a_known_key_does_not_wait_for_a_question_about_another()
    {
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        desk.Clock.Advance(EntraKeys.Pause);
        var hold = new TaskCompletionSource();
        directory.Held = hold.Task;
        var next = directory.Publish("key-2");
        var waits = AskAsync(next);
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        Assert.False(waits.IsCompleted);
        hold.SetResult();
        (await waits).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0", "sig", false)]
    [InlineData("https://login.microsoftonline.com/{tenantid}/v2.0", "sig", true)]
    [InlineData(Issuer, "sig", true)]
    [InlineData(null, "sig", true)]
    [InlineData(null, "enc", false)]
    public async Task A_published_key_of_another_issuer_or_use_signs_nobody_in(string? issuer, string use, bool isBelieved)
    {
        var other = directory.Publish("key-2", issuer, use);
        Assert.Equal(isBelieved ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, (await AskAsync(other)).Status);
    }

    [Fact]
    public async Task While_the_directory_does_not_answer_nobody_is_signed_in_and_the_desk_says_why()
    {
        directory.IsDown = true;
        var answer = (await AskAsync(directory.Key)).IsProblem(HttpStatusCode.ServiceUnavailable, "signInUnavailable");
        Assert.Equal(EntraKeys.Retry, answer.Headers.RetryAfter?.Delta);
        Assert.DoesNotContain("127.0.0.1", answer.Body, StringComparison.Ordinal);
        var page = await AskAsync(directory.Key, "/", "text/html");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.Status, page.Content.ContentType?.MediaType));
        // What needs no sign-in is answered, also with a token.
        foreach (var asset in page.Body.Split('"').Where(part => part.StartsWith("/assets/", StringComparison.Ordinal)))
            (await AskAsync(directory.Key, asset)).Is(HttpStatusCode.OK);
        (await AskAsync(directory.Key, "/health")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_directory_that_answers_again_is_asked_after_ten_seconds()
    {
        directory.IsDown = true;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(directory.Key)).Status);
        directory.IsDown = false;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await AskAsync(directory.Key)).Status);
        desk.Clock.Advance(EntraKeys.Retry);
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Known_keys_are_believed_for_a_day_without_an_answer_and_then_no_more()
    {
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        directory.IsDown = true;
        desk.Clock.Advance(EntraKeys.Longest - TimeSpan.FromSeconds(1));
        (await AskAsync(directory.Key)).Is(HttpStatusCode.OK);
        desk.Clock.Advance(TimeSpan.FromSeconds(10));
        (await AskAsync(directory.Key)).IsProblem(HttpStatusCode.ServiceUnavailable, "signInUnavailable");
    }

    [Fact]
    public async Task A_directory_that_nobody_serves_is_one_that_does_not_answer()
    {
        var key = directory.Key;
        await directory.DisposeAsync();
        (await AskAsync(key)).IsProblem(HttpStatusCode.ServiceUnavailable, "signInUnavailable");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("""{"issuer":"https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/v2.0"}""")]
    [InlineData("""{"issuer":"https://login.microsoftonline.com/11112222-3333-4444-5555-666677778888/v2.0","keys":[]}""")]
    public async Task Metadata_that_makes_no_sense_is_no_answer(string metadata)
    {
        directory.Garbage = metadata;
        (await AskAsync(directory.Key)).IsProblem(HttpStatusCode.ServiceUnavailable, "signInUnavailable");
    }

    [Fact]
    public async Task Metadata_of_another_directory_is_no_answer()
    {
        directory.StatedIssuer = "https://login.microsoftonline.com/99999999-3333-4444-5555-666677778888/v2.0";
        (await AskAsync(directory.Key)).IsProblem(HttpStatusCode.ServiceUnavailable, "signInUnavailable");
    }

    public async ValueTask DisposeAsync()
    {
        await desk.DisposeAsync();
        await directory.DisposeAsync();
    }
}
