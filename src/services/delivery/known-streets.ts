import { type EntityManager } from "typeorm";

import { Batcher } from "../../domain/concurrency/batcher";
import { StreetUse } from "../../domain/delivery/street-use";
import { cityKey, streetKey, streetWords } from "../../domain/delivery/street-words";
import { inputError } from "../../domain/errors/input-errors";
import { type UserError } from "../../domain/errors/user-error";
import { UserErrorCode } from "../../domain/errors/user-error-code";
import { type Address } from "../../domain/ticket/order-ticket";
import { type BranchSettings } from "../../entities/branches/branch-settings";
import { prepared } from "../../ports/prepared";

interface Asked {
  readonly organizationId: string;
  /** How the guest, or the site, named it. */
  readonly id: string | null;
  readonly key: string;
}

interface Found {
  readonly id: string;
  readonly name: string;
  readonly city: string;
}

type Row = { readonly place: number } & (Found | Record<keyof Found, null>);

/** Maximum number of streets with the same name in all of its cities. */
const MOST_OF_A_NAME = 50;

/**
 * Without a list there is nothing to check against: a row with `place` alone shows that one exists.
 * An id takes precedence over a name.
 */
const FIND = prepared(`
  select asked.place, found.id_in_pos as id, found.name, found.city
  from jsonb_to_recordset($1) as asked (place integer, "organizationId" text, id text, key text)
  join street_lists list on list.organization_id_in_pos = asked."organizationId" and list.streets > 0
  left join lateral (
    select street.id_in_pos, street.name, street.city from streets street
    where street.organization_id_in_pos = asked."organizationId"
      and case when asked.id is null then street.key = asked.key else street.id_in_pos = asked.id end
    limit ${MOST_OF_A_NAME}
  ) found on true`);

/** The address of an order, with the street it refers to. */
export interface CheckedStreet {
  readonly address: Address | null;
  readonly userErrors: readonly UserError[];
}

type Standing = Pick<BranchSettings, "deliveryStreets" | "organizationId">;

/** Looks up the POS streets that orders may name, batching orders that ask simultaneously. */
export class KnownStreets {
  private readonly together = new Batcher((asked: readonly Asked[]) => this.find(asked));

  constructor(private readonly manager: EntityManager) {}

  /**
   * For a branch that delivers only to its POS's streets: determines which of them is meant. A
   * street given by name gets its id. For other branches nothing is looked up.
   */
  async check(address: Address | null, settings: Standing | null): Promise<CheckedStreet> {
    const organizationId = settings?.organizationId ?? null;
    const isRequired = settings?.deliveryStreets === StreetUse.REQUIRED;
    if (address === null || !isRequired || organizationId === null)
      return { address, userErrors: [] };
    const id = address.posStreetId?.toLowerCase() ?? null;
    const rows = await this.together.ask({ organizationId, id, key: streetKey(address.street) });
    if (rows === null) return { address, userErrors: [] };
    const meant = id === null ? meantBy(address, rows) : rows;
    const [street, ...others] = meant;
    if (!street || others.length > 0) return { address, userErrors: [streetUnknown()] };
    return { address: Object.assign({}, address, { posStreetId: street.id }), userErrors: [] };
  }

  /** null if no list is known for the organization. */
  private async find(asked: readonly Asked[]): Promise<(readonly Found[] | null)[]> {
    const rows = await this.manager.query<Row[]>(FIND, [
      JSON.stringify(asked.map((each, place) => Object.assign({ place }, each))),
    ]);
    const known = asked.map((): Found[] | null => null);
    for (const row of rows) {
      const found = (known[row.place] ??= []);
      if (row.id !== null) found.push(row);
    }
    return known;
  }
}

/** Narrows the rows down by the city and the kind of street, as far as the address names them. */
function meantBy({ city, street }: Address, rows: readonly Found[]): readonly Found[] {
  const inCity = city?.trim() ? rows.filter((row) => cityKey(row.city) === cityKey(city)) : rows;
  const { kind } = streetWords(street);
  const ofKind = inCity.filter(({ name }) => kind !== null && streetWords(name).kind === kind);
  return ofKind.length > 0 ? ofKind : inCity;
}

function streetUnknown(): UserError {
  const ru = "Такой улицы нет в списке ресторана: выберите её из предложенных";
  const en = "The restaurant's list does not have this street: choose one that it offers";
  return inputError(UserErrorCode.STREET_UNKNOWN, "address.street", ru, en);
}
