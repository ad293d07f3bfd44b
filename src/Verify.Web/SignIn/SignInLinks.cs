using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Verify.Workflow;

namespace Verify.Web.SignIn;

/// <summary>
/// Makes sign-in links. A token is encrypted and signed, names a person and a role, and holds until its time is over: it can be used
/// more than once, so that a mail program that looks ahead does not use it up.
/// </summary>
public sealed class SignInLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    readonly IDataProtector protector = protection.CreateProtector("Verify.SignIn.1");

    /// <summary>A token for <c>/sign-in?token=…</c>, and for programs as <c>Authorization: Bearer …</c>.</summary>
    /// <param name="name">Who signs in; shown to that person, and kept elsewhere only as a pseudonym. Not empty, at most 100 characters.</param>
    /// <param name="life">Longer than zero.</param>
    public string Token(string name, Role role, TimeSpan life)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, 100, nameof(name));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(life, TimeSpan.Zero);
        var link = new SignInLink(name.Trim(), role, clock.GetUtcNow() + life);
        return WebEncoders.Base64UrlEncode(protector.Protect(JsonSerializer.SerializeToUtf8Bytes(link, WebJson.Default.SignInLink)));
    }

    /// <summary>The path and query to send a person.</summary>
    public static string Path(string token) => $"{SignInPaths.SignIn}?token={token}";

    internal bool TryRead(string? token, [NotNullWhen(true)] out SignInLink? link)
    {
        link = null;
        if (string.IsNullOrEmpty(token)) return false;
        try
        {
            var read = JsonSerializer.Deserialize(protector.Unprotect(WebEncoders.Base64UrlDecode(token)), WebJson.Default.SignInLink);
            if (read is null || read.Until <= clock.GetUtcNow()) return false;
            link = read;
            return true;
        }
        catch (Exception forged) when (forged is FormatException or CryptographicException or JsonException)
        {
            return false;
        }
    }
}

/// <summary>What a token says.</summary>
sealed record SignInLink(string Name, Role Role, DateTimeOffset Until);
