import { type DataSource } from "typeorm";

import { type PackedPosMenu } from "../../../domain/catalogue/pos-menu";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { isUuid } from "../../../domain/ids";
import { type Text } from "../../../domain/texts/locale";
import { BranchSettings } from "../../../entities/branches/branch-settings";
import {
  CatalogueWorkKind,
  CatalogueWorkStep,
} from "../../../entities/catalogue/catalogue-work-row";
import { NotFound, Refused } from "../../../errors";
import { type Clock } from "../../../ports/clock";
import { type EventFeed } from "../../../ports/event-feed";
import { type JobQueue } from "../../../ports/job-queue";
import { type PosConnection } from "../../pos/pos-connections";
import { isPosError, refusedByPos } from "../../pos/pos-user-error";
import { branchNotFound, refusal } from "../catalogue-error";
import { type ExpectStopList } from "../stop-lists/expect-stop-list";
import { duringWork, type Tell } from "../work/during-work";
import { type Pause, pauseAfter, planRefresh, USUAL_PAUSE } from "./plan-pos-menu-refresh";
import { storePosMenu } from "./store-pos-menu";

/** The part of PosConnections that is needed here. */
interface Connections {
  of(branchId: string): Promise<Pick<PosConnection, "pos" | "branch">>;
}

const EMPTY: Text = {
  ru: "Касса отдала пустое меню, прежнее сохранено. Проверьте внешнее меню и ценовую категорию в настройках филиала",
  en: "The POS gave an empty menu; the last one was kept. Check the branch's external menu and price category",
};

/**
 * «Обновить данные»: reads a branch's menu from its POS, stores it for imports, and has its stop
 * list read within seconds. The catalogue does not change.
 */
export class RefreshPosMenu {
  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly connections: Connections;
      readonly feed: EventFeed;
      readonly jobs: JobQueue;
      readonly clock: Clock;
      readonly expectStopList: ExpectStopList;
    },
  ) {}

  /**
   * Safe to repeat: a menu with the same content only becomes fresher. An empty menu never replaces
   * a good one, and one that lost more than half of its products waits alongside it. The branch's
   * next refresh is planned, whatever the outcome of this one.
   *
   * @param acceptShrunken an operator's confirmation of a menu that lost that much
   * @throws {Refused} the branch does not exist; the POS is not connected, does not answer or
   *   refuses; or MENU_HELD_BACK
   */
  async execute(branchId: string, { acceptShrunken = false } = {}): Promise<void> {
    if (!isUuid(branchId)) throw branchNotFound(["branchId"]);
    await this.askForStopList(branchId);
    await this.refreshAndPlanNext(branchId, acceptShrunken);
  }

  /**
   * Refreshes only the menu, for the job `refresh-pos-menu`: nobody waits for the answer, and
   * failures are stored with the menu.
   */
  async executeUnasked({ branchId }: { readonly branchId: string }): Promise<void> {
    await this.refreshAndPlanNext(branchId, false).catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
    });
  }

  private async askForStopList(branchId: string): Promise<void> {
    const { db, expectStopList } = this.parts;
    const settings = await db.manager.findOneBy(BranchSettings, { branchId });
    if (settings?.organizationId)
      await expectStopList.execute(db.manager, [settings.organizationId]);
  }

  private async refreshAndPlanNext(branchId: string, acceptShrunken: boolean): Promise<void> {
    try {
      const work = { branchId, kind: CatalogueWorkKind.REFRESH };
      await duringWork(this.parts.db, work, (tell) => this.refresh(branchId, acceptShrunken, tell));
      await this.planNext(branchId, USUAL_PAUSE);
    } catch (error) {
      const pause = pauseAfter(error);
      if (pause) await this.planNext(branchId, pause);
      throw error;
    }
  }

  private async refresh(branchId: string, acceptShrunken: boolean, tell: Tell): Promise<void> {
    const menu = await this.read(branchId);
    tell(CatalogueWorkStep.WRITING, 0, menu.products.length);
    const { db, feed, clock } = this.parts;
    const outcome = await storePosMenu(db, feed, {
      branchId,
      menu,
      acceptShrunken,
      now: clock.now(),
    });
    if (outcome === "EMPTY") throw refusal(UserErrorCode.UPSTREAM_REJECTED, null, EMPTY);
    if (typeof outcome === "object")
      throw refusal(UserErrorCode.MENU_HELD_BACK, null, heldBack(outcome));
  }

  private planNext(branchId: string, pause: Pause): Promise<void> {
    const { db, jobs, clock } = this.parts;
    return planRefresh({ tx: db.manager, jobs, now: clock.now() }, branchId, pause);
  }

  private async read(branchId: string): Promise<PackedPosMenu> {
    try {
      return await refusedByPos(async () => {
        const { pos, branch } = await this.parts.connections.of(branchId);
        return pos.menu(branch).catch(async (error: unknown) => {
          if (isPosError(error)) await this.recordFailure(branchId, error);
          throw error;
        });
      });
    } catch (error) {
      throw error instanceof NotFound ? branchNotFound(["branchId"]) : error;
    }
  }

  private async recordFailure(branchId: string, { message }: Error): Promise<void> {
    const { db, feed, clock } = this.parts;
    await db.transaction(async (tx) => {
      await tx.query(
        "update pos_menus set failing_since = coalesce(failing_since, $2), last_error = $3 where branch_id = $1",
        [branchId, clock.now(), message],
      );
      await feed.announce(tx, `availability:${branchId}`);
    });
  }
}

function heldBack({ lostCount, knownCount }: { lostCount: number; knownCount: number }): Text {
  return {
    ru:
      `В новом меню кассы нет ${lostCount} из ${knownCount} товаров, поэтому оно отложено, а прежнее сохранено. ` +
      "Если так и задумано, примите новое меню (acceptShrunken: true)",
    en:
      `The POS's new menu lacks ${lostCount} of ${knownCount} products, so it was held back and the last one kept. ` +
      "If that is meant, take the new menu (acceptShrunken: true)",
  };
}
