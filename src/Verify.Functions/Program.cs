using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Verify.Functions;
using Verify.Hosting.Settings;

try
{
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    await builder.AddDeskAsync();
    await builder.Build().RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync($"verify: {wrong.Message}");
    return 1;
}
