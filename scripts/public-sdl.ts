import { lexicographicSortSchema, printSchema } from "graphql";

import { createDataSource } from "../ormconfig";
import { createApp } from "../src/app";
import { PostgresEventFeed } from "../src/adapters/postgres/postgres-event-feed";
import { systemClock } from "../src/ports/clock";
import { createSchema } from "../src/schema";
import { Keyring } from "../src/security/keyring";

/** The public API as schema.graphql holds it. Nothing is connected to. */
export function publicSdl(): string {
  const nowhere = "postgres://nowhere";
  const { resolvers } = createApp({
    db: createDataSource(nowhere),
    feed: new PostgresEventFeed(nowhere, () => undefined),
    secrets: new Keyring(["only for building the objects, nothing is sealed"]),
    clock: systemClock,
    poses: {},
    webhookUrl: "",
    channels: {},
  });
  return `${printSchema(lexicographicSortSchema(createSchema(resolvers)))}\n`;
}
