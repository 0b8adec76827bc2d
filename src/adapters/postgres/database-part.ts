import { type DataSource } from "typeorm";

import { Moment } from "../../domain/time/moment";
import { type ReadinessPart } from "../../ports/readiness-part";

/** On a standby, and on a former primary after a switchover, every transaction is read-only. */
const ASK = `select current_setting('transaction_read_only') = 'on' as "readOnly"`;

/** Checks whether the database accepts orders, over the same connections that orders use. */
export class DatabasePart implements ReadinessPart {
  readonly name = "database";
  private worked = Moment.now();

  constructor(private readonly db: DataSource) {}

  get workedMsAgo(): number {
    return this.worked.ageMs();
  }

  async whyNot(): Promise<string | null> {
    const [answer] = await this.db.query<{ readOnly: boolean }[]>(ASK);
    if (answer?.readOnly !== false) return "is read-only";
    this.worked = Moment.now();
    return null;
  }
}
