using System.Collections.Immutable;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Verify.Workflow.Articles;
using Verify.Workflow.Audit;
using Verify.Workflow.Blobs;
using Verify.Workflow.Driving;
using Verify.Workflow.Due;
using Verify.Workflow.Erasing;
using Verify.Workflow.Feeds;
using Verify.Workflow.Inbox;
using Verify.Workflow.Journal;
using Verify.Workflow.Log.Proving;
using Verify.Workflow.Log.Remembering;
using Verify.Workflow.Log.Sealing;
using Verify.Workflow.Notices;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Ports;
using Verify.Workflow.Quarantine;
using Verify.Workflow.Rebuilding;
using Verify.Workflow.Records;
using Verify.Workflow.Rereading;
using Verify.Workflow.Reviews;
using Verify.Workflow.Stalls;
using Verify.Workflow.Submissions;

namespace Verify.Workflow;

/// <summary>Registers the workflow. The host adds <see cref="IBlobs"/>, <see cref="IArticleReader"/>, <see cref="IFeedReader"/>, <see cref="IFetcher"/>, <see cref="IWakeUps"/> and a <see cref="TimeProvider"/>, and where it follows feeds its own <see cref="FeedOptions"/>; where it tells people its own <see cref="NoticeOptions"/> and an <see cref="IPostOffice"/>, and where it remembers its log a <see cref="LogMemory"/>; behind it, where one is asked, an <see cref="IEntityFinder"/>.</summary>
public static class WorkflowServices
{
    public static IServiceCollection AddWorkflow(this IServiceCollection services, WorkflowOptions options)
    {
        services.AddSingleton(options.Checked());
        services.AddSingleton(kept => Journals.OfArticles(kept.GetRequiredService<IBlobs>()));
        services.AddSingleton(kept => Journals.OfReviews(kept.GetRequiredService<IBlobs>()));
        services.AddSingleton<ArticleBlobs>().AddSingleton<RecordStore>().AddSingleton<ReviewQueue>().AddSingleton<LeaseMarks>().AddSingleton<StateMarks>().AddSingleton<AgreementHistory>().AddSingleton<DueMarks>().AddSingleton<StalledMarks>();
        services.AddSingleton<Arrivals>().AddSingleton<AddressReader>().AddSingleton<SubmissionStore>().AddSingleton<WaitingMarks>();
        services.AddSingleton<QuarantineBlobs>();
        services.AddSingleton<FeedStates>().TryAddSingleton(new FeedOptions());
        services.AddSingleton<IEntityFinder, NoEntityFinder>().AddSingleton<NamedReadings>();
        services.AddSingleton<ReviewOpener>().AddSingleton<ArticleErasure>().AddSingleton<ClaimSearch>().AddSingleton<ReadingReplacer>().AddSingleton<ArticleProcess>().AddSingleton<ReviewProcess>();
        services.AddNotices();
        services.AddSingleton<LogBell>().AddSingleton<WaitingRecords>().AddSingleton<BatchCleaning>().TryAddSingleton(LogMemory.None);

        services.AddSingleton<ServiceFactory>(provider => provider.GetService!);
        services.AddSingleton<IMediator, Mediator>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(TraceRequests<,>));
        services.AddSingleton(typeof(IPipelineBehavior<,>), typeof(AuditRequests<,>));
        return services
            .AddHandler<SubmitArticle, Answer<Intake>, SubmitArticleHandler>()
            .AddHandler<SubmitAddress, Answer<Intake>, SubmitAddressHandler>()
            .AddHandler<SweepSubmissions, SweptSubmissions, SweepSubmissionsHandler>()
            .AddHandler<GetSubmission, Answer<Submission>, GetSubmissionHandler>()
            .AddHandler<GetArticle, Answer<ArticleView>, GetArticleHandler>()
            .AddHandler<ListArticles, Answer<Page<ArticleSummary>>, ListArticlesHandler>()
            .AddHandler<Advance, Progress, AdvanceHandler>()
            .AddHandler<Decide, Answer<ClaimView>, DecideHandler>()
            .AddHandler<Withdraw, Answer<ClaimView>, WithdrawHandler>()
            .AddHandler<ReviseRecord, Answer<ClaimView>, ReviseRecordHandler>()
            .AddHandler<GetClaim, Answer<ClaimView>, GetClaimHandler>()
            .AddHandler<ReadAudit, IAsyncEnumerable<AuditEntry>, ReadAuditHandler>()
            .AddHandler<ExportHistory, IAsyncEnumerable<ClaimHistory>, ExportHistoryHandler>()
            .AddHandler<GetHistory, Answer<ClaimHistory>, GetHistoryHandler>()
            .AddHandler<LeaseClaim, Answer<ClaimView>, LeaseClaimHandler>()
            .AddHandler<EndLease, Answer<ClaimView>, EndLeaseHandler>()
            .AddHandler<TakeNext, Answer<ClaimView>, TakeNextHandler>()
            .AddHandler<ListClaims, Answer<Page<QueueEntry>>, ListClaimsHandler>()
            .AddHandler<GetRecord, Answer<RecordBytes>, GetRecordHandler>()
            .AddHandler<ListRecords, Answer<Page<RecordBytes>>, ListRecordsHandler>()
            .AddHandler<ExportRecords, IAsyncEnumerable<RecordBytes>, ExportRecordsHandler>()
            .AddHandler<SealLog, LogSealed, SealLogHandler>()
            .AddHandler<ResumeLog, Answer<LogResumed>, ResumeLogHandler>()
            .AddHandler<GetCheckpoint, Answer<ReadOnlyMemory<byte>>, GetCheckpointHandler>()
            .AddHandler<GetLogKey, string, GetLogKeyHandler>()
            .AddHandler<GetProof, Answer<RecordProof>, GetProofHandler>()
            .AddHandler<SendNotices, NoticesSent, SendNoticesHandler>()
            .AddHandler<ListFailedNotices, Answer<Page<FailedNotice>>, ListFailedNoticesHandler>()
            .AddHandler<RetryNotice, Answer<FailedNotice>, RetryNoticeHandler>()
            .AddHandler<DiscardNotice, Answer<FailedNotice>, DiscardNoticeHandler>()
            .AddHandler<GetNotifications, Answer<NotificationView>, GetNotificationsHandler>()
            .AddHandler<SetNotifications, Answer<NotificationView>, SetNotificationsHandler>()
            .AddHandler<ConfirmAddress, Answer<NotificationView>, ConfirmAddressHandler>()
            .AddHandler<SendCodeAgain, Answer<NotificationView>, SendCodeAgainHandler>()
            .AddHandler<ForgetContact, Answer<NotificationView>, ForgetContactHandler>()
            .AddHandler<QuarantineInput, QuarantinedInput, QuarantineInputHandler>()
            .AddHandler<ListQuarantine, Answer<Page<QuarantinedInput>>, ListQuarantineHandler>()
            .AddHandler<ReleaseInput, Answer<ReleasedInput>, ReleaseInputHandler>()
            .AddHandler<DiscardInput, Answer<QuarantineEnd>, DiscardInputHandler>()
            .AddHandler<Stall, Progress, StallHandler>()
            .AddHandler<ListStalled, Answer<Page<StalledProcess>>, ListStalledHandler>()
            .AddHandler<Retry, Answer<StalledProcess>, RetryHandler>()
            .AddHandler<GetStats, Stats, GetStatsHandler>()
            .AddHandler<Rebuild, Rebuilt, RebuildHandler>()
            .AddHandler<RereadArticle, Answer<ArticleReread>, RereadArticleHandler>()
            .AddHandler<EraseArticle, Answer<ErasedArticle>, EraseArticleHandler>()
            .AddHandler<PollFeed, FeedPolled, PollFeedHandler>()
            .AddHandler<PollFeeds, ImmutableArray<FeedPolled>, PollFeedsHandler>()
            .AddHandler<ListFeeds, Page<FeedView>, ListFeedsHandler>();
    }

    /// <summary>Adds the drop container, where the desk has one.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services, IInboxBlobs inbox) => services
        .AddSingleton(inbox)
        .AddHandler<TakeInboxBlob, InboxTaken, TakeInboxBlobHandler>()
        .AddHandler<SweepInbox, InboxSwept, SweepInboxHandler>();

    static IServiceCollection AddHandler<TRequest, TResponse, THandler>(this IServiceCollection services)
        where TRequest : IRequest<TResponse>
        where THandler : class, IRequestHandler<TRequest, TResponse> =>
        services.AddSingleton<IRequestHandler<TRequest, TResponse>, THandler>();
}
