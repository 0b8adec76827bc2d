import { type Text } from "../../domain/texts/locale";
import { isStorable } from "../../domain/texts/storable-text";

/**
 * How a POS identifies its things: organizations, orders, products, payment types, guests. Only the
 * vendor looks inside an id; everyone else compares ids as they are.
 */
export interface PosIds {
  /**
   * Returns an id given by a caller in the POS's single spelling; null: the POS has no such ids.
   * Linear in the length of the text.
   */
  read(text: string): string | null;
  /** What an id is, to follow "an id of the POS is": "a UUID". */
  readonly what: Text;
  readonly example: string;
}

/** Returns whether something in the POS may have this id. */
export function isIdOf(ids: PosIds, text: string): boolean {
  return isStorable(text) && ids.read(text) !== null;
}
