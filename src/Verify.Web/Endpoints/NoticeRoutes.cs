using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Verify.Web.OpenApi;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Notices.Failed;
using Verify.Workflow.Notices.People;

namespace Verify.Web.Endpoints;

/// <summary>What a person is told, and what could not be told.</summary>
static class NoticeRoutes
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me/notifications", NoticeEndpoints.GetAsync).Needs(Permission.Judge)
            .Does("Says what you are told, and where", "What is proposed to you where you chose nothing yet.").Answers<NotificationView>(200);
        api.MapPut("/me/notifications", NoticeEndpoints.SetAsync).Needs(Permission.Judge)
            .Does("Chooses what you are told, and where",
                "An address that is new is sent a code, and nothing else until that comes back; one confirmed before is used until then. An empty address removes what is kept of it.")
            .TakesJson<NotificationBody>().Answers<NotificationView>(200)
            .Refuses(400, "bodyMalformed").Refuses(409, "noMail").Refuses(413, "bodyTooLarge")
            .Refuses(422, "addressInvalid", "addressRefused", "kindsMissing", "hourOutOfRange", "hoursOutOfRange", "timeZoneUnknown").Refuses(429, "tooManyCodes").Refuses(503, "mailUnavailable");
        api.MapPost("/me/notifications/confirmation", NoticeEndpoints.ConfirmAsync).Needs(Permission.Judge)
            .Does("Confirms your address", "With the code that was sent there. After five wrong ones it does not count any more.")
            .TakesJson<ConfirmationBody>().Answers<NotificationView>(200)
            .Refuses(400, "bodyMalformed").Refuses(404, "nothingToConfirm").Refuses(409, "codeOver").Refuses(413, "bodyTooLarge").Refuses(422, "codeWrong");
        api.MapPost("/me/notifications/code", NoticeEndpoints.CodeAsync).Needs(Permission.Judge)
            .Does("Has another code sent to the address that you gave", "The one before does not count any more. At most five a day.").Answers<NotificationView>(200)
            .Refuses(404, "nothingToConfirm").Refuses(422, "addressRefused").Refuses(429, "tooManyCodes").Refuses(503, "mailUnavailable");
        api.MapDelete("/me/notifications", NoticeEndpoints.ForgetAsync).Needs(Permission.Judge)
            .Does("Removes your address and your choices", "For good, with what waits to be sent to you. Repeating it is harmless.").Answers<NotificationView>(200);

        api.MapGet("/notices/failed", NoticeEndpoints.FailedAsync).Needs(Permission.Oversee)
            .Does("Lists notices that could not be delivered", "To webhooks and to people, by their pseudonyms, with what the last try said.").Answers<Page<FailedNotice>>(200)
            .Refuses(400, "limitOutOfRange", "cursorInvalid");
        api.MapPost("/notices/failed/{id}/retry", NoticeEndpoints.RetryAsync).Needs(Permission.Oversee)
            .Does("Tries a notice again", "From the beginning, with what its claims are now.").Answers<FailedNotice>(200).Refuses(404, "noticeNotFound");
        api.MapDelete("/notices/failed/{id}", NoticeEndpoints.DiscardAsync).Needs(Permission.Oversee)
            .Does("Discards a notice", "Nobody is told of it any more. What it told of stays in the journals.").Answers<FailedNotice>(200).Refuses(404, "noticeNotFound");
    }
}
