using Microsoft.Extensions.Hosting;

namespace Verify.Host.Driving;

/// <summary>Runs the driver as long as its host.</summary>
sealed class DriverService(EmbeddedDriver driver) : IHostedService
{
    public Task StartAsync(CancellationToken cancel) => driver.StartAsync(cancel);

    public Task StopAsync(CancellationToken cancel) => driver.StopAsync();
}
