using System.Globalization;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Messages;

/// <summary>Every reason why a message of the queue is not taken, in one place.</summary>
static class MessageProblems
{
    public const string Name = "The message";

    public static InputProblem NoBlobName(string sent) =>
        new("nameInvalid", $"The message names {Problems.Short(sent)}, and no dropped blob can have that name. Send \"inbox/\" and the blob's own name.");

    public static InputProblem NoEvents() =>
        new("wrongShape", "The message is a JSON array, and not one of events. Send each article in a message of its own.");

    public static InputProblem TooManyEvents(int sent, int most) =>
        new("tooLarge", Say($"The message is an array of {sent:N0} elements; up to {most:N0} events are read. Send fewer at a time."));

    public static InputProblem OtherCloudEvents() =>
        new("wrongShape", "The event is a CloudEvent of a version other than \"1.0\". Choose the CloudEvents 1.0 or the Event Grid schema for the subscription.");

    public static InputProblem NoField(string field) =>
        new("wrongShape", $"The event has no text in its field \"{field}\". Look whether it came from Event Grid.", "/" + field);

    public static InputProblem OtherEvent(string type, string taken) =>
        new("eventNotTaken", $"The event is {Problems.Short(type)}, which is not taken. Limit the subscription to {taken}.");

    public static InputProblem OtherContainer(string container, string inbox) =>
        new("eventNotTaken", $"The event is about the container {Problems.Short(container)}, and blobs are taken from \"{inbox}\" only. Limit the subscription to that container.");

    public static InputProblem OtherSubject(string subject) =>
        new("wrongShape", $"The event's subject {Problems.Short(subject)} names no blob: \"/blobServices/default/containers/…/blobs/…\" does. Look whether it came from Event Grid.", "/subject");

    public static InputProblem TwoBlobs(string name, string address) =>
        new("wrongShape", $"The event names the blob {Problems.Short(name)} in its subject and another in its address {Problems.Short(address)}. Look whether it came from Event Grid.", "/data/url");

    public static InputProblem Poison() =>
        new("poison", "The message was tried several times and each time the desk failed over it; the desk's log says how. Send it again once that is mended.");

    static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
