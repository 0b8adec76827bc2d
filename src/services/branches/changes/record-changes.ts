import { type EntityManager } from "typeorm";

import { actorOf, companyIdOf, type Viewer } from "../../../domain/access/viewer";
import { SettingsChange } from "../../../entities/branches/settings-change";

export interface RecordedChange {
  /** null: the change concerns the whole company. */
  readonly branchId: string | null;
  /** For a change that concerns no single branch; defaults to the company of the acting viewer. */
  readonly companyId?: string;
  readonly field: string;
  /** Without secrets; null means «не выбрано». */
  readonly before: string | null;
  readonly after: string | null;
}

/** Records who changed what, as part of `tx`. */
export async function recordChanges(
  tx: EntityManager,
  viewer: Viewer,
  changes: readonly RecordedChange[],
): Promise<void> {
  const actor = actorOf(viewer) ?? "?";
  if (changes.length > 0) {
    await tx.insert(
      SettingsChange,
      changes.map((change) => {
        const companyId =
          change.branchId === null ? (change.companyId ?? companyIdOf(viewer)) : null;
        return { ...change, companyId, actor };
      }),
    );
  }
}
