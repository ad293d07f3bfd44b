namespace Verify.Workflow.Ports;

/// <summary>Asks nobody: what holds until a host adds another finder.</summary>
sealed class NoEntityFinder : IEntityFinder
{
    static readonly Task<EntityAnswer> Off = Task.FromResult<EntityAnswer>(new EntityAnswer.Off());

    public Task<EntityAnswer> FindAsync(EntityQuestion asked, CancellationToken cancel = default) => Off;
}
