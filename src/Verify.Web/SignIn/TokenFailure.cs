namespace Verify.Web.SignIn;

/// <summary>
/// Why a token signs nobody in. An exception by the framework's wish alone: it is carried in a result, and never thrown.
/// </summary>
/// <param name="message">A sentence for whoever sent the token; holds nothing of it.</param>
sealed class TokenFailure(TokenFault fault, string message) : Exception(message)
{
    public TokenFault Fault => fault;
}

enum TokenFault
{
    /// <summary>No sign-in makes this token good.</summary>
    Refused,

    /// <summary>It was good: signing in again helps.</summary>
    Over,

    /// <summary>The directory could not be asked for its keys, so nothing is known of the token.</summary>
    Unknown,
}
