using System.Security.Cryptography;

namespace Verify.Workflow.Journal;

/// <summary>
/// Ids of events that may happen many times. They say nothing but what happened: a place in the journal would tell how long the events before it are,
/// and among them may be a decision that nobody else may know of yet.
/// </summary>
static class EventId
{
    const int Digits = 16;

    public static string New(string name) => $"{name}-{RandomNumberGenerator.GetHexString(Digits, lowercase: true)}";

    /// <summary>The same for the same text; looks like any other.</summary>
    public static string Of(string name, string text) => $"{name}-{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))[..Digits]}";
}
