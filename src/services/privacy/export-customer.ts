import { type DataSource, type EntityManager } from "typeorm";

import { type Viewer } from "../../domain/access/viewer";
import { type UserError } from "../../domain/errors/user-error";
import { storedPhonesOf } from "../../domain/guests/former-phone";
import { isUuid } from "../../domain/ids";
import { PERSONAL_DATA } from "../../entities/personal-data";
import { Refused } from "../../errors";
import { recordChanges } from "../branches/changes/record-changes";
import { namedCompany } from "../companies/named-company";
import { knownPhone } from "./known-phone";
import { OF_COMPANY } from "./of-company";
import * as userError from "./privacy-errors";

export const MOST_EXPORTED = 50;
/** A page ends after the order that makes it larger than this, in characters of JSON. */
const PAGE_SIZE = 1_000_000;
/** Masked copies of the communication with the POS: they contain nothing of the guest. */
const LEFT_OUT = new Set(["request", "response", "input_hash"]);

export interface CustomerExport {
  /**
   * JSON: { phone, rows: { table: [row] }, orders: [{ table: [row] }] }, with the names used in the
   * database.
   */
  readonly document: string;
  readonly orders: number;
  readonly totalOrders: number;
  /** Where the next page begins; null if this is the last page. */
  readonly endCursor: string | null;
}

export interface WantedExport {
  /** In any usual spelling. */
  readonly phone: string;
  /** Whose guest it is; if omitted, the viewer's company. */
  readonly companyId?: string | null | undefined;
  readonly first: number;
  /** `endCursor` of the previous page; null for the first page. */
  readonly after: string | null;
}

/**
 * Returns everything that is stored about a guest, oldest orders first, in pages of limited size.
 */
export class ExportCustomer {
  constructor(private readonly db: DataSource) {}

  /**
   * Changes nothing except the branches' history, which records who asked, but not about whom. Safe
   * to repeat.
   *
   * @throws {Refused} NOT_FOUND: no such company; PHONE_INVALID, INVALID
   */
  async execute(viewer: Viewer, wanted: WantedExport): Promise<CustomerExport> {
    const { phone, first, after } = wanted;
    const companyId = await namedCompany(this.db.manager, viewer, wanted.companyId, ["companyId"]);
    const known = await knownPhone(this.db.manager, phone, companyId);
    const userErrors = [
      ...(known === undefined ? [userError.notAPhone(phone)] : []),
      ...(first >= 1 && first <= MOST_EXPORTED ? [] : [userError.pageOutOfRange(MOST_EXPORTED)]),
      ...(after === null || isUuid(after) ? [] : [userError.notACursor()]),
    ];
    if (known === undefined || userErrors.length > 0) throw new Refused<UserError>(userErrors);
    const asked = { phone: known, companyId, first, after };
    return this.db.transaction((tx) => exportPage(tx, viewer, asked));
  }
}

interface Asked extends WantedExport {
  readonly companyId: string;
}

interface OrderOfGuest {
  readonly id: string;
  readonly branchId: string;
}

async function exportPage(
  tx: EntityManager,
  viewer: Viewer,
  { phone, companyId, first, after }: Asked,
): Promise<CustomerExport> {
  const all = await tx.query<OrderOfGuest[]>(
    `select id, branch_id as "branchId" from orders
     where customer_phone = any ($1) and ${OF_COMPANY("$2")} order by created_at, id`,
    [storedPhonesOf(phone), companyId],
  );
  const start = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  if (after !== null && start === 0) throw new Refused<UserError>([userError.notACursor()]);
  const orders: string[] = [];
  for (const { id } of all.slice(start, start + first)) {
    orders.push(await orderAsJson(tx, id));
    if (orders.reduce((sum, { length }) => sum + length, 0) > PAGE_SIZE) break;
  }
  const page = all.slice(start, start + orders.length);
  await record(tx, viewer, companyId, page);
  const rows = after === null ? await rowsOfPhone(tx, phone, companyId) : {};
  const document = `{"phone":${JSON.stringify(phone)},"rows":${JSON.stringify(rows)},"orders":[${orders.join(",")}]}`;
  const isLast = start + orders.length >= all.length;
  return {
    document,
    orders: orders.length,
    totalOrders: all.length,
    endCursor: isLast ? null : (page.at(-1)?.id ?? null),
  };
}

/** Returns the order and all rows that belong to it, table by table. */
async function orderAsJson(tx: EntityManager, orderId: string): Promise<string> {
  const parts: Record<string, unknown[]> = {};
  for (const [table, { order }] of Object.entries(PERSONAL_DATA)) {
    if (order !== undefined) parts[table] = await rowsWhere(tx, table, order, [orderId]);
  }
  return JSON.stringify(parts);
}

async function rowsOfPhone(
  tx: EntityManager,
  value: string,
  companyId: string,
): Promise<Record<string, unknown[]>> {
  const rows: Record<string, unknown[]> = {};
  for (const [table, { phone }] of Object.entries(PERSONAL_DATA)) {
    if (phone === undefined) continue;
    rows[table] = await rowsWhere(tx, table, phone, storedPhonesOf(value), companyId);
  }
  return rows;
}

async function rowsWhere(
  tx: EntityManager,
  table: string,
  column: string,
  values: readonly string[],
  companyId?: string,
): Promise<unknown[]> {
  const ofCompany = companyId === undefined ? "" : `and ${OF_COMPANY("$2")}`;
  const rows = await tx.query<{ row: Record<string, unknown> }[]>(
    `select to_jsonb(o) as row from ${table} o where o.${column} = any ($1) ${ofCompany}`,
    companyId === undefined ? [values] : [values, companyId],
  );
  return rows.map(({ row }) =>
    Object.fromEntries(Object.entries(row).filter(([name]) => !LEFT_OUT.has(name))),
  );
}

function record(
  tx: EntityManager,
  viewer: Viewer,
  companyId: string,
  page: readonly OrderOfGuest[],
): Promise<void> {
  const branchIds = [...new Set(page.map(({ branchId }) => branchId))];
  const noted = (branchIds.length > 0 ? branchIds : [null]).map((branchId) => {
    const orders = page.filter((order) => order.branchId === branchId).length;
    return { branchId, companyId, field: "customerExport", before: null, after: `${orders}` };
  });
  return recordChanges(tx, viewer, noted);
}
