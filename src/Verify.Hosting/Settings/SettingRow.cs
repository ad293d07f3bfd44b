using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace Verify.Hosting.Settings;

/// <summary>One setting as it stands: safe to show, a secret as its reference.</summary>
/// <param name="Value">Null where nothing holds.</param>
/// <param name="Origin">Where it was given; null for the default, or where it cannot be told.</param>
public sealed record SettingRow(Setting Setting, string? Value, bool IsGiven, string? Origin)
{
    /// <summary>Every setting, in the order of the page; also those that are wrong.</summary>
    public static ImmutableArray<SettingRow> All(IConfiguration configuration)
    {
        var given = GivenSettings.Of(configuration, KnownSettings.All);
        return [.. KnownSettings.All.Select(setting => given.Find(setting) is { } value
            ? new SettingRow(setting, setting.Shown(value.Text), true, value.Origin)
            : new SettingRow(setting, setting.Default is null ? null : setting.Shown(setting.Default), false, null))];
    }
}
