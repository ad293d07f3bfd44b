using Verify.Workflow.Driving;

namespace Verify.Workflow.Log.Sealing;

/// <summary>A record waits to be sealed.</summary>
public sealed class LogBell : Bell;
