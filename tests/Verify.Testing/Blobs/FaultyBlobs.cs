using System.Runtime.CompilerServices;
using Verify.Workflow.Blobs;

namespace Verify.Testing.Blobs;

/// <summary>
/// A store that fails once, at a chosen write, so that a test can walk every boundary: run the scenario for n = 1, 2, … until
/// <see cref="Reached"/> stays false.
/// </summary>
/// <remarks>Create, replace, append and delete are writes, and count also where they are refused. Of calls every one counts, and of a listing every name.</remarks>
public sealed class FaultyBlobs : IBlobs
{
    readonly IBlobs store;
    readonly int fault;
    readonly bool dies, ofCalls;
    int writes, calls;

    FaultyBlobs(IBlobs store, int fault, bool dies, bool ofCalls = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fault, 1);
        (this.store, this.fault, this.dies, this.ofCalls) = (store, fault, dies, ofCalls);
    }

    /// <summary>The n-th write and every call after it throw and change nothing, as if the machine had stopped.</summary>
    public static FaultyBlobs DiesAtWrite(int n, IBlobs store) => new(store, n, dies: true);

    /// <summary>The n-th write is done and then answered with an error, as if its answer had been lost; everything else works.</summary>
    public static FaultyBlobs LosesAnswerOfWrite(int n, IBlobs store) => new(store, n, dies: false);

    /// <summary>The n-th call of any kind, reads and names of a listing included, is answered with an error and changes nothing; everything else works.</summary>
    public static FaultyBlobs RefusesCall(int n, IBlobs store) => new(store, n, dies: false, ofCalls: true);

    /// <summary>How many writes were asked for so far, the failed ones too.</summary>
    public int Writes => Volatile.Read(ref writes);

    /// <summary>Whether the fault has happened.</summary>
    public bool Reached => (ofCalls ? Volatile.Read(ref calls) : Writes) >= fault;

    /// <inheritdoc/>
    public Task<bool> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancel = default) =>
        Write(() => store.CreateAsync(name, content, cancel));

    /// <inheritdoc/>
    public async Task<Blob?> ReadAsync(string name, CancellationToken cancel = default)
    {
        Call();
        return await store.ReadAsync(name, cancel);
    }

    /// <inheritdoc/>
    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string version, CancellationToken cancel = default) =>
        Write(() => store.ReplaceAsync(name, content, version, cancel));

    /// <inheritdoc/>
    public Task<bool> AppendAsync(string name, ReadOnlyMemory<byte> lines, long position, CancellationToken cancel = default) =>
        Write(() => store.AppendAsync(name, lines, position, cancel));

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, string? after = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        Call();
        await foreach (var name in store.ListAsync(prefix, after, cancel))
        {
            Call();
            yield return name;
        }
    }

    /// <inheritdoc/>
    public Task<bool> DeleteAsync(string name, string? version = null, CancellationToken cancel = default) =>
        Write(() => store.DeleteAsync(name, version, cancel));

    async Task<T> Write<T>(Func<Task<T>> write)
    {
        var mine = Interlocked.Increment(ref writes);
        Call();
        var answer = await write();
        return mine == fault && !ofCalls ? throw new StoreException($"The answer to write {fault} was lost.") : answer;
    }

    void Call()
    {
        if (Interlocked.Increment(ref calls) == fault && ofCalls)
            throw new StoreException($"Call {fault} was not answered.");
        if (dies && Reached)
            throw Death();
    }

    static StoreException Death() => new("The store died.");
}
