namespace Verify.Workflow.Journal;

/// <summary>Something that happened. <see cref="Id"/> is unique in its journal: an event that is there already is never written twice.</summary>
public interface IEvent
{
    string Id { get; }

    DateTimeOffset At { get; }
}
