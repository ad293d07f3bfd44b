using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Verify.Claims.Arithmetic;
using Verify.Claims.Attribution;
using Verify.Claims.Quantities;
using Verify.Workflow.Articles;
using Verify.Workflow.Audit;
using Verify.Workflow.Feeds;
using Verify.Workflow.Log.Proving;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Records;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;
using Verify.Workflow.Submissions;

namespace Verify.Workflow;

/// <summary>How everything of the workflow is written as JSON: in the store and at the doors.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    NumberHandling = JsonNumberHandling.Strict,
    Converters =
    [
        typeof(RelationJson), typeof(CamelCaseEnum<QuantityKind>), typeof(CamelCaseEnum<Direction>), typeof(CamelCaseEnum<Modality>), typeof(CamelCaseEnum<TimeOf>),
        typeof(CamelCaseEnum<ArticleOutcome>), typeof(CamelCaseEnum<ReviewOutcome>), typeof(CamelCaseEnum<RejectionReason>),
        typeof(CamelCaseEnum<ClaimState>), typeof(CamelCaseEnum<SecondReason>), typeof(CamelCaseEnum<Role>), typeof(CamelCaseEnum<RefusalKind>),
        typeof(CamelCaseEnum<NoticeKind>), typeof(CamelCaseEnum<NoticeTiming>), typeof(CamelCaseEnum<NoticeLanguage>),
        typeof(CamelCaseEnum<FeedAnswer>), typeof(CamelCaseEnum<SubmissionState>),
        typeof(CamelCaseEnum<EntitiesState>), typeof(CamelCaseEnum<EntityKind>), typeof(CamelCaseEnum<WhyNoEntities>), typeof(CamelCaseEnum<ReadingPart>), typeof(CamelCaseEnum<DiscrepancyKind>),
        typeof(CamelCaseEnum<RevisionKind>),
    ])]
[JsonSerializable(typeof(ArticleEvent))]
[JsonSerializable(typeof(ReviewEvent))]
[JsonSerializable(typeof(ArticleText))]
[JsonSerializable(typeof(ArticleClaims))]
[JsonSerializable(typeof(Reading))]
[JsonSerializable(typeof(QueueEntry))]
[JsonSerializable(typeof(QuarantinedInput))]
[JsonSerializable(typeof(QuarantineEnd))]
[JsonSerializable(typeof(ReleasedInput))]
[JsonSerializable(typeof(VerifiedRecord))]
[JsonSerializable(typeof(RecordLink))]
[JsonSerializable(typeof(RecordView))]
[JsonSerializable(typeof(RecordProof))]
[JsonSerializable(typeof(Judgement))]
[JsonSerializable(typeof(ClaimView))]
[JsonSerializable(typeof(ClaimHistory))]
[JsonSerializable(typeof(ReadingChange[]))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(ImmutableArray<Compared>))]
[JsonSerializable(typeof(ArticleView))]
[JsonSerializable(typeof(Submitted))]
[JsonSerializable(typeof(Submission))]
[JsonSerializable(typeof(Stats))]
[JsonSerializable(typeof(Stalled))]
[JsonSerializable(typeof(StalledProcess))]
[JsonSerializable(typeof(Page<StalledProcess>))]
[JsonSerializable(typeof(Page<QueueEntry>))]
[JsonSerializable(typeof(Page<ArticleSummary>))]
[JsonSerializable(typeof(Page<QuarantinedInput>))]
[JsonSerializable(typeof(Page<RecordView>))]
[JsonSerializable(typeof(Delivery))]
[JsonSerializable(typeof(DigestState))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(ImmutableArray<DateTimeOffset>))]
[JsonSerializable(typeof(NoticeData))]
[JsonSerializable(typeof(NoticeChoice))]
[JsonSerializable(typeof(NotificationView))]
[JsonSerializable(typeof(FailedNotice))]
[JsonSerializable(typeof(Page<FailedNotice>))]
[JsonSerializable(typeof(FeedState))]
[JsonSerializable(typeof(Page<FeedView>))]
public sealed partial class WorkflowJson : JsonSerializerContext
{
    static readonly Lazy<WorkflowJson> Compact = new(() => With(indented: false));
    static readonly Lazy<WorkflowJson> Indented = new(() => With(indented: true));

    /// <summary>For the store: letters of every language as they are, one line.</summary>
    public static WorkflowJson Stored => Compact.Value;

    /// <summary>For records, whose bytes are hashed and read by people: indented, with one line ending everywhere.</summary>
    public static WorkflowJson Published => Indented.Value;

    static WorkflowJson With(bool indented) => new(new JsonSerializerOptions(Default.Options)
    {
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
