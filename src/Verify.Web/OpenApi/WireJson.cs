using Microsoft.AspNetCore.Http.Json;
using Verify.Workflow;

namespace Verify.Web.OpenApi;

/// <summary>Makes the framework write and describe JSON as the workflow does: problem bodies, and the schemas of the OpenAPI document.</summary>
static class WireJson
{
    public static void Configure(JsonOptions json)
    {
        var (wire, workflow) = (json.SerializerOptions, WorkflowJson.Stored.Options);
        wire.Encoder = workflow.Encoder;
        wire.NumberHandling = workflow.NumberHandling;
        foreach (var converter in workflow.Converters) wire.Converters.Add(converter);
        wire.Converters.Add(new EvidenceJson());
        wire.TypeInfoResolverChain.Insert(0, WorkflowJson.Stored);
        wire.TypeInfoResolverChain.Insert(1, WebJson.Default);
    }
}
