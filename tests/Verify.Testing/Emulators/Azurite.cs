using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace Verify.Testing.Emulators;

/// <summary>Azure's blob service on this machine: an emulator for each test process, in memory, gone with the process.</summary>
/// <remarks>
/// Where it cannot run, tests are skipped and say <see cref="WhyNot"/>; with the environment variable <c>CI=true</c> they fail instead.
/// <code>
/// var azurite = await Azurite.SharedAsync();
/// Assert.SkipUnless(azurite.IsThere, azurite.WhyNot ?? "");
/// var store = Stores.Open(azurite.NewAddress());
/// </code>
/// </remarks>
public sealed class Azurite : IDisposable
{
    static readonly Lazy<Task<Azurite>> Shared = new(StartAsync);

    // Held for as long as the emulator is to run: it ends with the pipe to it.
    Process? running;

    Azurite()
    {
    }

    /// <summary>Whether it runs.</summary>
    [MemberNotNullWhen(true, nameof(Service))]
    [MemberNotNullWhen(false, nameof(WhyNot))]
    public bool IsThere => Service is not null;

    /// <summary>The service's address with the emulator's account, without a slash at its end.</summary>
    public string? Service { get; private init; }

    /// <summary>Why it does not run, as a sentence for a skipped test.</summary>
    public string? WhyNot { get; private init; }

    static bool IsCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The emulator of this test process, installed and started by the first who asks.</summary>
    /// <exception cref="AzuriteMissingException">It does not run here, and this is CI.</exception>
    public static Task<Azurite> SharedAsync() => Shared.Value;

    /// <summary>Another one, for a test that keeps an emulator busy for minutes: it answers on one thread, and slower the more it holds.</summary>
    /// <exception cref="AzuriteMissingException">It does not run here, and this is CI.</exception>
    public static async Task<Azurite> StartAsync()
    {
        try
        {
            var (service, running) = await AzuriteProcess.StartAsync();
            return new Azurite { Service = service, running = running };
        }
        catch (AzuriteMissingException missing) when (!IsCi)
        {
            return new Azurite { WhyNot = missing.Message };
        }
        catch (TimeoutException) when (!IsCi)
        {
            return new Azurite { WhyNot = "Azurite did not run: it was not installed and started in time. Run the tests again." };
        }
    }

    /// <summary>Ends it. The shared one ends with this process.</summary>
    public void Dispose()
    {
        running?.StandardInput.Close();
        running?.Dispose();
    }

    /// <summary>The address of a container that nobody else uses.</summary>
    public string NewAddress() => IsThere ? $"{Service}/t{Guid.NewGuid():N}" : throw new InvalidOperationException(WhyNot);
}
