using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core;
using Azure.Identity;
using Verify.Testing.Blobs;
using Verify.Workflow.Ports;
using static Verify.Functions.Tests.Fakes.LanguageFault;

namespace Verify.Functions.Tests.Language;

/// <summary>What the adapter makes of everything that the service does.</summary>
public sealed class LanguageEntitiesTests
{
    const string Text = "Maya Lindqvist of Harbour Trust said 700 berths were rented out.";

    static readonly (string, string)[] Known = [("Maya Lindqvist", "Person"), ("Harbour Trust", "Organization"), ("700 berths", "Quantity"), ("rented", "Skill")];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static IEnumerable<(EntityKind, string)> Words(string text, EntityAnswer answer) =>
        Assert.IsType<EntityAnswer.Found>(answer).Entities.OrderBy(entity => entity.Start).Select(entity => (entity.Kind, text[entity.Start..entity.End]));

    static WhyNoEntities Why(EntityAnswer answer) => Assert.IsType<EntityAnswer.Unavailable>(answer).Why;

    [Fact]
    public async Task Persons_organisations_and_quantities_are_found_with_what_found_them()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        var answer = await desk.AskAsync(Text, cancel: Cancel);
        Assert.Equal([(EntityKind.Person, "Maya Lindqvist"), (EntityKind.Organisation, "Harbour Trust"), (EntityKind.Quantity, "700 berths")], Words(Text, answer));
        Assert.Equal(("Azure AI Language 2023-04-15", 0.97), (((EntityAnswer.Found)answer).Source, ((EntityAnswer.Found)answer).Entities[0].Confidence));
        Assert.Empty(((EntityAnswer.Found)answer).Missing);
    }

    [Fact]
    public async Task The_service_is_asked_with_the_desk_s_identity_and_told_to_keep_nothing()
    {
        await using var desk = await LanguageDesk.OpenAsync();
        var identity = new FakeIdentity();
        await desk.Finder(identity: identity).FindAsync(LanguageDesk.Question(Text, "en-GB"), Cancel);
        var sent = Assert.Single(desk.Service.Received);
        Assert.Equal(("Bearer a-token", true), (sent.Authorization, (bool?)sent.Body["parameters"]!["loggingOptOut"]));
        Assert.Equal([Text], sent.Texts);
        Assert.Equal(["en"], sent.Languages);
        Assert.Equal(["https://cognitiveservices.azure.com/.default"], identity.Scopes);
    }

    [Theory]
    [InlineData("jv")]
    [InlineData("und")]
    [InlineData("")]
    [InlineData("x-id")]
    public async Task A_language_that_the_service_does_not_know_costs_no_request(string language)
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        Assert.Equal(WhyNoEntities.LanguageNotServed, Why(await desk.AskAsync(Text, language, Cancel)));
        Assert.Empty(desk.Service.Received);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    [InlineData(429)]
    public async Task Three_failures_in_a_row_are_tried_over(int status)
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Status(status, "InternalServerError"), times: 3);
        Assert.Equal(3, Words(Text, await desk.AskAsync(Text, cancel: Cancel)).Count());
        Assert.Equal(4, desk.Service.Received.Count);
    }

    [Theory]
    [InlineData(500, 4)]
    [InlineData(429, 4)]
    [InlineData(400, 1)]
    [InlineData(404, 1)]
    public async Task A_failure_that_stays_is_given_up(int status, int requests)
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Status(status, "InvalidRequest"), times: 10);
        Assert.Equal(WhyNoEntities.Failed, Why(await desk.AskAsync(Text, cancel: Cancel)));
        Assert.Equal(requests, desk.Service.Received.Count);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_desk_that_is_not_let_in_asks_once(int status)
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Status(status, "PermissionDenied"), times: 10);
        Assert.Equal(WhyNoEntities.NotAllowed, Why(await desk.AskAsync(Text, cancel: Cancel)));
        Assert.Single(desk.Service.Received);
    }

    [Fact]
    public async Task A_desk_without_an_identity_does_not_ask()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        Assert.Equal(WhyNoEntities.NotAllowed, Why(await desk.Finder(identity: new NoIdentity()).FindAsync(LanguageDesk.Question(Text), Cancel)));
        Assert.Empty(desk.Service.Received);
    }

    [Fact]
    public async Task A_wait_that_the_service_asks_for_is_kept()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Status(429, "429", retryAfter: 1));
        Assert.Equal(3, Words(Text, await desk.AskAsync(Text, cancel: Cancel)).Count());
        var waited = Stopwatch.GetElapsedTime(desk.Service.Received[0].At, desk.Service.Received[1].At);
        Assert.True(waited >= TimeSpan.FromSeconds(0.95), $"waited {waited}, asked to wait 1 s");
    }

    [Fact]
    public async Task A_wait_beyond_the_timeout_is_given_up()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        var answered = new TaskCompletionSource();
        desk.Service.Then(async context =>
        {
            context.Response.OnCompleted(() => { answered.SetResult(); return Task.CompletedTask; });
            await Status(429, "429", retryAfter: 3600)(context);
        });
        var asking = desk.AskAsync(Text, cancel: Cancel);
        await answered.Task;
        desk.Clock.Advance(LanguageDesk.Timeout);
        Assert.Equal(WhyNoEntities.TimedOut, Why(await asking));
        Assert.Single(desk.Service.Received);
    }

    [Fact]
    public async Task A_service_that_hangs_is_given_up_at_the_timeout()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        var reached = new TaskCompletionSource();
        desk.Service.Then(Hangs(reached));
        var asking = desk.AskAsync(Text, cancel: Cancel);
        await reached.Task;
        desk.Clock.Advance(LanguageDesk.Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(asking.IsCompleted);
        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(WhyNoEntities.TimedOut, Why(await asking));
    }

    [Fact]
    public async Task A_caller_that_gives_up_is_told_so()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        var (reached, caller) = (new TaskCompletionSource(), new CancellationTokenSource());
        desk.Service.Then(Hangs(reached));
        var asking = desk.AskAsync(Text, cancel: caller.Token);
        await reached.Task;
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task A_connection_that_breaks_is_tried_over()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Resets).Then(BreaksOff);
        Assert.Equal(3, Words(Text, await desk.AskAsync(Text, cancel: Cancel)).Count());
        Assert.Equal(3, desk.Service.Received.Count);
    }

    [Fact]
    public async Task A_connection_that_always_breaks_is_given_up()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Resets, times: 10);
        Assert.Equal(WhyNoEntities.Failed, Why(await desk.AskAsync(Text, cancel: Cancel)));
        Assert.Equal(4, desk.Service.Received.Count);
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_given_up()
    {
        var desk = await LanguageDesk.OpenAsync(Known);
        var finder = desk.Finder();
        await desk.Service.DisposeAsync();
        Assert.Equal(WhyNoEntities.Failed, Why(await finder.FindAsync(LanguageDesk.Question(Text), Cancel)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{}")]
    [InlineData("""{"kind":"EntityRecognitionResults"}""")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":null}""")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":"none","errors":[],"modelVersion":"1"}}""")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":[{"id":"0","entities":[{"text":"Maya","category":"Person","offset":99999999999,"length":4,"confidenceScore":1}],"warnings":[]}],"errors":[],"modelVersion":"1"}}""")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":[{"id":"7","entities":[],"warnings":[]}],"errors":[],"modelVersion":"1"}}""")]
    [InlineData("""{"kind":"KeyPhraseExtractionResults","results":{"documents":[],"errors":[],"modelVersion":"1"}}""")]
    [InlineData("""{"kind":"EntityRecognitionResults","results":{"documents":[{"id":"0","entities":[""")]
    public async Task An_answer_that_is_none_is_no_answer(string body)
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Says(body), times: 10);
        Assert.Equal(WhyNoEntities.Failed, Why(await desk.AskAsync(Text, cancel: Cancel)));
    }

    [Fact]
    public async Task Places_where_the_text_has_other_words_are_left_out()
    {
        await using var desk = await LanguageDesk.OpenAsync(("Maya Lindqvist", "Person"));
        desk.Service.Change = answer =>
        {
            var entities = answer["results"]!["documents"]![0]!["entities"]!.AsArray();
            entities.Add(new JsonObject());
            entities.Add(new JsonObject { ["text"] = "Maya", ["category"] = "Person" });
            foreach (var (text, offset, length) in new[]
                { ("Maya", 1, 4), ("Maya", -1, 4), ("Maya", 0, 5), ("May", 0, 4), ("out.", 60, 5), ("", 3, 0), ("Maya", int.MaxValue, 4), ("Maya", 0, int.MaxValue), ("Maya", 0, -4) })
                entities.Add(new JsonObject { ["text"] = text, ["category"] = "Person", ["offset"] = offset, ["length"] = length, ["confidenceScore"] = 1 });
        };
        Assert.Equal([(EntityKind.Person, "Maya Lindqvist")], Words(Text, await desk.AskAsync(Text, cancel: Cancel)));
    }

    [Theory]
    [InlineData("a version that nobody would write, and that goes on and on")]
    [InlineData("<b>1</b>")]
    [InlineData("")]
    public async Task A_model_version_that_is_none_does_not_enter_a_claim(string version)
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Change = answer => answer["results"]!["modelVersion"] = version;
        Assert.Equal("Azure AI Language of unknown version", ((EntityAnswer.Found)await desk.AskAsync(Text, cancel: Cancel)).Source);
    }

    [Fact]
    public async Task A_document_that_the_service_refuses_or_forgets_is_missing_and_the_others_are_there()
    {
        await using var desk = await LanguageDesk.OpenAsync(("Ani", "Person"));
        var text = Lines(count: 4, length: 5_000);
        desk.Service.Change = answer =>
        {
            var results = answer["results"]!;
            results["documents"]!.AsArray().RemoveAt(2);
            results["documents"]!.AsArray().RemoveAt(0);
            results["errors"]!.AsArray().Add(OfDocument("0", "InvalidDocument"));
        };
        var answer = (EntityAnswer.Found)await desk.AskAsync(text, "id", Cancel);
        Assert.Equal([5_001, 15_003], answer.Entities.Select(entity => entity.Start).Order());
        Assert.Equal([new(0, 5_000, WhyNoEntities.Failed), new(10_002, 15_002, WhyNoEntities.Failed)], answer.Missing.OrderBy(part => part.Start));
    }

    [Fact]
    public async Task More_than_five_documents_are_more_than_one_request()
    {
        await using var desk = await LanguageDesk.OpenAsync(("Ani", "Person"));
        var answer = (EntityAnswer.Found)await desk.AskAsync(Lines(count: 12, length: 5_000), "id", Cancel);
        Assert.Equal([5, 5, 2], desk.Service.Received.Select(request => request.Texts.Count));
        Assert.Equal(Enumerable.Range(0, 12).Select(line => line * 5_001), answer.Entities.Select(entity => entity.Start).Order());
    }

    [Fact]
    public async Task The_request_that_fails_is_the_last()
    {
        await using var desk = await LanguageDesk.OpenAsync(("Ani", "Person"));
        desk.Service.ThenWell().Then(Status(400, "InvalidRequest"));
        var answer = (EntityAnswer.Found)await desk.AskAsync(Lines(count: 12, length: 5_000), "id", Cancel);
        Assert.Equal(2, desk.Service.Received.Count);
        Assert.Equal(Enumerable.Range(5, 7).Select(line => new MissingEntities(line * 5_001, line * 5_001 + 5_000, WhyNoEntities.Failed)), answer.Missing);
        Assert.Equal(5, answer.Entities.Length);
    }

    [Fact]
    public async Task A_long_article_full_of_emoji_is_found_in_whole_at_its_own_places()
    {
        await using var desk = await LanguageDesk.OpenAsync(("Ayşe 👩‍🔬 Yılmaz", "Person"), ("Ame\u0301lie", "Person"));
        var text = new StringBuilder();
        while (text.Length < 30_000)
            text.Append("👨‍👩‍👧‍👦 Pada hari itu Ayşe 👩‍🔬 Yılmaz bertemu Ame\u0301lie, 🇮🇩 dan 500 orang datang 👍🏽. ").Append(text.Length % 3 == 0 ? "\n" : "\n\n");
        var article = text.ToString();
        var answer = (EntityAnswer.Found)await desk.AskAsync(article, "id", Cancel);
        var lines = article.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Equal(Enumerable.Repeat(new[] { (EntityKind.Person, "Ayşe 👩‍🔬 Yılmaz"), (EntityKind.Person, "Ame\u0301lie") }, lines).SelectMany(pair => pair), Words(article, answer));
        Assert.Empty(answer.Missing);
        Assert.All(desk.Service.Received, request => Assert.InRange(request.Texts.Count, 1, 5));
        Assert.All(desk.Service.Received.SelectMany(request => request.Texts), sent => Assert.InRange(new StringInfo(sent).LengthInTextElements, 1, 5_120));
    }

    [Fact]
    public async Task Half_a_surrogate_pair_in_an_article_moves_nothing()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        var text = $"\ud83d {Text} \ude00";
        Assert.Equal((EntityKind.Person, "Maya Lindqvist"), Words(text, await desk.AskAsync(text, cancel: Cancel)).First());
    }

    [Fact]
    public async Task A_spent_minute_leaves_the_rest_unanswered_and_is_over_in_a_minute()
    {
        await using var desk = await LanguageDesk.OpenAsync(("Ani", "Person"));
        var (finder, question) = (desk.Finder(perMinute: 2), LanguageDesk.Question(Lines(count: 12, length: 5_000), "id"));
        var answer = (EntityAnswer.Found)await finder.FindAsync(question, Cancel);
        Assert.Equal((10, 2), (answer.Entities.Length, desk.Service.Received.Count));
        Assert.All(answer.Missing, part => Assert.Equal(WhyNoEntities.BudgetSpent, part.Why));
        Assert.Equal(2, answer.Missing.Length);

        Assert.Equal(WhyNoEntities.BudgetSpent, Why(await finder.FindAsync(question, Cancel)));
        Assert.Equal(2, desk.Service.Received.Count);

        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(10, ((EntityAnswer.Found)await finder.FindAsync(question, Cancel)).Entities.Length);
    }

    [Fact]
    public async Task Tries_count_as_calls()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        desk.Service.Then(Status(500, "InternalServerError")).Then(Resets);
        Assert.Equal(WhyNoEntities.BudgetSpent, Why(await desk.Finder(perMinute: 2).FindAsync(LanguageDesk.Question(Text), Cancel)));
        Assert.Equal(2, desk.Service.Received.Count);
    }

    [Fact]
    public async Task A_spent_day_is_spent_for_every_program_of_the_desk_until_midnight()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        for (var program = 0; program < 3; program++)
            Assert.IsType<EntityAnswer.Found>(await desk.Finder(perDay: 3).FindAsync(LanguageDesk.Question(Text), Cancel));
        Assert.Equal(WhyNoEntities.BudgetSpent, Why(await desk.Finder(perDay: 3).FindAsync(LanguageDesk.Question(Text), Cancel)));
        desk.Clock.Advance(TimeSpan.FromHours(12));
        Assert.IsType<EntityAnswer.Found>(await desk.Finder(perDay: 3).FindAsync(LanguageDesk.Question(Text), Cancel));
    }

    [Fact]
    public async Task A_store_that_cannot_count_lets_nothing_be_asked()
    {
        await using var desk = await LanguageDesk.OpenAsync(Known);
        var finder = desk.Finder(store: FaultyBlobs.DiesAtWrite(1, new MemoryBlobs()));
        Assert.Equal(WhyNoEntities.Failed, Why(await finder.FindAsync(LanguageDesk.Question(Text), Cancel)));
        Assert.Empty(desk.Service.Received);
    }

    /// <summary>Lines that each fill a document and begin with "Ani".</summary>
    static string Lines(int count, int length) => string.Concat(Enumerable.Repeat($"Ani {new string('a', length - 4)}\n", count));

    sealed class NoIdentity : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext asked, CancellationToken cancel) => throw new CredentialUnavailableException("Nobody is signed in.");

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext asked, CancellationToken cancel) => throw new CredentialUnavailableException("Nobody is signed in.");
    }
}
