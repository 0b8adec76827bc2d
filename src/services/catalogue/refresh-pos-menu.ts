import { type DataSource } from "typeorm";

import { type PosMenu } from "../../domain/pos-menu";
import { UserErrorCode } from "../../domain/user-error-code";
import { PosMenuRow } from "../../entities/pos-menu-row";
import { NotFound } from "../../errors";
import { type PosConnection } from "../branches/pos-connections";
import { refusedByPos } from "../branches/pos-fault";
import { branchNotFound, refusal } from "./catalogue-fault";

/** What is needed of PosConnections. */
interface Connections {
  of(branchId: string): Promise<Pick<PosConnection, "pos" | "branch">>;
}

/** «Обновить данные»: reads a branch's menu in its POS and keeps it for imports. The catalogue does not change. */
export class RefreshPosMenu {
  constructor(
    private readonly db: DataSource,
    private readonly connections: Connections,
  ) {}

  /**
   * Safe to repeat: a menu of the same content only becomes fresher. An empty menu never replaces a good one.
   *
   * @throws {Refused} no such branch, the POS is not connected, does not answer, refuses, or gave an empty menu
   */
  async execute(branchId: string): Promise<PosMenuRow> {
    const menu = await this.read(branchId);
    const { source, revision, contentHash } = menu;
    const [fresher] = await this.db.query<[PosMenuRow[], number]>(
      `update pos_menus set source = $3, revision = $4, refreshed_at = now()
       where branch_id = $1 and content_hash = $2 returning branch_id`,
      [branchId, contentHash, source, revision],
    );
    if (fresher.length === 0) await this.replace(branchId, menu);
    return this.db.manager.findOneByOrFail(PosMenuRow, { branchId });
  }

  private async replace(branchId: string, menu: PosMenu): Promise<void> {
    const { source, revision, contentHash, categories } = menu;
    const isEmpty = categories.every((category) => category.items.length === 0);
    const stored = await this.db.query<unknown[]>(
      `insert into pos_menus (branch_id, source, revision, content_hash, categories, refreshed_at)
       values ($1, $2, $3, $4, $5, now())
       on conflict (branch_id) do update set source = excluded.source, revision = excluded.revision,
         content_hash = excluded.content_hash, categories = excluded.categories, refreshed_at = excluded.refreshed_at
       where not $6 returning branch_id`,
      [branchId, source, revision, contentHash, JSON.stringify(categories), isEmpty],
    );
    if (stored.length === 0) {
      throw refusal(UserErrorCode.UPSTREAM_REJECTED, null, {
        ru: "Касса отдала пустое меню, прежнее сохранено. Проверьте внешнее меню и ценовую категорию в настройках филиала",
        en: "The POS gave an empty menu; the last one was kept. Check the branch's external menu and price category",
      });
    }
  }

  private async read(branchId: string): Promise<PosMenu> {
    try {
      return await refusedByPos(async () => {
        const { pos, branch } = await this.connections.of(branchId);
        return pos.menu(branch);
      });
    } catch (error) {
      throw error instanceof NotFound ? branchNotFound(["branchId"]) : error;
    }
  }
}
