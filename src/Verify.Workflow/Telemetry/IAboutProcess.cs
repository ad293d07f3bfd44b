namespace Verify.Workflow.Telemetry;

/// <summary>A request that is about one article or the review of one claim, so that its trace can be found by either.</summary>
public interface IAboutProcess
{
    ProcessId About { get; }
}
