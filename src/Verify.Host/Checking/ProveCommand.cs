using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Verify.Workflow;
using Verify.Workflow.Log.Proving;

namespace Verify.Host.Checking;

/// <summary><c>verify log prove FILE --key KEY</c>: checks an exported proof with nothing but that file and the public key.</summary>
static class ProveCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A proof, as GET /api/log/proof?record=ID gives it." };
        var key = GivenKey.Option("");
        var command = new Command("prove", "Checks a record's proof: that its bytes are those that stand in the log, and that the key signed it.") { file, key };
        command.SetAction(given => Run(given.GetValue(file)!, given.GetValue(key)));
        return command;
    }

    static int Run(string file, string? given)
    {
        var key = GivenKey.Read(given ?? throw GivenKey.Missing("A proof proves nothing by itself."));
        var proof = Read(file);
        var wrong = proof.WhatFails(key);
        foreach (var what in wrong) Console.WriteLine($"FAILS {what}");
        Console.WriteLine(wrong.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"Record {proof.Record} is proven: its {Convert.FromBase64String(proof.Bytes).Length} bytes are those at index {proof.Index} of the log \"{key.Name}\" of {proof.Size} records, which {key} signed.")
            : $"Record {proof.Record} is not proven. Ask the desk for the proof anew, and for its key over another way.");
        if (proof.SupersededBy is { } correction) Console.WriteLine($"The desk says beside it, which this file does not prove: it was corrected by record {correction.Record} ({correction.Reason}).");
        if (proof.RetractedBy is { } retraction) Console.WriteLine($"The desk says beside it, which this file does not prove: it was retracted by record {retraction.Record} ({retraction.Reason}).");
        return wrong.IsEmpty ? 0 : 1;
    }

    static RecordProof Read(string file)
    {
        if (!File.Exists(file)) throw new UserException($"There is no file {file}. GET /api/log/proof?record=ID of the desk gives one.");
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), WorkflowJson.Stored.RecordProof) ?? throw new JsonException("it is null");
        }
        catch (JsonException wrong)
        {
            throw new UserException($"{file} is no proof: {wrong.Message} GET /api/log/proof?record=ID of the desk gives one.");
        }
    }
}
