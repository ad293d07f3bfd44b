namespace Verify.Host.Tests.Processes;

/// <summary>Waiting for a program that works by itself.</summary>
static class Patience
{
    /// <summary>Asks until it is so; half a minute is far more than a host needs.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var patience = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        for (var asked = 0; !await isSo(); asked++)
        {
            Assert.True(asked < 300, "It did not come to rest.");
            await patience.WaitForNextTickAsync(cancel);
        }
    }
}
