import { type LookupFunction } from "node:net";

import { type DataSource } from "typeorm";

import { EmailChannel } from "./adapters/email/email-channel";
import { GraphileJobQueue } from "./adapters/graphile-worker/graphile-job-queue";
import { TelegramChannel } from "./adapters/telegram/telegram-channel";
import { FallbackKind, type PosKind } from "./entities/branch-settings";
import { taskHandlers } from "./jobs/task-handlers";
import { BranchSettingsLoader } from "./loaders/branch-settings-loader";
import { OrderPartsLoader } from "./loaders/order-parts-loader";
import { type Clock } from "./ports/clock";
import { type EventFeed } from "./ports/event-feed";
import { type FallbackChannel } from "./ports/fallback-channel";
import { type PosMeter } from "./ports/pos-meter";
import { type Secrets } from "./ports/secrets";
import { createPosAdapters } from "./pos-adapters";
import { ApiKeyResolver } from "./resolvers/api-key-resolver";
import { BranchCatalogueResolver } from "./resolvers/branch-catalogue-resolver";
import { BranchResolver } from "./resolvers/branch-resolver";
import { CatalogueResolver } from "./resolvers/catalogue-resolver";
import { InjectionAttemptResolver, InjectionResolver } from "./resolvers/injection-resolver";
import { MenuResolver } from "./resolvers/menu-resolver";
import { OrderPartsResolver } from "./resolvers/order-parts-resolver";
import { OrderResolver } from "./resolvers/order-resolver";
import { OrderSubscriptionResolver } from "./resolvers/order-subscription-resolver";
import { OrganizationResolver } from "./resolvers/organization-resolver";
import { PosKeyResolver } from "./resolvers/pos-key-resolver";
import { PosMenuResolver } from "./resolvers/pos-menu-resolver";
import { ProductResolver } from "./resolvers/product-resolver";
import { SectionResolver } from "./resolvers/section-resolver";
import { TerminalGroupResolver } from "./resolvers/terminal-group-resolver";
import { CreateApiKey } from "./services/api-keys/create-api-key";
import { ListApiKeys } from "./services/api-keys/list-api-keys";
import { RevokeApiKey } from "./services/api-keys/revoke-api-key";
import { CheckWebhooks, type LostWebhook } from "./services/branches/check-webhooks";
import { CreateBranch } from "./services/branches/create-branch";
import { CheckBranch } from "./services/branches/doctor/check-branch";
import { FindBranch } from "./services/branches/find-branch";
import { FindBranches } from "./services/branches/find-branches";
import { FindPosAccess } from "./services/branches/find-pos-access";
import { FindSettingsChanges } from "./services/branches/find-settings-changes";
import { PosConnections } from "./services/branches/pos-connections";
import { RegisterWebhook } from "./services/branches/register-webhook";
import { SaveBranchSettings } from "./services/branches/save-branch-settings";
import { SetOrderAcceptance } from "./services/branches/set-order-acceptance";
import { ApplyPlan } from "./services/catalogue/apply-plan";
import { CreateSection } from "./services/catalogue/create-section";
import { FindPlan } from "./services/catalogue/find-plan";
import { FindPosMenu } from "./services/catalogue/find-pos-menu";
import { ImportSection } from "./services/catalogue/import-section";
import { MenuSnapshots } from "./services/catalogue/menu-snapshots";
import { PlanImport } from "./services/catalogue/plan-import";
import { RefreshPosMenu } from "./services/catalogue/refresh-pos-menu";
import { SeedCatalogue } from "./services/catalogue/seed-catalogue";
import { ConfirmSubmission } from "./services/orders/confirm-submission";
import { CreateOrder } from "./services/orders/create-order";
import { FailAttempt } from "./services/orders/fail-attempt";
import { FindOrder } from "./services/orders/find-order";
import { FinishAttempt } from "./services/orders/finish-attempt";
import { HandOver } from "./services/orders/hand-over";
import { RecordPosUpdate } from "./services/orders/record-pos-update";
import { RecordWebhook } from "./services/orders/record-webhook";
import { SendOrder } from "./services/orders/send-order";
import { TellPeople } from "./services/orders/tell-people";
import { ListPosKeys } from "./services/pos-keys/list-pos-keys";
import { ResumePosKey } from "./services/pos-keys/resume-pos-key";
import { FollowOrder } from "./subscriptions/follow-order";
import { OrderHistory } from "./subscriptions/order-history";

/** What the gateway stands on: built by `gateway.ts`, or by a test. */
export interface Foundation {
  readonly db: DataSource;
  readonly feed: EventFeed;
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** null: no iiko is set, so there is only the sandbox. */
  readonly iikoApiUrl: string | null;
  /** Calls per second for each key and restriction group; iiko's adapter has a default. */
  readonly iikoRatePerSecond?: number | undefined;
  readonly posMeter?: PosMeter | undefined;
  /** null: no sandbox runs beside the gateway. */
  readonly sandboxUrl: string | null;
  /** Where the POS reaches the gateway's web hooks. */
  readonly webhookUrl: string;
  readonly reportLostWebhook?: (lost: LostWebhook) => void;
  readonly smtp: { readonly url: string; readonly from: string } | null;
  readonly telegram: { readonly apiUrl: string; readonly botToken: string } | null;
  /** How outgoing calls find their hosts; the system's way when left out. */
  readonly lookup?: LookupFunction | undefined;
}

export type App = ReturnType<typeof createApp>;

/** Builds every object of the gateway by hand, once per process. */
export function createApp(foundation: Foundation) {
  const { db, feed, secrets, clock } = foundation;
  const jobs = new GraphileJobQueue();
  const posAdapters = createPosAdapters(foundation);
  const { poses } = posAdapters;
  const connections = new PosConnections(db, secrets, poses);
  const menuSnapshots = new MenuSnapshots(db, feed);
  const branches = createBranchUseCases(foundation, connections, posAdapters);
  const catalogue = createCatalogueUseCases(foundation, connections, menuSnapshots);

  const handOver = new HandOver(jobs, feed);
  const failAttempt = new FailAttempt(jobs, feed, handOver);
  const finishAttempt = new FinishAttempt({ db, failAttempt, jobs, feed, clock });
  const recordPosUpdate = new RecordPosUpdate({ db, failAttempt, jobs, feed, clock });
  const orders = {
    createOrder: new CreateOrder({ db, menus: menuSnapshots, jobs, feed, secrets, clock }),
    findOrder: new FindOrder(db, secrets),
    sendOrder: new SendOrder({ db, connections, finishAttempt, recordPosUpdate, feed, clock }),
    confirmSubmission: new ConfirmSubmission({ db, connections, recordPosUpdate, failAttempt, jobs, feed, clock }),
    tellPeople: new TellPeople({ db, channels: createChannels(foundation), jobs, feed, clock }),
    recordWebhook: new RecordWebhook({ db, connections, recordPosUpdate }),
  };
  const report = foundation.reportLostWebhook ?? (() => undefined);
  const { webhookUrl: publicUrl } = foundation;
  const checkWebhooks = new CheckWebhooks({ db, connections, jobs, clock, publicUrl, report });
  const history = new OrderHistory(db);
  const useCases = { ...branches, ...catalogue, ...orders, menuSnapshots };
  return {
    ...useCases,
    jobs,
    secrets,
    poses,
    checkWebhooks,
    handlers: taskHandlers({ ...orders, checkWebhooks }),
    followOrder: new FollowOrder(orders.findOrder, history, feed),
    resolvers: createResolvers(db, clock, useCases, history),
    /** Drops idle connections to the outside. */
    close: () => Object.values(poses).forEach((pos) => pos.close()),
  };
}

function createChannels({ smtp, telegram, lookup }: Foundation): Partial<Record<FallbackKind, FallbackChannel>> {
  return {
    ...(smtp && { [FallbackKind.EMAIL]: new EmailChannel(smtp.url, smtp.from) }),
    ...(telegram && { [FallbackKind.TELEGRAM]: new TelegramChannel(telegram.apiUrl, telegram.botToken, lookup) }),
  };
}

function createBranchUseCases(
  { db, secrets, clock, webhookUrl, smtp, telegram }: Foundation,
  connections: PosConnections,
  { poses, keys, permits, branchKeys }: ReturnType<typeof createPosAdapters>,
) {
  const listPosKeys = new ListPosKeys(db, branchKeys, keys, permits);
  const kinds = new Set(Object.keys(poses) as PosKind[]);
  const channels = new Set([...(smtp ? [FallbackKind.EMAIL] : []), ...(telegram ? [FallbackKind.TELEGRAM] : [])]);
  return {
    createBranch: new CreateBranch(db),
    findBranch: new FindBranch(db),
    findBranches: new FindBranches(db),
    findPosAccess: new FindPosAccess(db, connections),
    checkBranch: new CheckBranch({ db, connections, clock, publicUrl: webhookUrl, channels }),
    findSettingsChanges: new FindSettingsChanges(db),
    registerWebhook: new RegisterWebhook(db, connections, secrets, webhookUrl),
    saveBranchSettings: new SaveBranchSettings(db, secrets, kinds, branchKeys),
    setOrderAcceptance: new SetOrderAcceptance(db, clock),
    listPosKeys,
    resumePosKey: new ResumePosKey(db, branchKeys, keys, listPosKeys),
    createApiKey: new CreateApiKey(db),
    listApiKeys: new ListApiKeys(db),
    revokeApiKey: new RevokeApiKey(db, clock),
  };
}

function createCatalogueUseCases({ db, feed }: Foundation, connections: PosConnections, snapshots: MenuSnapshots) {
  const createSection = new CreateSection(db, feed);
  const planImport = new PlanImport(db, snapshots);
  const applyPlan = new ApplyPlan(db, feed, snapshots);
  return {
    createSection,
    applyPlan,
    findPlan: new FindPlan(db),
    findPosMenu: new FindPosMenu(db),
    importSection: new ImportSection(planImport, applyPlan),
    refreshPosMenu: new RefreshPosMenu(db, connections),
    seedCatalogue: new SeedCatalogue(db, snapshots, createSection, applyPlan),
  };
}

type UseCases = ReturnType<typeof createBranchUseCases> &
  ReturnType<typeof createCatalogueUseCases> & {
    readonly menuSnapshots: MenuSnapshots;
    readonly createOrder: CreateOrder;
    readonly findOrder: FindOrder;
  };

function createResolvers(db: DataSource, clock: Clock, useCases: UseCases, history: OrderHistory): object[] {
  const parts = new OrderPartsLoader(db);
  const branchSettings = new BranchSettingsLoader(db);
  return [
    new ApiKeyResolver(useCases),
    new BranchResolver({ ...useCases, branchSettings, clock }),
    new BranchCatalogueResolver(useCases),
    new CatalogueResolver(useCases),
    new InjectionResolver({ parts }),
    new InjectionAttemptResolver(),
    new MenuResolver(useCases),
    new OrderResolver(useCases),
    new OrderPartsResolver({ parts, history }),
    new OrderSubscriptionResolver(),
    new OrganizationResolver(useCases),
    new PosKeyResolver(useCases),
    new PosMenuResolver(useCases),
    new ProductResolver(useCases),
    new SectionResolver(useCases),
    new TerminalGroupResolver(),
  ];
}
