import { type Text } from "../../src/domain/texts/locale";

/** Why a file cannot be inspected, in one line. */
export class Unreadable extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}
