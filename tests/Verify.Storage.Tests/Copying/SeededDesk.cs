using System.Text;
using Microsoft.Extensions.Time.Testing;
using Verify.Testing.Workflow;
using Verify.Workflow.Blobs;
using Verify.Workflow.Log.Checking;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Reviews;

namespace Verify.Storage.Tests.Copying;

/// <summary>A desk in the middle of its work, with every kind of blob in its store.</summary>
static class SeededDesk
{
    const string Flood =
        "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n"
        + "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    const string Vaccines = "Kementerian Kesehatan mengatakan 900.000 orang divaksin pada tahun 2025.\n";

    public const string LargeJournal = "journals/review/large";

    static readonly string[] Beside = ["inbox/waiting.txt", "leases/somebody", "verify.json"];

    /// <summary>Published one claim, decided another that can still be taken back, and left the third in the queue.</summary>
    public static async Task<FakeTimeProvider> WriteAsync(IBlobs store)
    {
        var clock = new FakeTimeProvider(Sample.Noon);
        await using var desk = await OpenAsync(store, clock);
        await desk.SubmitAsync(Flood);
        await desk.SubmitAsync(Vaccines, name: "b.txt");
        await desk.Driver.SettleAsync();
        var queue = await desk.QueueAsync();
        TestDesk.Value(await desk.DecideAsync(queue[0].Id, Sample.Approve()));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        await desk.Mediator.Send(new SealLog());
        TestDesk.Value(await desk.DecideAsync(queue[1].Id, Sample.Approve(), "decision-2"));
        return clock;
    }

    /// <summary>What a desk may hold beside: a log, a refused input, and what stays behind.</summary>
    public static async Task AddMoreAsync(IBlobs store)
    {
        foreach (var name in Beside.Concat(["log/batches/000000000000", "quarantine/q1/raw", "quarantine/q1/reason.json"]))
            Assert.True(await store.CreateAsync(name, Encoding.UTF8.GetBytes($"{{\"of\":\"{name}\"}}")));
        // More than two appends take.
        var line = Encoding.UTF8.GetBytes(new string('x', 99_999) + "\n");
        var part = Enumerable.Repeat(line, BlobRules.LongestAppend / line.Length).SelectMany(bytes => bytes).ToArray();
        for (var n = 0; n < 2; n++) Assert.True(await store.AppendAsync(LargeJournal, part, n * part.Length));
        Assert.True(await store.AppendAsync(LargeJournal, Encoding.UTF8.GetBytes("the end\n"), 2 * part.Length));
    }

    public static Task<TestDesk> OpenAsync(IBlobs store, FakeTimeProvider clock) => TestDesk.OpenAsync(store, clock, new CrankedDriver(clock));

    /// <summary>The desk's claims go on: the decided one is published by itself, the third when it is approved.</summary>
    public static async Task GoesOnAsync(IBlobs store, FakeTimeProvider clock)
    {
        await using var desk = await OpenAsync(store, clock);
        Assert.Single(await desk.RecordsAsync());
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(2, (await desk.RecordsAsync()).Count);
        var last = Assert.Single(await desk.QueueAsync());
        TestDesk.Value(await desk.DecideAsync(last.Id, Sample.Approve(), "decision-3"));
        await desk.Driver.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(ClaimState.Published, (await desk.ClaimAsync(last.Id)).State);
        Assert.Equal(3, (await desk.RecordsAsync()).Count);
        Assert.Equal(new LogSealed(3, 2), await desk.Mediator.Send(new SealLog()));
        // The large journal is no journal but its name.
        Assert.DoesNotContain((await new LogCheck(store, TestDesk.LogKey.Verifier).RunAsync()).Findings, finding => finding.Name != LargeJournal);
    }

    /// <summary>Everything that a copy brings across, by name.</summary>
    public static async Task<SortedDictionary<string, string>> HeldAsync(IBlobs store, bool withBeside = false)
    {
        var held = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var name in store.ListAsync(""))
            if ((withBeside || !Beside.Contains(name)) && await store.ReadAsync(name) is { } blob)
                held[name] = $"{(blob.IsGrown ? "grown" : "whole")} {blob.Content.Length} {Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(blob.Content.Span))}";
        return held;
    }
}
