using System.Collections.Immutable;
using Microsoft.AspNetCore.DataProtection;
using Verify.Web.SignIn;
using Verify.Workflow.Ports;

namespace Verify.Web;

/// <summary>How the desk is served. Says either where the keys of sign-in links are kept, or how, or that a directory signs people in.</summary>
public sealed record WebOptions
{
    /// <summary>
    /// A folder for the keys of sign-in links, sessions and pseudonyms, made when it is missing. Private to the desk: who reads it can
    /// sign in as anybody.
    /// </summary>
    public string? KeyDirectory { get; init; }

    /// <summary>Keeps the keys elsewhere; needs <see cref="PseudonymSecret"/> beside it.</summary>
    public Action<IDataProtectionBuilder>? ConfigureKeys { get; init; }

    /// <summary>
    /// Sign-in by a directory in place of sign-in links: no keys are kept then. Needs <see cref="PseudonymSecret"/> beside it.
    /// </summary>
    public EntraOptions? Entra { get; init; }

    /// <summary>
    /// At least 32 bytes that never change: another secret gives every reviewer another pseudonym. Empty to keep one in
    /// <see cref="KeyDirectory"/>.
    /// </summary>
    public ImmutableArray<byte> PseudonymSecret { get; init; } = [];

    /// <summary>
    /// Host names that are answered, without ports; <c>*.example.org</c> takes every name below. Only this machine's own by default, so
    /// that no web page elsewhere can point a name of its own here.
    /// </summary>
    public ImmutableArray<string> AllowedHosts { get; init; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>How long a session lives after its last use. Default 12 hours.</summary>
    public TimeSpan SessionLife { get; init; } = TimeSpan.FromHours(12);

    /// <summary>Who publishes: the author of every ClaimReview.</summary>
    public string Publisher { get; init; } = "Verify";

    /// <summary>The most bytes a request body may hold. A little above what the readers take, so that their own message answers first.</summary>
    public int MostBodyBytes { get; init; } = ArticleLimits.MostBytes + (256 * 1024);

    /// <exception cref="ArgumentException">A setting is missing, out of range or contradicts another; the message names it.</exception>
    public WebOptions Checked()
    {
        Entra?.Checked();
        if (Entra is not null && (KeyDirectory ?? (object?)ConfigureKeys) is not null)
            throw new ArgumentException($"With {nameof(Entra)}, leave out {nameof(KeyDirectory)} and {nameof(ConfigureKeys)}: there are no sign-in links, and no keys to keep.");
        if (Entra is null && KeyDirectory is null == ConfigureKeys is null)
            throw new ArgumentException($"Set either {nameof(KeyDirectory)} or {nameof(ConfigureKeys)}: the sign-in keys are kept in one place.");
        if ((KeyDirectory is null || !PseudonymSecret.IsDefaultOrEmpty) && (PseudonymSecret.IsDefault ? 0 : PseudonymSecret.Length) is var length and < 32)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(PseudonymSecret)} has at least 32 bytes, not {length}."));
        if (AllowedHosts.IsDefaultOrEmpty)
            throw new ArgumentException($"{nameof(AllowedHosts)} names no host: nothing would be answered.");
        if (SessionLife <= TimeSpan.Zero)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(SessionLife)} is {SessionLife}; it is longer than zero."));
        if (MostBodyBytes < 1024)
            throw new ArgumentException(FormattableString.Invariant($"{nameof(MostBodyBytes)} is {MostBodyBytes}; it is at least 1024."));
        return this;
    }
}
