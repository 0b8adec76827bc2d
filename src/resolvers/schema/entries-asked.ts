import { NOT_OF_LIST } from "../../domain/errors/thrown-texts";
import { isUuid } from "../../domain/ids";
import { InvalidInput } from "../../errors";
import { mostAsked } from "./connection";

/** A part of a list in which the entries' own ids say where to continue. */
interface EntriesAsked {
  readonly first: number;
  /** null: start at the beginning. */
  readonly after: string | null;
}

/** @throws {InvalidInput} if `first` is outside 0–100 or `after` is not an id */
export function entriesAsked(first: number, after: string | null | undefined): EntriesAsked {
  if (after && !isUuid(after)) throw new InvalidInput(NOT_OF_LIST);
  return { first: mostAsked(first), after: after ? after.toLowerCase() : null };
}
