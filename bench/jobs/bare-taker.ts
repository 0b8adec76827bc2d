import { Client } from "pg";

import { settingsOfChild, tellParent } from "../child";
import { now } from "./perform";

// Takes every row that it is notified of, and tells its parent when it has.

export interface TakerSettings {
  readonly databaseUrl: string;
}

export interface TakenNotice {
  /** Unix time in milliseconds, with fractions. */
  readonly at: number;
}

async function main(): Promise<void> {
  const { databaseUrl } = await settingsOfChild<TakerSettings>();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const take = async (id: string | undefined) => {
    await client.query("update bench_notices set taken = true where id = $1", [id]);
    tellParent({ at: now() } satisfies TakenNotice);
  };
  client.on("notification", ({ payload }) => void take(payload));
  await client.query("listen bench_notices");
  process.once("disconnect", () => process.exit(0));
  tellParent({});
}

void main();
