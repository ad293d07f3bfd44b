using Verify.Storage.Crasher;
using Verify.Storage.Folders;
using Verify.Workflow.Blobs;

// Writes into a folder store until it is killed, and says on a line of its own what the store has acknowledged:
//   dotnet Verify.Storage.Crasher.dll FOLDER WORKER ROUNDS
var (folder, worker, rounds) = (args[0], args[1], int.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
var store = new FolderBlobs(folder);
var random = new Random();

for (var n = 0; n < rounds; n++)
{
    var label = $"{worker}-{n}";
    await Must(store.CreateAsync($"records/{n % 7}/{label}", Sealed.Write(label, Filling())));
    Acknowledged("created", label);

    await AppendAsync("journals/shared", [.. Sealed.Write(label, Filling()), (byte)'\n']);
    Acknowledged("appended", label);

    // Two lines at once: both are there or neither is.
    byte[] pair = [.. Sealed.Write(label + "a", Filling()), (byte)'\n', .. Sealed.Write(label + "b", Filling()), (byte)'\n'];
    await AppendAsync("journals/pairs", pair);
    Acknowledged("appended", label + "b");

    await ReplaceAsync("leases/shared", Sealed.Write(label, Filling()));

    await Must(store.CreateAsync($"due/{n % 3}/{worker}", Sealed.Write(label, 0)));
    await Must(store.DeleteAsync($"due/{n % 3}/{worker}"));
    Acknowledged("removed", label);
}

int Filling() => random.Next(20_000);

static void Acknowledged(string what, string label) => Console.Out.WriteLine($"{what} {label}");

static async Task Must(Task<bool> asked)
{
    if (!await asked)
        throw new InvalidOperationException("The store refused what nobody else asked for.");
}

async Task AppendAsync(string name, byte[] lines)
{
    while (!await store.AppendAsync(name, lines, (await store.ReadAsync(name))?.Content.Length ?? 0))
    {
    }
}

async Task ReplaceAsync(string name, byte[] content)
{
    while (true)
    {
        if (await store.ReadAsync(name) is not Blob old)
        {
            if (await store.CreateAsync(name, content))
                return;
        }
        else if (await store.ReplaceAsync(name, content, old.Version) is not null)
            return;
    }
}
