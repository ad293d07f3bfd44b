using System.Text.Json;
using System.Text.Json.Serialization;
using Verify.Web.SignIn;
using Verify.Workflow;

namespace Verify.Web;

/// <summary>The JSON of this pipeline's own shapes; everything else is written as <see cref="WorkflowJson"/> does.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SignInLink))]
[JsonSerializable(typeof(Session))]
[JsonSerializable(typeof(Health))]
sealed partial class WebJson : JsonSerializerContext;

/// <summary>Who is signed in.</summary>
/// <param name="Id">The pseudonym that journals and records keep.</param>
/// <param name="Role">camelCase.</param>
/// <param name="SignOut">Where a browser goes to sign out; null where <c>POST /sign-out</c> does it.</param>
sealed record Session(string Id, string Name, string Role, bool MaySubmit, bool MayDecide, string? SignOut);

/// <summary>The desk answers, and so does its store.</summary>
sealed record Health(string Status);
