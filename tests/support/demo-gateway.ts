import { graphql, type GraphQLSchema } from "graphql";
import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { DEMO_KEY } from "../../sandbox/credentials";
import { type Sandbox, startSandbox } from "../../sandbox/start-sandbox";
import { type App, createApp } from "../../src/app";
import { type Context } from "../../src/context";
import { type Viewer } from "../../src/domain/access/viewer";
import { type Locale } from "../../src/domain/texts/locale";
import { Branch } from "../../src/entities/branches/branch";
import { openDemoBranch } from "../../src/gateway/demo-branch";
import { createSchema } from "../../src/schema";
import { Keyring } from "../../src/security/keyring";
import { ADMIN } from "./branch-gateway";
import { InMemoryEventFeed } from "./in-memory-event-feed";
import { createTestDatabase } from "./test-database";

/**
 * The whole gateway on the sandbox, with the demo branch opened as on a first start; only server
 * and worker are missing.
 */
export class DemoGateway {
  private constructor(
    readonly app: App,
    readonly db: DataSource,
    readonly sandbox: Sandbox,
    readonly demoBranchId: string,
    private readonly schema: GraphQLSchema,
    private readonly dropDatabase: () => Promise<void>,
  ) {}

  static async start(clock = { now: () => new Date() }): Promise<DemoGateway> {
    const [database, sandbox] = await Promise.all([
      createTestDatabase(),
      startSandbox({ port: 0 }),
    ]);
    const db = await createDataSource(database.url, { poolSize: 5 }).initialize();
    const app = createApp({
      db,
      clock,
      feed: new InMemoryEventFeed(),
      secrets: new Keyring(["a-master-key-only-for-these-tests-0001"]),
      poses: { SANDBOX: { baseUrl: sandbox.url, perSecond: 1000 } },
      webhookUrl: "http://127.0.0.1:9",
      channels: {
        EMAIL: { url: sandbox.smtpUrl, from: "gateway@example.ru" },
        TELEGRAM: { apiUrl: sandbox.telegramUrl, botToken: "sandbox" },
      },
    });
    app.shownMenus.start();
    await openDemoBranch({ ...app, db, pos: app.poses["SANDBOX"]!, apiLogin: DEMO_KEY });
    const { id } = await db.manager.findOneByOrFail(Branch, {});
    return new DemoGateway(app, db, sandbox, id, createSchema(app.resolvers), () =>
      database.drop(),
    );
  }

  /** The sandbox's remote control. */
  async control(method: string, path: string, body: unknown = {}): Promise<unknown> {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${this.sandbox.url}/_sandbox/${path}`, {
      method,
      headers,
      ...(method !== "GET" && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  /** The answer as it would be transferred; errors fail the test. */
  async ask<T>(
    source: string,
    variables: Record<string, unknown>,
    viewer: Viewer = ADMIN,
    locale: Locale = "ru",
  ) {
    const answer = await this.answer(source, variables, viewer, locale);
    if (answer.errors)
      throw new AggregateError(answer.errors, answer.errors.map(String).join("; "));
    return JSON.parse(JSON.stringify(answer.data)) as T;
  }

  /** The same, including errors. */
  answer(
    source: string,
    variables: Record<string, unknown>,
    viewer: Viewer = ADMIN,
    locale: Locale = "ru",
  ) {
    const { followOrder, followBranch, followJob, followAvailability, followOpenState } = this.app;
    const live = { followAvailability, followOpenState };
    const follow = Object.assign({ followOrder, followBranch, followJob }, live);
    const contextValue = {
      requestId: "test",
      remoteAddress: "192.0.2.1",
      viewer,
      locale,
      ...follow,
    } as Context;
    return graphql({ schema: this.schema, source, contextValue, variableValues: variables });
  }

  async stop(): Promise<void> {
    await this.app.shownMenus.close();
    this.app.close();
    await this.db.destroy();
    await Promise.all([this.sandbox.close(), this.dropDatabase()]);
  }
}
