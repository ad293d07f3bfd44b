using Verify.Web.Tests.Desk;

namespace Verify.Web.Tests.SignIn;

/// <summary>One directory and one desk for tests that change neither.</summary>
public sealed class EntraFixture : IAsyncLifetime
{
    public EntraDirectory Directory { get; private set; } = null!;

    internal WebDesk Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Directory = await EntraDirectory.OpenAsync();
        Desk = await Directory.DeskAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Directory.DisposeAsync();
    }
}
