using Verify.Workflow;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Submissions;

namespace Verify.Testing.Workflow;

/// <summary>A page that addresses lead to, and short words for what became of an address.</summary>
public static class SubmittedAddresses
{
    public const string Flood = "https://kabar.example/banjir";

    public const string FloodText =
        "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir di Kabupaten Muaralaya.\n" +
        "Badan Penanggulangan Bencana mengatakan 1.250 rumah terendam sejak Senin.\n";

    public static readonly ArticleSource ByAni = new("http", "s-ani");

    public static readonly ArticleSource ByBudi = new("http", "s-budi");

    public static readonly Fetched FloodPage = new Fetched.Content(System.Text.Encoding.UTF8.GetBytes(FloodText), "text/plain; charset=utf-8", Flood, null, null);

    public static Fetched Down(TimeSpan? retryAfter = null) => new Fetched.Failed(new InputProblem("addressUnavailable", "The page is not given now."), retryAfter);

    public static Fetched Gone { get; } = new Fetched.Refused(new InputProblem("addressNotFound", "There is no such page."));

    public static Task<Answer<Intake>> SendAsync(this TestDesk desk, string address = Flood, ArticleSource? source = null, string? language = null, StatedFacts? stated = null) =>
        desk.Mediator.Send(new SubmitAddress(address, source ?? ByAni, language, stated));

    public static Submitted Article(this Answer<Intake> answer) => ((Intake.Article)TestDesk.Value(answer)).Submitted;

    public static Submission Waiting(this Answer<Intake> answer) => ((Intake.Waiting)TestDesk.Value(answer)).Submission;

    public static async Task<Submission> SubmissionAsync(this TestDesk desk, string id) => TestDesk.Value(await desk.Mediator.Send(new GetSubmission(id)));

    public static Task<SweptSubmissions> SweepAsync(this TestDesk desk, int most = 50) => desk.Mediator.Send(new SweepSubmissions(most));

    public static async Task<IReadOnlyList<QuarantinedInput>> QuarantineAsync(this TestDesk desk) => TestDesk.Value(await desk.Mediator.Send(new ListQuarantine())).Items;
}
