import { type DataSource } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { prepared } from "../../ports/prepared";
import { type Secrets } from "../../ports/secrets";

/**
 * Separates web-hook tokens from other fingerprints. The first token of an organization is the MAC
 * of its id. The word must not change: POSes hold tokens that were made with it.
 */
export const WEBHOOK_TOKEN_PURPOSE = "iiko-webhook";
/**
 * How long the previous token is accepted after the POS has received a new one: events on their way
 * still carry it.
 */
const GRACE = "10 minutes";
/** The number of the renewal, if there was one, and the fingerprint. */
const TOKEN = /^(?:([1-9]\d{0,8})\.)?([\w-]{43})$/;

/** A renewal that was never sent to the POS is resumed: the POS still has the previous token. */
const BEGIN = `
insert into webhook_tokens as known (organization_id_in_pos, generation) values ($1, 1)
on conflict (organization_id_in_pos) do update set
  generation = known.generation + (case when known.pos_was_told then 1 else 0 end), pos_was_told = false, former_until = null
returning generation`;

const END = `
update webhook_tokens set pos_was_told = true, former_until = now() + interval '${GRACE}'
where organization_id_in_pos = $1 and not pos_was_told`;

const ACCEPTED = prepared(`
select organization_id_in_pos as "organizationId", generation, pos_was_told as "posWasTold",
  former_until > now() as "inGrace"
from webhook_tokens where organization_id_in_pos = any ($1)`);

interface Renewal {
  readonly organizationId: string;
  readonly generation: number;
  readonly posWasTold: boolean;
  readonly inGrace: boolean | null;
}

/**
 * The tokens with which a POS proves that a web hook comes from it: one per organization, each
 * renewed separately.
 */
export class WebhookTokens {
  /** Web hooks that arrive simultaneously are checked by one statement; nothing is cached. */
  private readonly together = new Batcher((organizationIds: readonly string[]) =>
    this.renewals(organizationIds),
  );

  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
  ) {}

  /** Returns the token to register. */
  async of(organizationId: string): Promise<string> {
    return this.token(organizationId, (await this.renewal(organizationId))?.generation ?? 0);
  }

  /**
   * Returns a new token, valid from now on. The previous one is accepted, too, until some minutes
   * after the POS has received the new one.
   */
  async renew(organizationId: string): Promise<string> {
    const [row] = await this.db.query<Pick<Renewal, "generation">[]>(BEGIN, [organizationId]);
    return this.token(organizationId, row?.generation ?? 0);
  }

  /** Records that the POS has the current token. Safe to repeat. */
  async posWasTold(organizationId: string): Promise<void> {
    await this.db.query(END, [organizationId]);
  }

  /** A forged token costs no query. */
  async accepts(organizationId: string, token: string): Promise<boolean> {
    const [, number, mac] = TOKEN.exec(token) ?? [];
    const generation = Number(number ?? 0);
    if (
      mac === undefined ||
      !this.secrets.verifyMac(WEBHOOK_TOKEN_PURPOSE, subjectOf(organizationId, generation), mac)
    )
      return false;
    const renewal = await this.renewal(organizationId);
    if (!renewal) return generation === 0;
    const isFormer =
      generation === renewal.generation - 1 && (!renewal.posWasTold || renewal.inGrace === true);
    return generation === renewal.generation || isFormer;
  }

  private token(organizationId: string, generation: number): string {
    const mac = this.secrets.mac(WEBHOOK_TOKEN_PURPOSE, subjectOf(organizationId, generation));
    return generation === 0 ? mac : `${generation}.${mac}`;
  }

  private renewal(organizationId: string): Promise<Renewal | undefined> {
    return this.together.ask(organizationId);
  }

  private async renewals(
    organizationIds: readonly string[],
  ): Promise<readonly (Renewal | undefined)[]> {
    const rows = await this.db.query<Renewal[]>(ACCEPTED, [[...new Set(organizationIds)]]);
    const known = new Map(rows.map((row) => [row.organizationId, row]));
    return organizationIds.map((id) => known.get(id));
  }
}

function subjectOf(organizationId: string, generation: number): string {
  return generation === 0 ? organizationId : `${organizationId} ${generation}`;
}
