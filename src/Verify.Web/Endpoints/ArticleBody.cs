using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Verify.Workflow;
using Verify.Workflow.Ports;

namespace Verify.Web.Endpoints;

/// <summary>An article as it is sent: the body itself in any format, or a form with one file.</summary>
static class ArticleBody
{
    public static Task<Answer<ArticleInput>> ReadAsync(HttpRequest request, int most, string? name, string? language, CancellationToken cancel) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? FormAsync(request, most, name, language, cancel)
            : WholeAsync(request, most, name, language, cancel);

    static async Task<Answer<ArticleInput>> WholeAsync(HttpRequest request, int most, string? name, string? language, CancellationToken cancel) =>
        await RequestBody.ReadAsync(request, most, cancel) is Answer<ReadOnlyMemory<byte>>.Ok body
            ? new ArticleInput(body.Value, request.ContentType, FileName(name) ?? FileName(request), Blank(language))
            : RequestBody.TooLarge(most);

    static async Task<Answer<ArticleInput>> FormAsync(HttpRequest request, int most, string? name, string? language, CancellationToken cancel)
    {
        if (request.ContentLength > most) return RequestBody.TooLarge(most);
        try
        {
            var limits = new FormOptions { MultipartBodyLengthLimit = most, BufferBodyLengthLimit = most, MemoryBufferThreshold = most, ValueCountLimit = 16 };
            request.HttpContext.Features.Set<IFormFeature>(new FormFeature(request, limits));
            var form = await request.ReadFormAsync(cancel);
            if (form.Files is not [var file])
                return new Refusal(RefusalKind.Malformed, "oneFile", $"A form holds one file, not {form.Files.Count}. Send one article a request, or its bytes as the body.");
            var bytes = new byte[file.Length];
            await using var content = file.OpenReadStream();
            await content.ReadExactlyAsync(bytes, cancel);
            return new ArticleInput(bytes, file.ContentType, FileName(name) ?? FileName(file.FileName), Blank(language ?? form["lang"].ToString()));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return broken.Message.Contains("limit", StringComparison.OrdinalIgnoreCase)
                ? RequestBody.TooLarge(most)
                : new Refusal(RefusalKind.Malformed, "formMalformed", "The form cannot be read. Send one file in it, or the article's bytes as the body.");
        }
    }

    static string? FileName(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var sent)
            ? FileName(HeaderUtilities.RemoveQuotes(sent.FileNameStar.HasValue ? sent.FileNameStar : sent.FileName).ToString())
            : null;

    // Only its ending is used; whatever path a sender puts before it is not.
    static string? FileName(string? sent) => Blank(sent) is { } name ? Blank(name[(name.LastIndexOfAny(['/', '\\']) + 1)..]) : null;

    static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
