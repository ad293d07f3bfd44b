using System.Text;
using System.Text.Json;
using CsCheck;
using Verify.Ingestion.Messages;

namespace Verify.Ingestion.Tests.Messages;

/// <summary>What a message is taken for. Events are written as learn.microsoft.com/azure/event-grid/event-schema-blob-storage describes them.</summary>
public sealed class QueueMessageTests
{
    const string Container = "verify-inbox";
    const string Article = "Dinas Pekerjaan Umum menyatakan 40 jembatan rusak.\n";

    static string Event(string name, string? url = null, string container = Container, string type = "Microsoft.Storage.BlobCreated") => JsonSerializer.Serialize(new
    {
        topic = "/subscriptions/0/resourceGroups/desk/providers/Microsoft.Storage/storageAccounts/desk",
        subject = $"/blobServices/default/containers/{container}/blobs/{name}",
        eventType = type,
        eventTime = "2026-03-02T12:00:00.0000000Z",
        id = "831e1650-001e-001b-66ab-eeb76e069631",
        data = new
        {
            api = "PutBlockList",
            clientRequestId = "6d79dbfb-0e37-4fc4-981f-442c9ca65760",
            eTag = "0x8D4BCC2E4835CD0",
            contentType = "text/plain",
            contentLength = 524288,
            blobType = "BlockBlob",
            url = url ?? $"https://desk.blob.core.windows.net/{container}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}",
            sequencer = "00000000000004420000000000028963",
            storageDiagnostics = new { batchId = "b68529f3-68cd-4744-baa4-3c0498ec19f0" },
        },
        dataVersion = "",
        metadataVersion = "1",
    });

    static string CloudEvent(string name, string type = "Microsoft.Storage.BlobCreated", string version = "1.0") => JsonSerializer.Serialize(new
    {
        source = "/subscriptions/0/resourceGroups/desk/providers/Microsoft.Storage/storageAccounts/desk",
        subject = $"blobServices/default/containers/{Container}/blobs/{name}",
        type,
        time = "2026-03-02T12:00:00.0000000Z",
        id = "831e1650-001e-001b-66ab-eeb76e069631",
        data = new { api = "PutBlob", eTag = "0x8D4BCC2E4835CD0", contentLength = 5, url = $"https://desk.blob.core.windows.net/{Container}/{Uri.EscapeDataString(name)}" },
        specversion = version,
    });

    static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    static QueueMessage One(string body) => Assert.Single(QueueMessage.Parse(body, Container));

    static string Blob(string body) => Assert.IsType<QueueMessage.DroppedBlob>(One(body)).Name;

    static QueueMessage.Refused Refused(string body) => Assert.IsType<QueueMessage.Refused>(One(body));

    static string Text(string body) => Encoding.UTF8.GetString(Assert.IsType<QueueMessage.Article>(One(body)).Bytes.Span);

    [Theory]
    [InlineData("laporan.txt")]
    [InlineData("Redaksi/2026/laporan banjir (final).txt")]
    [InlineData("100% benar? #1 & lain+lain.txt")]
    [InlineData("naik%20turun.txt")]
    [InlineData("報告書 📈.html")]
    [InlineData("a/blobs/b")]
    public void An_event_names_its_blob_as_it_is_called(string name)
    {
        Assert.Equal(name, Blob(Event(name)));
        Assert.Equal(name, Blob($"[{Event(name)}]"));
        Assert.Equal(name, Blob(Base64(Event(name))));
        Assert.Equal(name, Blob($"\uFEFF {Event(name)}\n"));
        Assert.Equal(name, Blob(CloudEvent(name)));
        Assert.Equal(name, Blob($"[{CloudEvent(name)}]"));
    }

    [Fact]
    public void A_subject_that_is_escaped_is_read_with_the_help_of_the_address() =>
        Assert.Equal("laporan banjir.txt", Blob(Event("laporan%20banjir.txt", "https://desk.blob.core.windows.net/verify-inbox/laporan%20banjir.txt")));

    [Theory]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/verify-inbox/laporan.txt")]
    [InlineData("https://desk.dfs.core.windows.net/verify-inbox/laporan.txt")]
    [InlineData("https://desk.blob.core.windows.net/verify-inbox/laporan.txt?sv=2026")]
    public void The_address_may_be_any_of_the_services(string url) => Assert.Equal("laporan.txt", Blob(Event("laporan.txt", url)));

    [Fact]
    public void Each_event_of_an_array_is_one_thing_to_do_and_a_bad_one_spoils_no_other()
    {
        var deleted = Event("b.txt", type: "Microsoft.Storage.BlobDeleted");

        var parts = QueueMessage.Parse($"[{Event("a.txt")}, {deleted}, {CloudEvent("c.txt")}]", Container);

        Assert.Equal(new QueueMessage.DroppedBlob("a.txt"), parts[0]);
        Assert.Equal(deleted, Encoding.UTF8.GetString(Assert.IsType<QueueMessage.Refused>(parts[1]).Raw.Span));
        Assert.Equal(new QueueMessage.DroppedBlob("c.txt"), parts[2]);
    }

    [Fact]
    public void The_event_that_asks_whether_anybody_listens_asks_for_nothing()
    {
        const string validation = """[{"id":"1","topic":"/t","subject":"","data":{"validationCode":"512d38b6"},"eventType":"Microsoft.EventGrid.SubscriptionValidationEvent","eventTime":"2026-03-02T12:00:00Z","metadataVersion":"1","dataVersion":"1"}]""";

        Assert.IsType<QueueMessage.Nothing>(One(validation));
    }

    public static TheoryData<string, string, string> BadEvents => new()
    {
        { Event("a.txt", type: "Microsoft.Storage.BlobDeleted"), "eventNotTaken", "The event is \"Microsoft.Storage.BlobDeleted\", which is not taken. Limit the subscription to Microsoft.Storage.BlobCreated." },
        { CloudEvent("a.txt", type: "microsoft.storage.blobcreated"), "eventNotTaken", "The event is \"microsoft.storage.blobcreated\", which is not taken. Limit the subscription to Microsoft.Storage.BlobCreated." },
        { Event("2026/03/a.json", container: "verify-records"), "eventNotTaken", "The event is about the container \"verify-records\", and blobs are taken from \"verify-inbox\" only. Limit the subscription to that container." },
        { Event("a.txt", container: "verify-inbox2"), "eventNotTaken", "The event is about the container \"verify-inbox2\", and blobs are taken from \"verify-inbox\" only. Limit the subscription to that container." },
        { Event("../verify/articles/a/raw"), "nameInvalid", "The message names \"../verify/articles/a/raw\", and no dropped blob can have that name. Send \"inbox/\" and the blob's own name." },
        { Event(""), "nameInvalid", "The message names \"\", and no dropped blob can have that name. Send \"inbox/\" and the blob's own name." },
        { Event("a.txt", "https://desk.blob.core.windows.net/verify-inbox/b.txt"), "wrongShape", "The event names the blob \"a.txt\" in its subject and another in its address \"https://desk.blob.core.windows.net/verify-inbox/b.txt\". Look whether it came from Event Grid." },
        { CloudEvent("a.txt", version: "2.0"), "wrongShape", "The event is a CloudEvent of a version other than \"1.0\". Choose the CloudEvents 1.0 or the Event Grid schema for the subscription." },
        { """{"eventType":7,"subject":"/blobServices/default/containers/verify-inbox/blobs/a"}""", "wrongShape", "The event has no text in its field \"eventType\". Look whether it came from Event Grid." },
        { """{"specversion":"1.0","subject":"/blobServices/default/containers/verify-inbox/blobs/a"}""", "wrongShape", "The event has no text in its field \"type\". Look whether it came from Event Grid." },
        { """{"eventType":"Microsoft.Storage.BlobCreated"}""", "wrongShape", "The event has no text in its field \"subject\". Look whether it came from Event Grid." },
        { """{"eventType":"Microsoft.Storage.BlobCreated","subject":"/blobServices/default/containers/verify-inbox/a"}""", "wrongShape", "The event's subject \"/blobServices/default/containers/verify-inbox/a\" names no blob: \"/blobServices/default/containers/…/blobs/…\" does. Look whether it came from Event Grid." },
        { """[]""", "wrongShape", "The message is a JSON array, and not one of events. Send each article in a message of its own." },
        { """[{"text":"Dinas menyatakan 40 jembatan rusak."}]""", "wrongShape", "The message is a JSON array, and not one of events. Send each article in a message of its own." },
        { "[" + string.Join(',', Enumerable.Repeat("""{"eventType":"x"}""", 101)) + "]", "tooLarge", "The message is an array of 101 elements; up to 100 events are read. Send fewer at a time." },
    };

    [Theory, MemberData(nameof(BadEvents), DisableDiscoveryEnumeration = true)]
    public void An_event_that_is_not_taken_is_kept_with_the_reason_and_the_way_out(string body, string code, string message)
    {
        var refused = Refused(body);

        Assert.Equal((code, message), (refused.Problem.Code, refused.Problem.Message));
        Assert.Equal(body, Encoding.UTF8.GetString(refused.Raw.Span));
    }

    [Theory]
    [InlineData("inbox/laporan.txt", "laporan.txt")]
    [InlineData("inbox/Redaksi/laporan banjir.txt\n", "Redaksi/laporan banjir.txt")]
    [InlineData("inbox/laporan1", "laporan1")] // "inbox/laporan1AA" would do as base64 too
    [InlineData("inbox/laporan1AA", "laporan1AA")]
    [InlineData("aW5ib3gvYS50eHQ=", "a.txt")]
    public void A_blob_can_be_named(string body, string name) => Assert.Equal(name, Blob(body));

    [Theory]
    [InlineData("inbox/")]
    [InlineData("inbox/../verify/articles/a/raw")]
    [InlineData("inbox/a/../../verify/articles/a/raw")]
    [InlineData("inbox/..\\verify\\articles")]
    public void A_name_that_leads_elsewhere_is_none(string body) => Assert.Equal("nameInvalid", Refused(body).Problem.Code);

    [Theory]
    [InlineData("https://kabar.example/banjir?id=1#a", "https://kabar.example/banjir?id=1#a")]
    [InlineData(" https://kabar.example/banjir\r\n", "https://kabar.example/banjir")]
    [InlineData("HTTP://kabar.example/", "HTTP://kabar.example/")]
    [InlineData("file:///etc/passwd", "file:///etc/passwd")]
    [InlineData("gopher://a", "gopher://a")]
    [InlineData("aHR0cHM6Ly9rYWJhci5leGFtcGxlL2Jhbmppcg==", "https://kabar.example/banjir")]
    public void One_word_with_a_scheme_is_an_address_and_the_fetcher_judges_it(string body, string address) =>
        Assert.Equal(new QueueMessage.Address(address), One(body));

    [Theory]
    [InlineData(Article)]
    [InlineData("https://kabar.example/banjir melaporkan 40 jembatan rusak.")]
    [InlineData("inbox/outbox: 40 surat\nmasuk sejak Senin.")]
    [InlineData("[Pembaruan] Dinas menyatakan 40 jembatan rusak.")]
    [InlineData("{Jakarta} Dinas menyatakan 40 jembatan rusak.")]
    [InlineData("""{"text":"Dinas menyatakan 40 jembatan rusak."}""")]
    [InlineData("""{"text":"Dinas menyat""")]
    [InlineData("<!doctype html><p>Dinas menyatakan 40 jembatan rusak.</p>")]
    [InlineData("Banjir12")]
    [InlineData("javascript:alert(1)")]
    public void Anything_else_is_the_article_byte_for_byte(string body) => Assert.Equal(body, Text(body));

    [Fact]
    public void An_article_in_base64_is_unwrapped_once()
    {
        Assert.Equal(Article, Text(Base64(Article)));
        Assert.Equal(Base64(Article), Text(Base64(Base64(Article))));
        Assert.Equal("""{"text":"Dinas menyatakan 40 jembatan rusak akibat banjir."}""", Text(Base64("""{"text":"Dinas menyatakan 40 jembatan rusak akibat banjir."}""")));
    }

    [Fact]
    public void Bytes_in_base64_that_are_no_utf8_are_left_to_the_reader()
    {
        var bytes = Reading.In("windows-1252", "Badan Penanggulangan Bencana mengatakan “1.250 rumah” terendam sejak Senin — belum surut.");

        var article = Assert.IsType<QueueMessage.Article>(One(Convert.ToBase64String(bytes)));

        Assert.Equal(bytes, article.Bytes.ToArray());
        Assert.Null(article.MediaType);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\t")]
    [InlineData("\uFEFF")]
    public void A_message_without_a_word_is_empty(string body) =>
        Assert.Equal("The message holds no text. Send the article's text.", Refused(body).Problem.Message);

    [Fact]
    public void Half_a_character_is_no_text() => Assert.Equal("notText", Refused("Dinas " + '\ud83d' + " menyatakan").Problem.Code);

    [Fact]
    public void Nesting_without_end_and_arrays_without_end_are_no_danger()
    {
        Assert.IsType<QueueMessage.Article>(One(new string('[', 1_000_000)));
        Assert.IsType<QueueMessage.Article>(One("{\"eventType\":" + new string('[', 1_000_000)));
        Assert.Equal("tooLarge", Refused("[" + string.Join(',', Enumerable.Repeat("1", 1_000_000)) + "]").Problem.Code);
        Assert.Equal("nameInvalid", Refused("inbox/" + new string('a', 10_000_000)).Problem.Code);
    }

    [Fact]
    public void Blanks_in_base64_are_no_name()
    {
        Assert.IsType<QueueMessage.Article>(Assert.Single(QueueMessage.Parse("CgkM", "inbox")));
    }

    [Fact]
    public void Any_message_is_taken_for_something() => Gen.String.Sample(body => Assert.NotEmpty(QueueMessage.Parse(body, Container)), iter: 20_000);

    [Fact]
    public void An_event_that_is_damaged_anywhere_is_taken_for_something()
    {
        var whole = Event("laporan.txt");
        for (var at = 0; at < whole.Length; at++)
        {
            Assert.NotEmpty(QueueMessage.Parse(whole[..at], Container));
            Assert.NotEmpty(QueueMessage.Parse(whole.Remove(at, 1), Container));
        }
    }
}
