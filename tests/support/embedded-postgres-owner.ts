import { EmbeddedPostgres } from "../../packages/embedded-postgres/src/embedded-postgres";

// A separate process that starts the server of the given folder, prints its address, and lives
// until it is killed or left alone. SIGTERM stops the server first, as the gateway does.
const [dataDir = ""] = process.argv.slice(2);
const postgres = new EmbeddedPostgres({ dataDir });

process.on("SIGTERM", () => void postgres.stop().then(() => process.exit(0)));
process.stdin.resume().on("end", () => process.exit(1));

void postgres.start().then(({ url }) => process.stdout.write(`${url}\n`));
