import { graphql, type GraphQLSchema } from "graphql";
import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { DEMO_KEY } from "../../sandbox/credentials";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { type App, createApp } from "../../src/app";
import { Scope, type Viewer } from "../../src/domain/access/viewer";
import { openDemoBranch } from "../../src/gateway/demo-branch";
import { systemClock } from "../../src/ports/clock";
import { createSchema } from "../../src/schema";
import { Keyring } from "../../src/security/keyring";
import { StatementLog } from "./catalogue-fixture";
import { InMemoryEventFeed } from "./in-memory-event-feed";
import { createTestDatabase } from "./test-database";

export const ADMIN: Viewer = {
  kind: "key",
  keyId: "admin",
  label: "admin",
  scope: Scope.ADMIN,
  branchIds: null,
};

/** In alphabetical order, because simultaneous queries arrive in any order. */
interface Cost {
  readonly statements: readonly string[];
  readonly calls: readonly string[];
  readonly answer: string;
}

/**
 * The gateway's API on the sandbox, without server, workers and pollers: every query to a database
 * or iiko was caused by a caller of the API.
 */
export class CountedGateway {
  private constructor(
    readonly app: App,
    readonly schema: GraphQLSchema,
    readonly branchId: string,
    private readonly parts: {
      readonly db: DataSource;
      readonly sandbox: Sandbox;
      readonly statements: readonly string[];
      readonly stop: () => Promise<void>;
    },
  ) {}

  /** @param dressed returns the schema as callers get it; unchanged by default */
  static async start(
    dressed: (schema: GraphQLSchema, app: App) => GraphQLSchema = (schema) => schema,
  ): Promise<CountedGateway> {
    const [database, sandbox] = await Promise.all([
      createTestDatabase(),
      startSandbox({ port: 0 }),
    ]);
    const db = await createDataSource(database.url).initialize();
    const statements: string[] = [];
    Object.assign(db, { logger: new StatementLog(statements) });
    const app = appOn(db, sandbox.url);
    await openDemoBranch({ ...app, db, pos: app.poses["SANDBOX"]!, apiLogin: DEMO_KEY });
    app.shownMenus.start();
    const [branch] = await db.query<{ id: string }[]>("select id from branches");
    const stop = async () => {
      await app.shownMenus.close();
      app.close();
      await db.destroy();
      await Promise.all([database.drop(), sandbox.close()]);
    };
    return new CountedGateway(app, dressed(createSchema(app.resolvers), app), branch!.id, {
      db,
      sandbox,
      statements,
      stop,
    });
  }

  get db(): DataSource {
    return this.parts.db;
  }

  /** The answer's data, whatever it is. @throws when anything is wrong with the request */
  async ask<Data>(
    viewer: Viewer,
    source: string,
    variableValues: Record<string, unknown> = {},
  ): Promise<Data> {
    const { followOrder, followBranch } = this.app;
    const request = { requestId: "1", remoteAddress: "127.0.0.1", viewer, locale: "ru" };
    const contextValue = { ...request, followOrder, followBranch };
    const { data, errors } = await graphql({
      schema: this.schema,
      source,
      contextValue,
      variableValues,
    });
    if (errors) throw new AggregateError(errors, errors[0]!.message);
    return JSON.parse(JSON.stringify(data)) as Data;
  }

  /**
   * What the second of two equal requests costs: the first one fills everything that is cached
   * between requests.
   */
  async costOf(viewer: Viewer, source: string, variables: Record<string, unknown>): Promise<Cost> {
    const { statements, sandbox } = this.parts;
    await this.ask(viewer, source, variables);
    const [told, called] = [statements.length, sandbox.calls().length];
    const answer = JSON.stringify(await this.ask(viewer, source, variables));
    return {
      statements: statements.slice(told).map(shapeOf).sort(),
      calls: sandbox
        .calls()
        .slice(called)
        .map(({ path }) => path)
        .sort(),
      answer,
    };
  }

  stop(): Promise<void> {
    return this.parts.stop();
  }
}

/** The statement without the number of its parameters and of the rows it asks for. */
function shapeOf(statement: string): string {
  return statement.replace(/\$\d+(?:, ?\$\d+)*/g, "$…").replace(/LIMIT \d+/, "LIMIT …");
}

function appOn(db: DataSource, sandboxUrl: string): App {
  return createApp({
    db,
    feed: new InMemoryEventFeed(),
    clock: systemClock,
    channels: {},
    poses: { SANDBOX: { baseUrl: sandboxUrl, perSecond: 1_000 } },
    webhookUrl: "https://gateway.test",
    secrets: new Keyring(["a-master-key-only-for-these-tests-0001"]),
  });
}
