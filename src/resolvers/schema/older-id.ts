import { isUuid } from "../../domain/ids";

/** Why a field of the scalar UUID gives way to the one of ID that is named. */
export function onlyUuids(instead: string): string {
  return `Not every POS names its things by UUIDs. Use ${instead}.`;
}

/** For such a field that may be null: an id that is no UUID. */
export function asUuid(id: string | null): string | null {
  return id !== null && isUuid(id) ? id : null;
}
