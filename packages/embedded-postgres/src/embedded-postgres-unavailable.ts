/**
 * The embedded PostgreSQL cannot run here. The message gives the cause and what an operator can do
 * about it.
 */
export class EmbeddedPostgresUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(`${message} Or set DATABASE_URL to use a PostgreSQL server of your own.`, options);
    this.name = "EmbeddedPostgresUnavailable";
  }
}
