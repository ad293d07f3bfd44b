using Verify.LanguageModels;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: dotnet run --project tools/Verify.LanguageModels -- MODELS OUTPUT\n"
        + "  MODELS  contentFiles/any/any/Lingua/LanguageModels of the unpacked NuGet package SearchPioneer.Lingua\n"
        + "  OUTPUT  src/Verify.Ingestion/Languages/Models/letters.bin");
    return 2;
}
var languages = LinguaModels.Read(args[0]);
using (var file = File.Create(args[1])) LetterTable.Of(languages).Write(file);
Console.WriteLine($"{languages.Count} languages, {new FileInfo(args[1]).Length:N0} bytes");
return 0;
