import { type DataSource } from "typeorm";

import { credentialOwner } from "../../entities/branches/branch-settings";
import { type Secrets } from "../../ports/secrets";

const TABLES = ["branch_settings", "former_connections"] as const;

interface SealedRow {
  readonly branchId: string;
  readonly sealed: string;
}

/**
 * Reseals credentials that an earlier version did not bind to their branch, or that are under an
 * earlier encryption key. Safe to repeat and to run in many processes: each row changes only while
 * it is still what was read. What cannot be opened stays as it is, and is reported where it is
 * used.
 */
export class ResealCredentials {
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
  ) {}

  /**
   * Reseals those under an earlier key, which its operator is going to remove; this has to finish
   * before work begins.
   *
   * @returns how many rows were resealed
   */
  fromEarlierKeys(): Promise<number> {
    return this.reseal((sealed) => !this.secrets.isUnderCurrentKey(sealed));
  }

  /**
   * Also reseals those that are bound to nothing. Not at start-up: a process of the previous
   * version, which this one is about to replace, could no longer open them.
   *
   * @returns how many rows were resealed
   */
  all(): Promise<number> {
    return this.reseal((sealed) => !this.secrets.isCurrent(sealed));
  }

  /**
   * Whether the available keys open none of the stored credentials: the folder or the setting that
   * held the right one is lost, and no order could be sent.
   */
  async opensNothing(): Promise<boolean> {
    const rows = (await Promise.all(TABLES.map((table) => this.rowsOf(table)))).flat();
    return rows.length > 0 && !rows.some((row) => this.opened(row) !== undefined);
  }

  private async reseal(isOld: (sealed: string) => boolean): Promise<number> {
    let count = 0;
    for (const table of TABLES) {
      const rows = await this.rowsOf(table);
      for (const row of rows.filter(({ sealed }) => isOld(sealed))) {
        count += await this.resealRow(table, row);
      }
    }
    return count;
  }

  private rowsOf(table: (typeof TABLES)[number]): Promise<SealedRow[]> {
    return this.db.query<SealedRow[]>(
      `select branch_id as "branchId", credential_sealed as sealed from ${table} where credential_sealed is not null`,
    );
  }

  private async resealRow(table: (typeof TABLES)[number], row: SealedRow): Promise<number> {
    const opened = this.opened(row);
    if (opened === undefined) return 0;
    const { branchId, sealed } = row;
    const [, changed] = await this.db.query<[unknown, number]>(
      `update ${table} set credential_sealed = $1 where branch_id = $2 and credential_sealed = $3`,
      [this.secrets.seal(opened, credentialOwner(branchId)), branchId, sealed],
    );
    return changed;
  }

  private opened({ branchId, sealed }: SealedRow): string | undefined {
    try {
      return this.secrets.open(sealed, credentialOwner(branchId));
    } catch {
      return undefined;
    }
  }
}
