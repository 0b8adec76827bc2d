/** A response of iiko other than HTTP 200; the API layer adds the correlation id and sends it. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    /** iiko's `error`: a code, or null where iiko gives only a text. */
    readonly code: string | null,
    message: string,
    /** Fields beyond the usual envelope; the loyalty operations have additional ones. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
