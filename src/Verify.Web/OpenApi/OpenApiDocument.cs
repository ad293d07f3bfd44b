using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Verify.Claims.Quantities;
using Verify.Web.SignIn;
using Verify.Workflow;
using Verify.Workflow.Reviews;

namespace Verify.Web.OpenApi;

/// <summary>What the document says beyond what the routes' types tell.</summary>
static class OpenApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = route => route.RelativePath is { } path && (path.StartsWith("api/", StringComparison.Ordinal) || path == "health");
        options.AddDocumentTransformer((document, context, _) => Describe(document, context.ApplicationServices.GetRequiredService<IWayIn>()));
        options.AddOperationTransformer((operation, context, _) => Group(operation, context));
        options.AddOperationTransformer((operation, context, _) => NameProblems(operation, context.Description.ActionDescriptor.EndpointMetadata));
        options.AddOperationTransformer((operation, context, _) => AddMediaTypes(operation, context.Description.ActionDescriptor.EndpointMetadata));
        options.AddOperationTransformer(AddShapesAsync);
        options.AddOperationTransformer(DescribeBodyAsync);
        options.AddSchemaTransformer(SpellAsync);
    }

    static Task Describe(Microsoft.OpenApi.OpenApiDocument document, IWayIn way)
    {
        document.Info.Title = "Verify";
        document.Info.Version = "1";
        document.Info.Description =
            "A claim desk for fact-checkers: articles in, quantitative claims found, judged by people, kept as records. "
            + "Every error is an RFC 9457 problem with a \"code\".";
        document.Servers?.Clear();
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            ["bearer"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = way.Bearer },
        };
        return Task.CompletedTask;
    }

    static Task Group(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var group = context.Description.RelativePath!.Split('/') is ["api", var first, ..] ? first : "desk";
        operation.Tags = new HashSet<OpenApiTagReference> { new(group, context.Document) };
        return Task.CompletedTask;
    }

    // Each refusal is listed with its codes; every route that needs a sign-in can also answer that there was none.
    static Task NameProblems(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var refusal in metadata.OfType<ProblemCodes>().GroupBy(known => known.Status))
            if (operation.Responses?.TryGetValue(refusal.Key.ToString(CultureInfo.InvariantCulture), out var response) == true)
                response.Description = $"{response.Description}. Codes: {string.Join(", ", refusal.SelectMany(known => known.Codes))}.";
        return Task.CompletedTask;
    }

    static Task AddMediaTypes(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<AlsoAnswers>().FirstOrDefault() is not { } also) return Task.CompletedTask;
        operation.Responses ??= [];
        if (operation.Responses.GetValueOrDefault("200") is not OpenApiResponse { Content: { } content })
        {
            content = new Dictionary<string, OpenApiMediaType>();
            operation.Responses["200"] = new OpenApiResponse { Description = "OK", Content = content };
        }
        foreach (var type in also.MediaTypes) content[type] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return Task.CompletedTask;
    }

    static async Task AddShapesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        foreach (var also in context.Description.ActionDescriptor.EndpointMetadata.OfType<AlsoShaped>())
        {
            if (operation.Responses?.GetValueOrDefault(also.Status.ToString(CultureInfo.InvariantCulture))?.Content is not { } shapes) continue;
            foreach (var content in shapes.Values.Where(content => content.Schema is not null))
                content.Schema = new OpenApiSchema { OneOf = [content.Schema!, await context.GetOrCreateSchemaAsync(also.Shape, null, cancel)] };
        }
    }

    static async Task DescribeBodyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancel)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestBodyKinds>().FirstOrDefault() is not { } taken) return;
        var schema = taken.Shape is { } shape ? await context.GetOrCreateSchemaAsync(shape, null, cancel) : null;
        if (taken.Shape == typeof(Judgement)) DescribeDecision(operation, schema!, taken.IsCorrection);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = !taken.IsOptional,
            Content = taken.MediaTypes.ToDictionary(type => type, _ => new OpenApiMediaType { Schema = schema }),
        };
    }

    // What a decision has beside its judgement: an id in the body, and in the head what it is about.
    static void DescribeDecision(OpenApiOperation operation, OpenApiSchema schema, bool isCorrection)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["id"] = new OpenApiSchema
        {
            Type = JsonSchemaType.String, MinLength = 8, MaxLength = 64,
            Description = "Made by the sender, a UUID: the same decision sent again is the same decision.",
        };
        (schema.Required ??= new HashSet<string>()).Add("id");
        if (isCorrection)
        {
            schema.Properties["reason"] = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 1_000, Description = "Why the record is corrected. Is published." };
            schema.Required.Add("reason");
        }
        (operation.Parameters ??= []).Add(new OpenApiParameter
        {
            Name = "If-Match", In = ParameterLocation.Header, Required = !isCorrection, Description = isCorrection ? "The record's ETag." : "The claim's ETag.", Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        });
    }

    // What a converter of ours writes, the framework cannot know the shape of.
    static async Task SpellAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancel)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(ArticleId)) AsText(schema, "^[0-9a-f]{64}$");
        if (type == typeof(ClaimId)) AsText(schema, "^[0-9a-f]{64}-[0-9]+$");
        if (type == typeof(Relation) || type == typeof(Relation?))
        {
            AsText(schema, null);
            schema.Enum = [.. Enum.GetValues<Relation>().Select(relation => (JsonNode)relation.Symbol())];
        }
        if (type == typeof(ImmutableArray<Evidence>))
        {
            schema.Type = JsonSchemaType.Array;
            schema.Items = await context.GetOrCreateSchemaAsync(typeof(Evidence), null, cancel);
        }
    }

    static void AsText(OpenApiSchema schema, string? pattern)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = pattern;
    }
}
