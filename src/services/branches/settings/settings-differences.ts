import { type KeptSettings } from "./setting-field";
import { SETTINGS } from "./settings-table";

export interface Difference {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The changes that a save made, setting by setting under their API names. The credential is not
 * compared here because it is secret.
 */
export function settingsDifferences(before: KeptSettings, after: KeptSettings): Difference[] {
  return SETTINGS.flatMap(({ path, field }) => {
    if (field.column === null) return [];
    const [from, to] = [before, after].map((kept) => field.inHistory(kept[field.column as never]));
    return from === to ? [] : [{ field: path, before: from ?? null, after: to ?? null }];
  });
}
