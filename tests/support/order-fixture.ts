import { randomUUID } from "node:crypto";

import { type DataSource } from "typeorm";

import { createDataSource } from "../../ormconfig";
import { type createOrderUseCases } from "../../src/app/order-use-cases";
import { Observation } from "../../src/domain/orders/order-event";
import { Branch } from "../../src/entities/branches/branch";
import { BranchSettings } from "../../src/entities/branches/branch-settings";
import { InjectionAttempt } from "../../src/entities/orders/injection-attempt";
import { Order } from "../../src/entities/orders/order";
import { type DoJob, doneByTasks } from "../../src/jobs/do-job";
import { PeriodicJobs } from "../../src/jobs/periodic-jobs";
import { LIMITS } from "../../src/postgres/limits";
import { CreateBranch } from "../../src/services/branches/create-branch";
import { type BranchSettingsChange } from "../../src/services/branches/settings/branch-settings-change";
import { SaveBranchSettings } from "../../src/services/branches/settings/save-branch-settings";
import { type NewOrder } from "../../src/services/checkout/new-order";
import { type Webhook } from "../../src/services/orders/status/parse-webhooks";
import { ReceiveWebhook } from "../../src/services/orders/status/receive-webhook";
import { CheckWebhooks, type LostWebhook } from "../../src/services/pos/check-webhooks";
import { ConnectedBranches } from "../../src/services/pos/connected-branches";
import { PosConnections } from "../../src/services/pos/pos-connections";
import { BranchHistory } from "../../src/subscriptions/branch-history";
import { OrderHistory } from "../../src/subscriptions/order-history";
import { aMenuSnapshot, aPizza, aProduct } from "./a-menu-snapshot";
import { aNewOrder } from "./a-new-order";
import { aPosOrderUpdate } from "./a-pos-order-update";
import { ADMIN } from "./branch-gateway";
import { JobRunner } from "./job-runner";
import { KNOWN_VENDORS } from "./known-vendors";
import { LINK_URL, OrderParts, POLL_EVERY_SECONDS } from "./order-parts";
import { createTestDatabase, type TestDatabase } from "./test-database";

/**
 * Every use case of an order on a separate database; the test controls the POS, the channels and
 * time.
 */
export class OrderFixture extends OrderParts {
  readonly connectedBranches: ConnectedBranches;
  readonly history: OrderHistory;
  readonly branchHistory: BranchHistory;
  readonly useCases: ReturnType<typeof createOrderUseCases>;
  readonly doJob: DoJob;
  private readonly jobRunner: JobRunner;
  readonly checkWebhooks: CheckWebhooks;
  readonly periodicJobs: PeriodicJobs;
  readonly lostWebhooks: LostWebhook[] = [];
  private readonly others: DataSource[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly db: DataSource,
  ) {
    super();
    const { clock, secrets, jobs, pos } = this;
    const connections = new PosConnections(
      db,
      secrets,
      { IIKO: pos, DUMMY: pos },
      KNOWN_VENDORS.poses,
    );
    this.connectedBranches = new ConnectedBranches({ db, connections, clock });
    this.history = new OrderHistory(db);
    this.branchHistory = new BranchHistory(db);
    this.useCases = this.useCasesOn(db, this.connectedBranches);
    const report = (lost: LostWebhook) => this.lostWebhooks.push(lost);
    this.checkWebhooks = new CheckWebhooks({ db, connections, publicUrl: LINK_URL, report });
    const useCases = {
      ...this.useCases,
      ...this.catalogueOn(db),
      ...this.plansOn(db),
      checkWebhooks: this.checkWebhooks,
    };
    this.periodicJobs = new PeriodicJobs(db, jobs, { pollEverySeconds: POLL_EVERY_SECONDS });
    this.doJob = doneByTasks(useCases, this.periodicJobs);
    this.jobRunner = new JobRunner(db, clock, this.doJob);
  }

  static async start(): Promise<OrderFixture> {
    const database = await createTestDatabase();
    const db = await createDataSource(database.url).initialize();
    return new OrderFixture(database, db);
  }

  async stop(): Promise<void> {
    await Promise.all([this.db, ...this.others].map((db) => db.destroy()));
    await this.database.drop();
  }

  /**
   * The order use cases of another process, on separate connections. @param url of the same
   * database, by another route
   */
  async anotherGateway(
    url = this.database.url,
    limits = LIMITS,
  ): Promise<ReturnType<typeof createOrderUseCases>> {
    const db = await createDataSource(url, {
      applicationName: "another-gateway",
      limits,
    }).initialize();
    this.others.push(db);
    return this.useCasesOn(db, this.connectedBranches);
  }

  /**
   * A branch on the POS with a soup (301) and a pizza (64), and staff to notify by mail and
   * Telegram.
   */
  async branch(
    changes: BranchSettingsChange = {},
    organizationId: string = randomUUID(),
    companyId?: string,
  ): Promise<string> {
    const place = { name: "Кафе на Лесной", timeZone: "Europe/Moscow", currencyCode: "RUB" };
    const { id } = await new CreateBranch(this.db).execute({ ...place, companyId }, ADMIN);
    await this.saveSettings(id, {
      pos: "IIKO",
      apiLogin: "invented",
      organizationId,
      fallback: [
        { kind: "EMAIL", target: "kitchen@test.example", enabled: true },
        { kind: "TELEGRAM", target: "100200300", enabled: true },
      ],
      ...changes,
    });
    this.sells(aMenuSnapshot([aProduct({ article: "301", name: "Борщ" }), aPizza], id));
    return id;
  }

  async saveSettings(branchId: string, change: BranchSettingsChange): Promise<void> {
    const { version } = await this.db.manager.findOneByOrFail(Branch, { id: branchId });
    const save = new SaveBranchSettings(this.db, this.secrets, KNOWN_VENDORS, this.feed);
    await save.execute(ADMIN, branchId, version, change);
  }

  /** An accepted order of a separate branch; nothing is sent until time passes. */
  async taken(
    overrides: Partial<NewOrder> = {},
    changes: BranchSettingsChange = {},
  ): Promise<string> {
    const branchId = await this.branch(changes);
    return (await this.useCases.createOrder.execute(aNewOrder(branchId, overrides))).order.id;
  }

  order(id: string): Promise<Order> {
    return this.db.manager.findOneByOrFail(Order, { id });
  }

  /** The till turns out to have an order, however it got there. */
  async foundInTill(posOrderId: string, branchId: string): Promise<void> {
    const { organizationId } = await this.db.manager.findOneByOrFail(BranchSettings, { branchId });
    const update = aPosOrderUpdate({
      posOrderId,
      organizationId: organizationId ?? "",
      creation: "created",
    });
    await this.useCases.recordPosUpdate.execute(update, {
      observedBy: Observation.WEBHOOK,
      confirmed: false,
    });
  }

  /** Web hooks arrive, all simultaneously, and are recorded together. */
  async hears(...webhooks: Webhook[]): Promise<void> {
    const receive = new ReceiveWebhook(this.db, () => undefined);
    for (const webhook of webhooks) await receive.execute(webhook);
    await this.useCases.processWebhookInbox.execute();
    await this.runDue();
  }

  async outcomes(orderId: string): Promise<(string | null)[]> {
    const attempts = await this.db.manager.find(InjectionAttempt, {
      where: { orderId },
      order: { number: "ASC" },
    });
    return attempts.map(({ outcome }) => outcome);
  }

  /** Empties the table of jobs. */
  async loseJobs(): Promise<void> {
    await this.db.query("delete from jobs");
  }

  /**
   * The states of the order on its way to the till, in the order in which they were visible to
   * clients.
   */
  async states(orderId: string): Promise<string[]> {
    const events = await this.history.after(orderId, 0, 1000);
    return events.flatMap(({ detail }) => (detail.kind === "INJECTION" ? [detail.state] : []));
  }

  /** The status changes that were visible to clients; updates that came too late are marked. */
  async statuses(orderId: string): Promise<string[]> {
    const events = await this.history.after(orderId, 0, 1000);
    return events.flatMap(({ detail }) =>
      detail.kind === "STATUS"
        ? [`${detail.to}${detail.lateBySeconds === null ? "" : " late"}`]
        : [],
    );
  }

  /** Lets time pass and runs every job at the moment it is due; 0 runs what is due now. */
  async pass(seconds = 0): Promise<void> {
    const end = new Date(this.clock.now().getTime() + seconds * 1000);
    for (
      let next = await this.jobRunner.nextBy(end);
      next;
      next = await this.jobRunner.nextBy(end)
    ) {
      this.clock.turnTo(next);
      await this.runDue();
    }
    this.clock.turnTo(end);
  }

  /** @throws {Error} when a job failed */
  private runDue(): Promise<void> {
    return this.jobRunner.runDue();
  }
}
