using System.Net;
using System.Net.Http.Headers;

namespace Verify.Host.Tests.Processes;

/// <summary><c>verify link</c>: a link made beside a running desk opens it, in the role it names.</summary>
public sealed class LinkCommandTests : IDisposable
{
    readonly DirectoryInfo data = Directory.CreateTempSubdirectory("verify-link-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => data.Delete(recursive: true);

    static async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        var (code, output, error) = await HostProcess.RunAsync([], ["link", .. arguments]);
        return (code, output.Trim(), error);
    }

    [Fact]
    public async Task A_link_signs_in_with_its_role()
    {
        using var host = await HostProcess.StartAsync(data.FullName, Cancel);
        var (code, link, _) = await RunAsync("Ani", "--role", "submitter", "--data", data.FullName);
        Assert.Equal(0, code);

        using var program = new HttpClient { BaseAddress = host.Client.BaseAddress };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", link.Split("token=")[1]);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/api/articles", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.GetAsync("/api/quarantine", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Where_no_desk_is_no_link_is_made()
    {
        var nowhere = Path.Combine(data.FullName, "nowhere");
        var (code, _, error) = await RunAsync("Ani", "--data", nowhere);
        Assert.Equal(1, code);
        Assert.Contains($"There is no desk in {nowhere}", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(nowhere));
    }
}
