using System.Text.Json;
using Verify.Infra.Tests.Bicep;
using Verify.Workflow;

namespace Verify.Infra.Tests;

public sealed class SignInTests
{
    const string Entra = "properties.identityProviders.azureActiveDirectory";

    public static TheoryData<string, string> Stands { get; } = new()
    {
        { "properties.platform.enabled", "true" },
        { "properties.globalValidation.requireAuthentication", "true" },
        { "properties.globalValidation.unauthenticatedClientAction", "\"RedirectToLoginPage\"" },
        { "properties.globalValidation.redirectToProvider", "\"azureactivedirectory\"" },
        { "properties.globalValidation.excludedPaths", "[\"/health\",\"/openapi/v1.json\",\"/api/log/checkpoint\",\"/api/log/key\"]" },
        { "properties.httpSettings.requireHttps", "true" },
        { "properties.httpSettings.forwardProxy.convention", "\"NoProxy\"" },
        { "properties.login.tokenStore.enabled", "true" },
        { "properties.login.nonce.validateNonce", "true" },
        { $"{Entra}.enabled", "true" },
        { $"{Entra}.registration.clientId", $"\"{Desk.EntraClient}\"" },
        { $"{Entra}.registration.openIdIssuer", $"\"https://login.microsoftonline.com/{Desk.EntraTenant}/v2.0\"" },
        { $"{Entra}.registration.clientSecretSettingName", "\"OVERRIDE_USE_MI_FIC_ASSERTION_CLIENTID\"" },
        { $"{Entra}.validation.allowedAudiences", $"[\"{Desk.EntraClient}\",\"api://{Desk.EntraClient}\"]" },
        { $"{Entra}.validation.defaultAuthorizationPolicy.allowedApplications", $"[\"{Desk.EntraClient}\"]" },
    };

    [Theory]
    [MemberData(nameof(Stands))]
    public async Task Sign_in_says(string path, string expected) =>
        Assert.Equal(expected, (await Desk.PlainAsync()).The("Microsoft.Web/sites/config", "/authsettingsV2").At(path)?.ToJsonString());

    [Fact]
    public async Task Entra_alone_signs_people_in() =>
        Assert.Equal(
            ["azureActiveDirectory"],
            (await Desk.PlainAsync()).The("Microsoft.Web/sites/config", "/authsettingsV2").At("properties.identityProviders")!
                .AsObject().Select(provider => provider.Key));

    [Fact]
    public async Task Programs_are_let_in_by_name() =>
        Assert.Equal(
            $"[\"{Desk.EntraClient}\",\"44444444-4444-4444-4444-444444444444\"]",
            (await Desk.FullAsync()).The("Microsoft.Web/sites/config", "/authsettingsV2")
                .At($"{Entra}.validation.defaultAuthorizationPolicy.allowedApplications")!.ToJsonString());

    [Fact]
    public void The_registration_has_the_roles_that_the_workflow_knows()
    {
        using var roles = JsonDocument.Parse(Repository.Read("infra/app-roles.json"));
        Assert.Equal(
            Enum.GetNames<Role>().Select(name => name.ToLowerInvariant()).Order(),
            roles.RootElement.EnumerateArray().Select(role => role.GetProperty("value").GetString()!).Order());
        Assert.All(roles.RootElement.EnumerateArray(), role =>
        {
            Assert.True(Guid.TryParse(role.GetProperty("id").GetString(), out _));
            Assert.True(role.GetProperty("isEnabled").GetBoolean());
            Assert.NotEmpty(role.GetProperty("description").GetString()!);
        });
        Assert.Equal(4, roles.RootElement.EnumerateArray().Select(role => role.GetProperty("id").GetString()).Distinct().Count());
    }

    // A decision is a person's: no program may be given a role that makes one.
    [Fact]
    public void Programs_may_submit_and_nothing_else()
    {
        using var roles = JsonDocument.Parse(Repository.Read("infra/app-roles.json"));
        Assert.Equal(
            ["submitter"],
            roles.RootElement.EnumerateArray()
                .Where(role => role.GetProperty("allowedMemberTypes").EnumerateArray().Any(member => member.GetString() == "Application"))
                .Select(role => role.GetProperty("value").GetString()));
    }
}
