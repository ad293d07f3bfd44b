namespace Verify.Testing.Emulators;

/// <summary>The emulator could not be installed or started; the message says what is missing and the way out.</summary>
public sealed class AzuriteMissingException(string message, Exception? inner = null) : Exception(message, inner);
