using Microsoft.AspNetCore.Http;

namespace Verify.Web.Assets;

static class PageEndpoints
{
    public static IResult Review(HttpResponse response, PageFiles page) => page.Page(response, "index.html");

    public static IResult Articles(HttpResponse response, PageFiles page) => page.Page(response, "articles.html");

    public static IResult Records(HttpResponse response, PageFiles page) => page.Page(response, "records.html");

    public static IResult Asset(string version, string file, HttpResponse response, PageFiles page) =>
        page.Asset(response, version, file) ?? Results.NotFound();

    public static IResult PublicAsset(string version, string file, HttpResponse response, PageFiles page) =>
        page.Asset(response, version, PageFiles.Public + file) ?? Results.NotFound();
}
