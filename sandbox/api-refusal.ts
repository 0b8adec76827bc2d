/** An answer of iiko other than HTTP 200; the API door adds the correlation id and sends it. */
export class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    /** iiko's `error`: a code, or null where iiko gives a text only. */
    readonly code: string | null,
    message: string,
    /** Fields beyond the usual envelope; the loyalty operations have their own. */
    readonly extra: Record<string, unknown> = {},
  ) {
    super(message);
  }
}
