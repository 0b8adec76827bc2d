import { type FallbackChannel } from "../ports/fallback-channel";
import { type JobList } from "../ports/job-list";
import { type JobQueue } from "../ports/job-queue";
import { MenuMemory, USUAL_MENU_MEMORY_MB } from "../services/catalogue/kept/menu-memory";
import { MenuSnapshots } from "../services/catalogue/menu/menu-snapshots";
import { ShownMenus } from "../services/catalogue/menu/shown-menus";
import { StopLists } from "../services/catalogue/stop-lists/stop-lists";
import { type ConnectedBranches } from "../services/pos/connected-branches";
import { type PosConnections } from "../services/pos/pos-connections";
import { BranchHistory } from "../subscriptions/branch-history";
import { FollowAvailability } from "../subscriptions/follow-availability";
import { FollowBranch } from "../subscriptions/follow-branch";
import { FollowJob } from "../subscriptions/follow-job";
import { FollowOpenState } from "../subscriptions/follow-open-state";
import { FollowOrder } from "../subscriptions/follow-order";
import { OrderHistory } from "../subscriptions/order-history";
import { SharedReads } from "../subscriptions/shared-reads";
import { CHANNELS } from "../vendors";
import { createBranchUseCases } from "./branch-use-cases";
import { createBranchesPlanUseCases } from "./branches-plan-use-cases";
import { createCatalogueUseCases } from "./catalogue-use-cases";
import { type Dependencies } from "./dependencies";
import { createOrderUseCases } from "./order-use-cases";
import { type createPosAdapters } from "./pos-adapters";
import { createPromotionUseCases } from "./promotion-use-cases";

export type UseCases = ReturnType<typeof createUseCases>;

interface Parts extends Dependencies {
  readonly jobs: JobQueue;
  readonly jobList: JobList;
  readonly posAdapters: ReturnType<typeof createPosAdapters>;
  readonly connections: PosConnections;
  readonly connectedBranches: ConnectedBranches;
}

/** Everything that the gateway can be asked to do, and the menus that most of it uses. */
export function createUseCases(parts: Parts) {
  const { db, feed, clock, connections, posAdapters } = parts;
  const menuMemory = MenuMemory.ofMegabytes(parts.menuMemoryMegabytes ?? USUAL_MENU_MEMORY_MB);
  const menuSnapshots = new MenuSnapshots(db, feed, menuMemory);
  const shownMenus = new ShownMenus(menuSnapshots, new StopLists(db, feed, menuMemory), clock);
  const kept = { menuSnapshots, menuMemory };
  const catalogue = createCatalogueUseCases(parts, connections, kept);
  const branches = createBranchUseCases({ ...parts, ...catalogue }, connections, posAdapters);
  const orders = createOrderUseCases({
    ...parts,
    ...catalogue,
    retentionDays: parts.retentionDays ?? 0,
    orderRetentionDays: parts.orderRetentionDays ?? 0,
    pollEverySeconds: parts.pollEverySeconds ?? 0,
    menus: shownMenus,
    channels: openChannels(parts),
    saveBranchSettings: branches.saveBranchSettings,
    linkUrl: parts.publicUrl ?? parts.webhookUrl,
  });
  const promotions = createPromotionUseCases(parts);
  const branchesPlans = createBranchesPlanUseCases(parts, menuSnapshots, {
    ...branches,
    ...catalogue,
  });
  const operating = { ...branches, ...catalogue, ...orders, ...promotions, ...branchesPlans };
  return { ...operating, shownMenus, menuMemory };
}

function openChannels({ channels, lookup }: Dependencies): Record<string, FallbackChannel> {
  const open = CHANNELS.flatMap((vendor) => {
    const settings = channels[vendor.kind];
    return settings ? [[vendor.kind, vendor.open(settings, { lookup })] as const] : [];
  });
  return Object.fromEntries(open);
}

/** Sources of subscription results. */
export function createFollowers(
  { db, feed, jobList }: Pick<Parts, "db" | "feed" | "jobList">,
  useCases: UseCases,
) {
  const reads = new SharedReads(feed);
  return {
    followAvailability: new FollowAvailability(useCases.shownMenus),
    followBranch: new FollowBranch(useCases.findBranch, new BranchHistory(db), reads),
    followJob: new FollowJob(jobList),
    followOpenState: new FollowOpenState(useCases.lookAtBranches),
    followOrder: new FollowOrder(useCases.findOrder, new OrderHistory(db), reads),
  };
}
