// The emulator's blob service, in memory, on a free port. It ends with whoever started it, however that one ends:
// the pipe that is its standard input is then closed.
process.stdin.on("end", () => process.exit(0)).resume();

process.argv.push("--blobHost", "127.0.0.1", "--blobPort", "0", "--inMemoryPersistence");
process.argv.push("--disableTelemetry", "--skipApiVersionCheck", "--silent");
require("azurite/dist/src/blob/main");
