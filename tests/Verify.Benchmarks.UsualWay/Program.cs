using Azure.Storage.Blobs;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Verify.Benchmarks.UsualWay;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
var store = new BlobServiceClient(builder.Configuration["AzureWebJobsStorage"]);
builder.Services.AddSingleton(await Store.OpenAsync(store));
await builder.Build().RunAsync();
