import { type DataSource } from "typeorm";

import { isUuid } from "../../domain/ids";
import { type Text } from "../../domain/locale";
import { type PackedPosMenu } from "../../domain/pos-menu";
import { UserErrorCode } from "../../domain/user-error-code";
import { NotFound } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type PosConnection } from "../branches/pos-connections";
import { isPosError, refusedByPos } from "../branches/pos-fault";
import { branchNotFound, refusal } from "./catalogue-fault";
import { storePosMenu } from "./store-pos-menu";

/** What is needed of PosConnections. */
interface Connections {
  of(branchId: string): Promise<Pick<PosConnection, "pos" | "branch">>;
}

const EMPTY: Text = {
  ru: "Касса отдала пустое меню, прежнее сохранено. Проверьте внешнее меню и ценовую категорию в настройках филиала",
  en: "The POS gave an empty menu; the last one was kept. Check the branch's external menu and price category",
};

/** «Обновить данные»: reads a branch's menu in its POS and keeps it for imports. The catalogue does not change. */
export class RefreshPosMenu {
  constructor(
    private readonly db: DataSource,
    private readonly connections: Connections,
    private readonly clock: Clock,
  ) {}

  /**
   * Safe to repeat: a menu of the same content only becomes fresher. An empty menu never replaces a good one, and one that
   * lost more than half of its products waits beside it.
   *
   * @param acceptShrunken an operator's yes to a menu that lost that much
   * @throws {Refused} no such branch; the POS is not connected, does not answer, refuses; or MENU_HELD_BACK
   */
  async execute(branchId: string, { acceptShrunken = false } = {}): Promise<void> {
    const menu = await this.read(branchId);
    const outcome = await storePosMenu(this.db, { branchId, menu, acceptShrunken, now: this.clock.now() });
    if (outcome === "EMPTY") throw refusal(UserErrorCode.UPSTREAM_REJECTED, null, EMPTY);
    if (typeof outcome === "object") throw refusal(UserErrorCode.MENU_HELD_BACK, null, heldBack(outcome));
  }

  private async read(branchId: string): Promise<PackedPosMenu> {
    if (!isUuid(branchId)) throw branchNotFound(["branchId"]);
    try {
      return await refusedByPos(async () => {
        const { pos, branch } = await this.connections.of(branchId);
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
    await this.db.query(
      "update pos_menus set failing_since = coalesce(failing_since, $2), last_error = $3 where branch_id = $1",
      [branchId, this.clock.now(), message],
    );
  }
}

function heldBack({ lostCount, knownCount }: { lostCount: number; knownCount: number }): Text {
  return {
    ru:
      `В новом меню кассы нет ${lostCount} из ${knownCount} товаров, поэтому оно отложено, а прежнее сохранено. ` +
      "Если так и задумано, обновите данные ещё раз с acceptShrunken: true",
    en:
      `The POS's new menu lacks ${lostCount} of ${knownCount} products, so it was held back and the last one kept. ` +
      "If that is meant, refresh again with acceptShrunken: true",
  };
}
