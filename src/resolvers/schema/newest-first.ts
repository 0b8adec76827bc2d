import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { isUuid } from "../../domain/ids";
import { InvalidInput } from "../../errors";
import { type Connection, mostAsked, pageOfFound } from "./connection";

/** The position of a row in a list that is sorted by time, newest first. */
interface Position {
  readonly createdAt: Date;
  readonly id: string;
}

/**
 * Returns what to query for one page: one row more than it holds, to find out whether there is
 * another page.
 *
 * @throws {InvalidInput} if `first` is outside 0–100 or the cursor is not ours
 */
export function newestAsked(
  first: number,
  after: string | null | undefined,
): { limit: number; position: Position | null } {
  return { limit: mostAsked(first) + 1, position: after ? positionOf(after) : null };
}

export function pageOfNewest<Row extends Position>(
  found: readonly Row[],
  first: number,
  after: string | null | undefined,
): Connection<Row> {
  return pageOfFound(found, first, after, (node) => ({ cursor: cursorOf(node), node }));
}

export function cursorOf({ createdAt, id }: Position): string {
  return Buffer.from(`${createdAt.getTime()}.${id}`).toString("base64url");
}

/** @throws {InvalidInput} if the cursor is not ours */
export function positionOf(cursor: string): Position {
  const [, time = "", id = ""] =
    /^(\d{1,15})\.(.+)$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (!isUuid(id)) throw new InvalidInput(NOT_OF_LIST);
  return { createdAt: new Date(Number(time)), id };
}
