namespace Verify.Workflow;

/// <summary>Why an operator did what cannot be undone: it is kept with what they did.</summary>
static class OperatorReason
{
    const int Longest = 500;

    public static Refusal? Refuse(string? reason) => PlainText.IsBlank(reason)
        ? new(RefusalKind.Invalid, "reasonMissing", "Say why: what is done here cannot be undone, and the reason is what is kept of it.", "reason")
        : PlainText.Refuse(reason.Trim(), Longest, "reason");
}
