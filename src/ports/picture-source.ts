import { type Picture } from "../domain/catalogue/picture";

/** Where pictures of dishes are. */
export interface PictureSource {
  /**
   * Reads a picture from an address that stands in a menu. Safe to repeat. Never throws: what
   * cannot be read in time, is too large or is no picture is null.
   */
  read(url: string): Promise<Picture | null>;
}
