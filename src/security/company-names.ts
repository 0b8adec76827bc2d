import { type DataSource } from "typeorm";

import { type CompanyOfViewer } from "../domain/access/viewer";
import { BAD_COMPANY_KEY } from "../domain/errors/thrown-texts";
import { Unauthenticated } from "../errors";
import { type Clock } from "../ports/clock";
import { type CompanyReaches } from "./company-reaches";

/** What a storefront says about the company it belongs to. */
export interface NamedBy {
  /** The X-Company-Key header: Company.publicKey. */
  readonly companyKey?: string | undefined;
  /** Origin of the page, as browsers write it. */
  readonly origin?: string | undefined;
}

/** A site that another process adds is known after this time. */
const ORIGINS_MS = 5_000;
const ORIGINS = "select origin, id from companies cross join unnest(origins) as site (origin)";
const PUBLIC_KEY = /^rrp_[A-Za-z0-9_-]{32,64}$/;

/** Determines which company a caller without credentials means, by its public key or its site. */
export class CompanyNames {
  private readonly byKey = new Map<string, string>();
  private byOrigin: ReadonlyMap<string, string> = new Map();
  private readAt = 0;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly db: Pick<DataSource, "query">,
    private readonly clock: Clock,
    private readonly reaches: CompanyReaches,
    /** Normalises an origin for comparison. */
    private readonly originOf: (text: string) => string | undefined,
  ) {}

  /**
   * undefined: the caller names none.
   *
   * @throws {Unauthenticated} if there is no company with this key
   */
  async named({ companyKey, origin }: NamedBy): Promise<CompanyOfViewer | undefined> {
    if (companyKey !== undefined) return this.ofKey(companyKey);
    if (origin === undefined) return undefined;
    if (this.isOld()) await this.read();
    const companyId = this.companyIdOf(origin);
    return companyId === undefined ? undefined : this.reaches.recent(companyId);
  }

  /** Answers from what is known at this moment; re-reads the sites in the background. */
  companyIdOf(origin: string): string | undefined {
    if (this.isOld()) void this.read().catch(() => undefined);
    return this.byOrigin.get(this.originOf(origin) ?? "");
  }

  /** Reads which sites belong to which company. */
  read(): Promise<void> {
    this.reading ??= this.readOrigins().finally(() => (this.reading = undefined));
    return this.reading;
  }

  private isOld(): boolean {
    return Math.abs(this.clock.now().getTime() - this.readAt) > ORIGINS_MS;
  }

  private async readOrigins(): Promise<void> {
    const at = this.clock.now().getTime();
    const rows = await this.db.query<{ origin: string; id: string }[]>(ORIGINS);
    this.byOrigin = new Map(rows.map(({ origin, id }) => [origin, id]));
    this.readAt = at;
  }

  private async ofKey(key: string): Promise<CompanyOfViewer> {
    const companyId = this.byKey.get(key) ?? (await this.find(key));
    const company = companyId === undefined ? undefined : await this.reaches.recent(companyId);
    if (company === undefined) throw new Unauthenticated(BAD_COMPANY_KEY);
    return company;
  }

  private async find(key: string): Promise<string | undefined> {
    if (!PUBLIC_KEY.test(key)) return undefined;
    const sql = "select id from companies where public_key = $1";
    const [found] = await this.db.query<{ id: string }[]>(sql, [key]);
    // A public key never changes.
    if (found) this.byKey.set(key, found.id);
    return found?.id;
  }
}
