import { type FallbackChannel } from "../ports/fallback-channel";
import { type JobQueue } from "../ports/job-queue";
import { MenuSnapshots } from "../services/catalogue/menu/menu-snapshots";
import { ShownMenus } from "../services/catalogue/menu/shown-menus";
import { StopLists } from "../services/catalogue/stop-lists/stop-lists";
import { type ConnectedBranches } from "../services/pos/connected-branches";
import { type PosConnections } from "../services/pos/pos-connections";
import { CHANNELS } from "../vendors";
import { createBranchUseCases } from "./branch-use-cases";
import { createCatalogueUseCases } from "./catalogue-use-cases";
import { type Dependencies } from "./dependencies";
import { createOrderUseCases } from "./order-use-cases";
import { type createPosAdapters } from "./pos-adapters";
import { createPromotionUseCases } from "./promotion-use-cases";

export type UseCases = ReturnType<typeof createUseCases>;

interface Parts extends Dependencies {
  readonly jobs: JobQueue;
  readonly posAdapters: ReturnType<typeof createPosAdapters>;
  readonly connections: PosConnections;
  readonly connectedBranches: ConnectedBranches;
}

/** Everything that the gateway can be asked to do, and the menus that most of it looks at. */
export function createUseCases(parts: Parts) {
  const { db, feed, clock, connections, posAdapters } = parts;
  const menuSnapshots = new MenuSnapshots(db, feed);
  const shownMenus = new ShownMenus(menuSnapshots, new StopLists(db, feed), clock);
  const catalogue = createCatalogueUseCases(parts, connections, menuSnapshots);
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
  return { ...branches, ...catalogue, ...orders, ...promotions, shownMenus };
}

function openChannels({ channels, lookup }: Dependencies): Record<string, FallbackChannel> {
  const open = CHANNELS.flatMap((vendor) => {
    const settings = channels[vendor.kind];
    return settings ? [[vendor.kind, vendor.open(settings, { lookup })] as const] : [];
  });
  return Object.fromEntries(open);
}
