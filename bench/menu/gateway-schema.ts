import { randomBytes } from "node:crypto";

import { PostgresEventFeed } from "../../src/adapters/postgres/postgres-event-feed";
import { createApp } from "../../src/app";
import { type Context } from "../../src/context";
import { openDatabase } from "../../src/gateway/open-database";
import { systemClock } from "../../src/ports/clock";
import { createSchema } from "../../src/schema";
import { Keyring } from "../../src/security/keyring";

/** The gateway's schema over the gateway's snapshots, for servers other than the gateway's. */
export async function gatewaySchema(databaseUrl: string) {
  const db = await openDatabase(databaseUrl);
  const app = createApp({
    db,
    feed: new PostgresEventFeed(databaseUrl, (error) => console.error(error)),
    secrets: new Keyring([randomBytes(32).toString("hex")]),
    clock: systemClock,
    poses: {},
    webhookUrl: "http://localhost",
    channels: {},
  });
  const context: Context = {
    requestId: "bench",
    remoteAddress: "127.0.0.1",
    viewer: { kind: "anonymous" },
    locale: "ru",
    followOrder: app.followOrder,
    followBranch: app.followBranch,
    followJob: app.followJob,
    followAvailability: app.followAvailability,
    followOpenState: app.followOpenState,
  };
  return {
    schema: createSchema(app.resolvers),
    context,
    shownMenus: app.shownMenus,
    close: () => db.destroy(),
  };
}
