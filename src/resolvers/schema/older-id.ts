import { isUuid } from "../../domain/ids";

/** Returns why a field of the scalar UUID is replaced by the named one of ID. */
export function onlyUuids(instead: string): string {
  return `Not every POS names its things by UUIDs. Use ${instead}.`;
}

/** For such a nullable field: returns null for an id that is not a UUID. */
export function asUuid(id: string | null): string | null {
  return id !== null && isUuid(id) ? id : null;
}
