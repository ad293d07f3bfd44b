using System.Text;
using Verify.Workflow.Ports;

namespace Verify.Testing.Workflow;

/// <summary>A web of pages that the test writes. Each address answers what it was given, in that order, the last one again and again; one without an answer holds no page.</summary>
public sealed class FakeFetcher : IFetcher
{
    readonly Lock gate = new();
    readonly Dictionary<string, Queue<Fetched>> answers = [];
    readonly List<FetchRequest> asked = [];

    /// <summary>Every request so far, in order.</summary>
    public IReadOnlyList<FetchRequest> Asked
    {
        get
        {
            lock (gate) return [.. asked];
        }
    }

    /// <summary>Set to hold every answer back until the task ends.</summary>
    public Func<CancellationToken, Task>? Hold { get; set; }

    public FakeFetcher Answer(string address, params ReadOnlySpan<Fetched> answers)
    {
        lock (gate)
        {
            if (!this.answers.TryGetValue(address, out var queue)) this.answers[address] = queue = new();
            foreach (var answer in answers) queue.Enqueue(answer);
        }
        return this;
    }

    public FakeFetcher Page(string address, string content, string? mediaType = "text/plain; charset=utf-8", string? movedTo = null) =>
        Answer(address, new Fetched.Content(Encoding.UTF8.GetBytes(content), mediaType, movedTo ?? address, null, null));

    public async Task<Fetched> FetchAsync(FetchRequest request, CancellationToken cancel = default)
    {
        lock (gate) asked.Add(request);
        if (Hold is { } hold) await hold(cancel);
        cancel.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (!answers.TryGetValue(request.Address, out var queue)) return new Fetched.Refused(new("addressNotFound", $"There is no page at {request.Address}."));
            return queue.Count > 1 ? queue.Dequeue() : queue.Peek();
        }
    }
}
