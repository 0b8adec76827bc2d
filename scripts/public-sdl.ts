import { lexicographicSortSchema, printSchema } from "graphql";

import { createDataSource } from "../ormconfig";
import { PostgresEventFeed } from "../src/adapters/postgres/postgres-event-feed";
import { type App, createApp } from "../src/app";
import { subgraphText } from "../src/federation/gateway-subgraph";
import { systemClock } from "../src/ports/clock";
import { createSchema } from "../src/schema";
import { Keyring } from "../src/security/keyring";

/** The public API as in schema.graphql. Connects to nothing. */
export function publicSdl(): string {
  const { resolvers } = appOfNowhere();
  return `${printSchema(lexicographicSortSchema(createSchema(resolvers)))}\n`;
}

/** The same as routers receive it, for those who compose before anything is running. */
export function routersSdl(): string {
  const { resolvers, entityTypes } = appOfNowhere();
  return subgraphText(createSchema(resolvers), entityTypes);
}

function appOfNowhere(): App {
  const nowhere = "postgres://nowhere";
  return createApp({
    db: createDataSource(nowhere),
    feed: new PostgresEventFeed(nowhere, () => undefined),
    secrets: new Keyring(["only for building the objects, nothing is sealed"]),
    clock: systemClock,
    poses: {},
    webhookUrl: "",
    channels: {},
  });
}
