namespace Verify.Workflow.Records;

/// <summary>A record in a list or an export, with the id that its bytes have.</summary>
public sealed record RecordView(string Id, VerifiedRecord Record)
{
    public static RecordView Of(RecordBytes stored) => new(stored.Id, stored.Record);
}
