using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Verify.Workflow.Notices.Outbox;
using Verify.Workflow.Notices.People;
using Verify.Workflow.Notices.Sending;
using Verify.Workflow.Notices.Telling;
using Verify.Workflow.Ports;

namespace Verify.Workflow.Notices;

static class NoticeServices
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton(new NoticeOptions());
        services.TryAddSingleton<IPostOffice, NoPostOffice>();
        return services
            .AddSingleton<NoticeBell>().AddSingleton<NoticeMarks>().AddSingleton<DeliveryBlobs>().AddSingleton<DigestStates>()
            .AddSingleton<Contacts>().AddSingleton<AddressCodes>()
            .AddSingleton<NoticeReader>().AddSingleton<NoticeExpansion>().AddSingleton<NoticeDigests>()
            .AddSingleton<DeliveryEnd>().AddSingleton<ProgramTeller>().AddSingleton<PersonTeller>().AddSingleton<NoticeRound>();
    }
}
