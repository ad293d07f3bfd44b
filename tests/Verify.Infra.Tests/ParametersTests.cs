using System.Text.Json;
using Verify.Infra.Tests.Bicep;

namespace Verify.Infra.Tests;

public sealed class ParametersTests
{
    [Fact]
    public async Task Every_parameter_says_what_it_is_and_every_number_where_it_ends()
    {
        using var template = await TemplateAsync();
        Assert.All(Templates(template.RootElement).SelectMany(one => one.GetProperty("parameters").EnumerateObject()), parameter =>
        {
            var about = parameter.Value;
            Assert.True(about.TryGetProperty("metadata", out var said) && said.TryGetProperty("description", out _), $"{parameter.Name} has no description.");
            if (about.TryGetProperty("type", out var type) && type.GetString() == "int")
                Assert.True(about.TryGetProperty("allowedValues", out _) || (about.TryGetProperty("minValue", out _) && about.TryGetProperty("maxValue", out _)),
                    $"{parameter.Name} has no bounds.");
        });
    }

    [Fact]
    public async Task What_azd_fills_in_are_parameters_and_whatever_must_be_said_is_filled_in()
    {
        using var template = await TemplateAsync();
        using var file = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var known = template.RootElement.GetProperty("parameters").EnumerateObject().ToList();
        var filled = file.RootElement.GetProperty("parameters").EnumerateObject().Select(parameter => parameter.Name).ToHashSet();
        Assert.Subset(known.Select(parameter => parameter.Name).ToHashSet(), filled);
        Assert.All(known.Where(parameter => !parameter.Value.TryGetProperty("defaultValue", out _)), parameter => Assert.Contains(parameter.Name, filled));
    }

    // Two places that say the same, and a person who reads only one of them.
    [Fact]
    public async Task A_default_is_the_same_in_both_places()
    {
        using var template = await TemplateAsync();
        using var file = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        Assert.All(file.RootElement.GetProperty("parameters").EnumerateObject(), parameter =>
        {
            var value = parameter.Value.GetProperty("value").GetString()!;
            Assert.Matches("^\\$\\{[A-Z_]+(=[A-Za-z0-9_]+)?\\}$", value);
            if (value.Contains('='))
                Assert.Equal(
                    template.RootElement.GetProperty("parameters").GetProperty(parameter.Name).GetProperty("defaultValue").ToString().ToLowerInvariant(),
                    value[(value.IndexOf('=') + 1)..^1].ToLowerInvariant());
        });
    }

    [Fact]
    public void Every_variable_of_the_environment_is_explained()
    {
        var readme = Repository.Read("infra/README.md");
        using var file = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var variables = file.RootElement.GetProperty("parameters").EnumerateObject()
            .Select(parameter => parameter.Value.GetProperty("value").GetString()!.Split('{', '=', '}')[1])
            .Where(name => name.StartsWith("VERIFY_", StringComparison.Ordinal));
        Assert.All(variables, name => Assert.Contains($"`{name}`", readme, StringComparison.Ordinal));
    }

    static async Task<JsonDocument> TemplateAsync() => JsonDocument.Parse(await Compiled.JsonAsync());

    /// <summary>The main template and those of its modules.</summary>
    static IEnumerable<JsonElement> Templates(JsonElement main) =>
        [main, .. main.GetProperty("resources").EnumerateObject().Where(resource => resource.Value.GetProperty("type").GetString() == "Microsoft.Resources/deployments")
            .Select(module => module.Value.GetProperty("properties").GetProperty("template"))];
}
