import { PostgresJobList } from "./jobs/postgres-job-list";
import { PostgresJobQueue } from "./jobs/postgres-job-queue";
import { WorkOff } from "./jobs/work-off";
import { type FallbackChannel } from "./ports/fallback-channel";
import { createPosAdapters } from "./app/pos-adapters";
import { CheckWebhooks } from "./services/pos/check-webhooks";
import { ConnectedBranches } from "./services/pos/connected-branches";
import { PosConnections } from "./services/pos/pos-connections";
import { MenuSnapshots } from "./services/catalogue/menu/menu-snapshots";
import { ShownMenus } from "./services/catalogue/menu/shown-menus";
import { WarmMenus } from "./services/catalogue/menu/warm-menus";
import { StopLists } from "./services/catalogue/stop-lists/stop-lists";
import { type RecordWaitingWebhooks } from "./services/orders/status/record-waiting-webhooks";
import { ReceiveWebhook } from "./services/orders/status/receive-webhook";
import { BranchHistory } from "./subscriptions/branch-history";
import { FollowAvailability } from "./subscriptions/follow-availability";
import { FollowBranch } from "./subscriptions/follow-branch";
import { FollowJob } from "./subscriptions/follow-job";
import { FollowOrder } from "./subscriptions/follow-order";
import { OrderHistory } from "./subscriptions/order-history";
import { SharedReads } from "./subscriptions/shared-reads";
import { createBackgroundWork } from "./app/background-work";
import { createBranchUseCases } from "./app/branch-use-cases";
import { createCatalogueUseCases } from "./app/catalogue-use-cases";
import { createOrderUseCases } from "./app/order-use-cases";
import { createPromotionUseCases } from "./app/promotion-use-cases";
import { createEntityTypes } from "./app/entity-types";
import { createResolvers } from "./app/resolvers";
import { type Dependencies } from "./app/dependencies";
import { CHANNELS, POS } from "./vendors";

export type App = ReturnType<typeof createApp>;

/**
 * Builds every object of the gateway by hand, once per process; `app/` has the parts, one file per
 * topic.
 */
export function createApp(dependencies: Dependencies) {
  const { db, feed, secrets, clock, webhookUrl: publicUrl } = dependencies;
  const [jobs, jobList] = [new PostgresJobQueue(), new PostgresJobList(db)];
  const posAdapters = createPosAdapters(dependencies);
  const connections = new PosConnections(db, secrets, posAdapters.poses, POS);
  const menuSnapshots = new MenuSnapshots(db, feed);
  const shownMenus = new ShownMenus(menuSnapshots, new StopLists(db, feed), clock);
  const catalogue = createCatalogueUseCases({ ...dependencies, jobs }, connections, menuSnapshots);
  const branches = createBranchUseCases(
    { ...dependencies, ...catalogue },
    connections,
    posAdapters,
  );
  const channels = openChannels(dependencies);
  const connectedBranches = new ConnectedBranches({ db, connections, clock });
  const orders = createOrderUseCases({
    ...{
      retentionDays: 0,
      orderRetentionDays: 0,
      pollEverySeconds: 0,
      ...dependencies,
      ...catalogue,
    },
    ...{ connections, connectedBranches, menus: shownMenus, channels, jobs },
    ...{
      saveBranchSettings: branches.saveBranchSettings,
      linkUrl: dependencies.publicUrl ?? publicUrl,
    },
  });
  const report = dependencies.reportLostWebhook ?? (() => undefined);
  const checkWebhooks = new CheckWebhooks({ db, connections, publicUrl, report });
  const reads = new SharedReads(feed);
  const useCases = {
    ...branches,
    ...catalogue,
    ...orders,
    ...createPromotionUseCases(dependencies),
    shownMenus,
  };
  return {
    ...useCases,
    jobs,
    secrets,
    poses: posAdapters.poses,
    warmMenus: new WarmMenus(db, shownMenus),
    checkWebhooks,
    ...webhookIntake(dependencies, orders.recordWaitingWebhooks),
    ...createBackgroundWork(dependencies, jobs, { ...orders, ...catalogue, checkWebhooks }),
    keyOf: (branchId: string) => connectedBranches.keyOf(branchId),
    followAvailability: new FollowAvailability(shownMenus),
    followBranch: new FollowBranch(branches.findBranch, new BranchHistory(db), reads),
    followJob: new FollowJob(jobList),
    followOrder: new FollowOrder(orders.findOrder, new OrderHistory(db), reads),
    resolvers: createResolvers({ ...dependencies, connections, jobList }, useCases),
    entityTypes: createEntityTypes(db, useCases),
    /** Drops idle connections to the outside. */
    close: () => Object.values(posAdapters.poses).forEach((pos) => pos.close()),
  };
}

/** Web hooks are recorded by the process that took them, as soon as it has. */
function webhookIntake(
  { db, reportWaitingWebhooks: report }: Dependencies,
  waiting: RecordWaitingWebhooks,
) {
  const webhookWork = new WorkOff(() => waiting.execute(), report ?? (() => undefined));
  return {
    webhookWork,
    receiveWebhook: new ReceiveWebhook(db, () => webhookWork.wake()),
  };
}

function openChannels({ channels, lookup }: Dependencies): Record<string, FallbackChannel> {
  const open = CHANNELS.flatMap((vendor) => {
    const settings = channels[vendor.kind];
    return settings ? [[vendor.kind, vendor.open(settings, { lookup })] as const] : [];
  });
  return Object.fromEntries(open);
}
