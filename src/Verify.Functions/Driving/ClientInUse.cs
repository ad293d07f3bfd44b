using Microsoft.DurableTask.Client;

namespace Verify.Functions.Driving;

/// <summary>
/// The Durable client that the function under way was handed. The platform gives one to each invocation and none to the container, while the
/// handlers that wake processes live as long as the program.
/// </summary>
sealed class ClientInUse
{
    readonly AsyncLocal<DurableTaskClient?> client = new();

    /// <exception cref="InvalidOperationException">The function takes no Durable client.</exception>
    public DurableTaskClient Client => client.Value ?? throw new InvalidOperationException("A function that sends requests takes a [DurableClient] and hands it on.");

    public async Task<T> WithAsync<T>(DurableTaskClient used, Func<Task<T>> work)
    {
        client.Value = used; // seen by what this method calls, gone when it returns
        return await work();
    }
}
