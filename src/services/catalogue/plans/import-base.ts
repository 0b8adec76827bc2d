import { type DataSource } from "typeorm";

import { type ImportField } from "../../../domain/catalogue/import-field";
import { type MenuSnapshot } from "../../../domain/catalogue/menu-snapshot";
import { UserErrorCode } from "../../../domain/errors/user-error-code";
import { isUuid } from "../../../domain/ids";
import { type PosMenuRow } from "../../../entities/catalogue/pos-menu-row";
import { branchNotFound, refusal } from "../catalogue-error";
import { type MenuSnapshots } from "../menu/menu-snapshots";
import { readPosMenu } from "../pos-menu/read-pos-menu";
import { type Locks } from "./planned-change";

/**
 * Both sides of an import: our catalogue with its locks, no older than the call, and the last POS
 * menu that was read.
 */
export interface ImportBase {
  readonly catalogue: MenuSnapshot;
  readonly locks: Locks;
  readonly posMenu: PosMenuRow;
}

/** @throws {Refused} the branch does not exist, or its POS menu was never read */
export async function readImportBase(
  db: DataSource,
  snapshots: MenuSnapshots,
  branchId: string,
): Promise<ImportBase> {
  const field = ["input", "branchId"];
  if (!isUuid(branchId)) throw branchNotFound(field);
  const [branches, posMenu] = await Promise.all([
    db.query<{ catalogue_version: number }[]>(
      "select catalogue_version from branches where id = $1",
      [branchId],
    ),
    readPosMenu(db, branchId),
  ]);
  const catalogue = branches[0] && (await snapshots.get(branchId, branches[0].catalogue_version));
  if (!catalogue) throw branchNotFound(field);
  if (!posMenu) {
    throw refusal(UserErrorCode.NOT_FOUND, field, {
      ru: "Меню кассы ещё не загружено: сначала «Обновить данные» (refreshPosMenu)",
      en: "The POS menu was never read: call refreshPosMenu first",
    });
  }
  // Read after the snapshot: locking increments the catalogue's version, so a plan whose locks are
  // newer than its base is never applied.
  return { catalogue, posMenu, locks: await readLocks(db, branchId) };
}

async function readLocks(db: DataSource, branchId: string): Promise<Locks> {
  const rows = await db.query<{ id: string; locked_fields: ImportField[] }[]>(
    "select id, locked_fields from products where branch_id = $1 and locked_fields <> '{}'",
    [branchId],
  );
  return new Map(rows.map((row) => [row.id, new Set(row.locked_fields)]));
}

export function sectionNamesOf({ catalogue }: ImportBase): ReadonlyMap<string, string> {
  return new Map(catalogue.sections.map(({ id, name }) => [id, name]));
}
