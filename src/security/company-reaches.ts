import { type DataSource } from "typeorm";

import { type CompanyOfViewer } from "../domain/access/viewer";
import { isUuid } from "../domain/ids";
import { type Clock } from "../ports/clock";

/** What a company's row says about its branches. */
export interface CompanyState {
  readonly companyId: string;
  /** Increases with each branch that is added or removed. */
  readonly version: number;
  readonly hasOthers: boolean;
}

/** Columns for a statement that has `companies c`. */
export const COMPANY_STATE = `c.id as "companyId", c.branches_version as version,
  exists (select from companies other where other.id <> c.id) as "hasOthers"`;

const STATE = `select ${COMPANY_STATE} from companies c where c.id = $1`;
const BRANCHES = "select id from branches where company_id = $1 order by created_at, id";

/** For this long, a guest's request reuses what an earlier one found out. */
const RECENT_MS = 1_000;

interface Kept extends CompanyState {
  readonly company: CompanyOfViewer;
  readonly at: number;
}

/**
 * The branches of a company, to which each of its callers is restricted. The list is re-read when
 * the company's version shows that it has changed, and shared by all who call meanwhile.
 */
export class CompanyReaches {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly db: Pick<DataSource, "query">,
    private readonly clock: Clock,
  ) {}

  /** At most a second old, so a branch opened in another process appears just as soon. */
  async recent(companyId: string): Promise<CompanyOfViewer | undefined> {
    const kept = this.kept.get(companyId.toLowerCase());
    const age = this.clock.now().getTime() - (kept?.at ?? 0);
    if (kept && age >= 0 && age < RECENT_MS) return kept.company;
    if (!isUuid(companyId)) return undefined;
    const [state] = await this.db.query<CompanyState[]>(STATE, [companyId]);
    return state && this.of(state);
  }

  /** @param state read for this request */
  async of(state: CompanyState): Promise<CompanyOfViewer> {
    const { companyId, version, hasOthers } = state;
    const kept = this.kept.get(companyId);
    const at = this.clock.now().getTime();
    const isSame = kept?.version === version && kept.hasOthers === hasOthers;
    const company = isSame ? kept.company : await this.read(state);
    this.kept.set(companyId, { companyId, version, hasOthers, company, at });
    return company;
  }

  private async read({ companyId, hasOthers }: CompanyState): Promise<CompanyOfViewer> {
    if (!hasOthers) return { id: companyId, branchIds: null };
    const rows = await this.db.query<{ id: string }[]>(BRANCHES, [companyId]);
    return { id: companyId, branchIds: rows.map(({ id }) => id) };
  }
}
