import { type StoredSource } from "../domain/orders/event-source";
import { type Locale, type Text } from "../domain/texts/locale";

/** Base class of every error raised on purpose. `code` is public API: clients switch on it. */
export abstract class AppError extends Error {
  abstract readonly code: string;
  /**
   * Whether the same call may succeed later, unchanged. Used only by the job worker and by clients.
   */
  readonly retryable: boolean = false;
  /** The side that it comes from if not the gateway, in the word that clients know. */
  readonly source?: StoredSource;
  /** The text shown to callers; null: it was not written for them, so the code must suffice. */
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
