import { createBackgroundWork, createWebhookIntake } from "./app/background-work";
import { type Dependencies } from "./app/dependencies";
import { createEntityTypes } from "./app/entity-types";
import { createPosAdapters } from "./app/pos-adapters";
import { createResolvers } from "./app/resolvers";
import { createFollowers, createUseCases } from "./app/use-cases";
import { PostgresJobList } from "./jobs/postgres-job-list";
import { PostgresJobQueue } from "./jobs/postgres-job-queue";
import { MenuDemand } from "./services/catalogue/menu/menu-demand";
import { WarmMenus } from "./services/catalogue/menu/warm-menus";
import { CheckWebhooks } from "./services/pos/check-webhooks";
import { ConnectedBranches } from "./services/pos/connected-branches";
import { PosConnections } from "./services/pos/pos-connections";
import { POS } from "./vendors";

export type App = ReturnType<typeof createApp>;

/**
 * Builds every object of the gateway by hand, once per process; `app/` contains the parts, one file
 * per topic.
 */
export function createApp(dependencies: Dependencies) {
  const { db, secrets, clock, webhookUrl: publicUrl } = dependencies;
  const [jobs, jobList] = [new PostgresJobQueue(), new PostgresJobList(db)];
  const posAdapters = createPosAdapters(dependencies);
  const connections = new PosConnections(db, secrets, posAdapters.poses, POS);
  const connectedBranches = new ConnectedBranches({ db, connections, clock });
  const parts = { ...dependencies, jobs, jobList, posAdapters, connections, connectedBranches };
  const useCases = createUseCases(parts);
  const report = dependencies.reportLostWebhook ?? (() => undefined);
  const checkWebhooks = new CheckWebhooks({ db, connections, publicUrl, report });
  return {
    ...useCases,
    jobs,
    secrets,
    poses: posAdapters.poses,
    warmMenus: new WarmMenus({
      demand: new MenuDemand(db),
      memory: useCases.menuMemory,
      shownMenus: useCases.shownMenus,
    }),
    checkWebhooks,
    ...createWebhookIntake(dependencies, useCases.processWebhookInbox),
    ...createBackgroundWork(dependencies, jobs, { ...useCases, checkWebhooks }),
    keyOf: (branchId: string) => connectedBranches.keyOf(branchId),
    ...createFollowers(parts, useCases),
    resolvers: createResolvers(parts, useCases),
    entityTypes: createEntityTypes(db, useCases),
    /** Closes idle outgoing connections. */
    close: () => Object.values(posAdapters.poses).forEach((pos) => pos.close()),
  };
}
