using Verify.Workflow.Driving;

namespace Verify.Workflow.Notices.Outbox;

/// <summary>Something is to be told.</summary>
public sealed class NoticeBell : Bell;
