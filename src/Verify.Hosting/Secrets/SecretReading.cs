using System.Collections.Immutable;
using Verify.Hosting.Settings;

namespace Verify.Hosting.Secrets;

/// <summary>Reads the secrets of several settings and collects what goes wrong.</summary>
sealed class SecretReading(ISecrets secrets)
{
    readonly ImmutableArray<string>.Builder problems = ImmutableArray.CreateBuilder<string>();

    /// <param name="whyNot">What is wrong with a text that was read, to stand behind the name of its place.</param>
    public async Task<Secret?> ReadAsync(Setting setting, Secret? secret, Func<string, string?> whyNot, CancellationToken cancel)
    {
        if (secret is null) return null;
        try
        {
            var text = await secrets.ReadAsync(secret.Reference, cancel);
            if (whyNot(text) is { } wrong) problems.Add($"{setting.FullName}: what {secret.Reference} holds {wrong}");
            return new(secret.Reference, text);
        }
        catch (SecretException failed)
        {
            problems.Add($"{setting.FullName}: {failed.Message}");
            return null;
        }
    }

    public void ThrowIfWrong()
    {
        if (problems.Count > 0) throw new SettingsException(problems.ToImmutable());
    }
}
