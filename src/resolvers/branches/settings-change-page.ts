import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { SettingsChange } from "../../entities/branches/settings-change";
import { InvalidInput } from "../../errors";
import { type Connection, connectionOf, mostAsked, pageOfFound } from "../schema/connection";

export const SettingsChangeConnection = connectionOf("SettingsChange", SettingsChange);

const CURSOR = /^c(\d{1,18})$/;

/**
 * Returns what to query for one page: one change more than it holds, to find out whether there is
 * another page.
 *
 * @throws {InvalidInput} if `first` is outside 0–100 or the cursor is not ours
 */
export function changesAsked(first: number, after: string | null | undefined) {
  const id = after ? CURSOR.exec(Buffer.from(after, "base64url").toString())?.[1] : null;
  if (id === undefined) throw new InvalidInput(NOT_OF_LIST);
  return { limit: mostAsked(first) + 1, olderThan: id };
}

export function pageOfChanges(
  found: readonly SettingsChange[],
  first: number,
  after: string | null | undefined,
): Connection<SettingsChange> {
  return pageOfFound(found, first, after, (node) => ({
    cursor: Buffer.from(`c${node.id}`).toString("base64url"),
    node,
  }));
}
