using System.Text.Json;
using System.Text.Json.Serialization;

namespace Verify.Workflow;

static class CamelCase
{
    public static string ToCamelCase<TEnum>(this TEnum value) where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

/// <summary>An enumeration as its camelCase name; numbers are refused.</summary>
sealed class CamelCaseEnum<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
