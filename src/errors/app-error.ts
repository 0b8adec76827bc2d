import { type StoredSource } from "../domain/orders/event-source";
import { type Locale, type Text } from "../domain/texts/locale";

/** Base of every error raised on purpose. `code` is public API: clients switch on it. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  /** May the same call succeed later, unchanged? Only the job worker and clients ask. */
  readonly retryable: boolean = false;
  /** Which side it comes from, where that is not the gateway, in the word that clients know. */
  readonly source?: StoredSource;
  /** What callers are told; null: it was not written for them, and the code has to say it. */
  readonly text: Text | null;

  constructor(message: string | Text, options?: { cause?: unknown }) {
    super(typeof message === "string" ? message : message.en, options);
    this.name = new.target.name;
    this.text = typeof message === "string" ? null : message;
  }

  in(locale: Locale): string | null {
    return this.text?.[locale] ?? (locale === "en" ? this.message : null);
  }
}
