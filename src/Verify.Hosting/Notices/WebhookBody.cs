using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Verify.Hosting.Settings;
using Verify.Workflow;
using Verify.Workflow.Notices.Telling;

namespace Verify.Hosting.Notices;

/// <summary>
/// A notice as each sort of receiver takes it. The words of an article are nobody's markup: Slack's own signs are escaped, and in a card they
/// stand where Teams reads no Markdown.
/// </summary>
static class WebhookBody
{
    static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Of(WebhookShape shape, Notice notice) => JsonSerializer.SerializeToUtf8Bytes(
        shape switch
        {
            WebhookShape.Slack => Slack(notice),
            WebhookShape.Teams => Teams(notice),
            _ => Plain(notice),
        },
        Plainly);

    static JsonObject Plain(Notice notice) => new()
    {
        ["type"] = notice.Type,
        ["timestamp"] = notice.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ["text"] = notice.Text.Title,
        ["data"] = JsonSerializer.SerializeToNode(notice.Data, WorkflowJson.Stored.NoticeData),
    };

    static JsonObject Slack(Notice notice) => new()
    {
        ["text"] = string.Join('\n', [$"*{notice.Text.Title}*", .. notice.Text.Lines.Select(Escaped), .. notice.Link is { } link ? [$"<{link}>"] : Array.Empty<string>()]),
        ["unfurl_links"] = false,
    };

    static string Escaped(string words) =>
        words.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    static JsonObject Teams(Notice notice)
    {
        var card = new JsonObject
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = new JsonArray([Block(notice.Text.Title, isTitle: true), .. notice.Text.Lines.Select(line => Block(line, isTitle: false))]),
        };
        if (notice.Link is { } link) card["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = "Verify", ["url"] = link });
        return new()
        {
            ["type"] = "message",
            ["attachments"] = new JsonArray(new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.card.adaptive",
                ["contentUrl"] = null,
                ["content"] = card,
            }),
        };
    }

    static JsonObject Block(string words, bool isTitle)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = words };
        if (isTitle) run["weight"] = "Bolder";
        return new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(run) };
    }
}
