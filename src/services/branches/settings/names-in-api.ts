import { nameInPos } from "./ids-in-pos";
import { type SettingField } from "./setting-field";
import { SettingKind } from "./setting-kind";

/** One of a setting's names in the API. */
export interface NameInApi {
  readonly name: string;
  /** The setting's other name: the one to which it was renamed, or its older one. */
  readonly of: string;
  /** Cannot hold the ids of a POS whose ids are not UUIDs. */
  readonly isForUuids: boolean;
}

/** All API names of a setting, newest first. All but the first are deprecated. */
export function namesInApi(
  name: string,
  { kind, renamed }: Pick<SettingField, "kind" | "renamed">,
): readonly [NameInApi, ...NameInApi[]] {
  const isId = kind === SettingKind.POS_ID;
  const named = (of: string): NameInApi => ({
    name: isId ? nameInPos(of) : of,
    of,
    isForUuids: false,
  });
  const [newest, ...older] = renamed === undefined ? [name] : [renamed, name];
  const forUuids = isId ? [{ name, of: name, isForUuids: true }] : [];
  return [named(newest), ...older.map(named), ...forUuids];
}
