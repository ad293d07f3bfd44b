using System.Text.Json;
using Verify.Workflow;
using Verify.Workflow.Records;

namespace Verify.Web.Records;

/// <summary>Records as JSON Lines: one <see cref="RecordView"/> a line, sent as it is read.</summary>
static class RecordLines
{
    public static async Task WriteAsync(IAsyncEnumerable<RecordBytes> records, Stream body, CancellationToken cancel)
    {
        await foreach (var record in records.WithCancellation(cancel))
        {
            byte[] line = [.. JsonSerializer.SerializeToUtf8Bytes(RecordView.Of(record), WorkflowJson.Stored.RecordView), (byte)'\n'];
            await body.WriteAsync(line, cancel);
        }
    }
}
