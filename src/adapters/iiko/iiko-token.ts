import { PosRejected } from "../../errors";
import { type PosCredential } from "../../ports/pos";

/** A token is not used in the last seconds of its life: the request might arrive after its end. */
const SPARE_MS = 90_000;
/** iiko's lifetime of a token. */
const USUAL_LIFETIME_MS = 3_600_000;
/** Repeating faulty calls may block a key for good (iiko's help centre). */
const REST_MS = 60_000;

interface Session {
  readonly token: string;
  readonly expiresAt: number;
}

/** One iiko token per credential, shared by all calls of this process. Never shared between credentials. */
export class IikoTokens {
  private readonly sessions = new Map<string, Session>();
  private readonly logins = new Map<string, Promise<string>>();
  private readonly resting = new Map<string, { readonly until: number; readonly error: PosRejected }>();

  constructor(
    private readonly logIn: (credential: PosCredential) => Promise<string>,
    private readonly clock: () => Date,
  ) {}

  /**
   * Calls that meet without a token wait for one login together.
   *
   * @throws {PosRejected} iiko refuses the key; the same error for a minute, without asking again
   */
  async get(credential: PosCredential): Promise<string> {
    const key = keyOf(credential);
    this.refuseWhileResting(key);
    const session = this.sessions.get(key);
    if (session && session.expiresAt - SPARE_MS > this.now()) return session.token;
    const login = this.logins.get(key) ?? this.begin(key, credential);
    return login;
  }

  /** Drops `token`, unless a newer one has taken its place. */
  forget(credential: PosCredential, token: string): void {
    const key = keyOf(credential);
    if (this.sessions.get(key)?.token === token) this.sessions.delete(key);
  }

  /** Leaves the key alone for a minute: only a person can mend it. */
  rest(credential: PosCredential, error: PosRejected): void {
    const key = keyOf(credential);
    this.sessions.delete(key);
    this.resting.set(key, { until: this.now() + REST_MS, error });
  }

  private begin(key: string, credential: PosCredential): Promise<string> {
    const login = this.newSession(key, credential).finally(() => this.logins.delete(key));
    this.logins.set(key, login);
    return login;
  }

  private async newSession(key: string, credential: PosCredential): Promise<string> {
    try {
      const token = await this.logIn(credential);
      this.sessions.set(key, { token, expiresAt: readExpiry(token) ?? this.now() + USUAL_LIFETIME_MS });
      return token;
    } catch (error) {
      if (error instanceof PosRejected) this.rest(credential, error);
      throw error;
    }
  }

  private refuseWhileResting(key: string): void {
    const rest = this.resting.get(key);
    if (!rest) return;
    if (rest.until > this.now()) throw rest.error;
    this.resting.delete(key);
  }

  private now(): number {
    return this.clock().getTime();
  }
}

function keyOf(credential: PosCredential): string {
  return credential.kind === "API_LOGIN_V1"
    ? JSON.stringify([credential.kind, credential.apiLogin])
    : JSON.stringify([credential.kind, credential.apiKey, credential.appId, credential.clientSecret]);
}

/** Milliseconds since 1970, undefined for a token that is not a readable JWT. */
function readExpiry(token: string): number | undefined {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
    const expiry = typeof claims === "object" && claims !== null && "exp" in claims ? claims.exp : undefined;
    return typeof expiry === "number" ? expiry * 1000 : undefined;
  } catch {
    return undefined;
  }
}
