namespace Verify.Benchmarks.Load;

/// <summary>An app that takes articles and decisions, and where it keeps what comes of them.</summary>
/// <param name="Waiting">Under this prefix a blob stands for a claim that waits.</param>
/// <param name="Record">Under this prefix stand the records.</param>
/// <param name="AsksForWhatWasShown">A decision names the state of the claim that it was made on.</param>
sealed record LoadTarget(string Name, string Waiting, string Record, bool AsksForWhatWasShown)
{
    /// <summary>The desk on Azure Functions, its store in the container <c>verify</c>, without an undo window.</summary>
    public static readonly LoadTarget Desk = new("desk", "verify/queue/", "verify-records/", true);

    /// <summary><c>tests/Verify.Benchmarks.UsualWay</c>.</summary>
    public static readonly LoadTarget UsualWay = new("usual", "usual-claims/", "usual-records/", false);

    public static LoadTarget? Find(string name) => new[] { Desk, UsualWay }.FirstOrDefault(target => target.Name == name);
}
