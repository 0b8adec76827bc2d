import { type Picture } from "../domain/catalogue/picture";

/** Provides pictures of dishes. */
export interface PictureSource {
  /**
   * Reads a picture from an address given in a menu. Safe to repeat. Never throws: returns null for
   * anything that cannot be read in time, is too large or is not a picture.
   */
  read(url: string): Promise<Picture | null>;
}
