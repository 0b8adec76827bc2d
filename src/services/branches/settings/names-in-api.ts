import { nameInPos } from "./ids-in-pos";
import { type SettingField } from "./setting-field";
import { SettingKind } from "./setting-kind";

/** One of the names that the API has for a setting. */
export interface NameInApi {
  readonly name: string;
  /** The name of the setting that it stands for: what it is renamed to, or its older one. */
  readonly of: string;
  /** Ids of a POS that names its things otherwise do not fit in. */
  readonly isForUuids: boolean;
}

/** All names that the API has for a setting, the newest first. The others are deprecated. */
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
