import { InvalidInput } from "../../errors";
import { type Clock } from "../../ports/clock";
import { type PosLoyaltyTransaction } from "../../ports/pos";
import { type LoyaltyStatement } from "./read-loyalty";

const MAX_FIRST = 100;
/** Of the POS, whatever the caller's page is. */
const PAGE = 100;
const PERIOD_MS = 365 * 24 * 3_600_000;
const CURSOR = /^(\d{1,13})\.(\d{1,6})$/;

export interface PointsPage {
  readonly transactions: readonly PosLoyaltyTransaction[];
  /** The place after each transaction, to go on from. */
  readonly cursors: readonly string[];
  readonly isFirst: boolean;
  readonly hasNext: boolean;
}

/** How a guest's points came and went. */
export class ListPoints {
  constructor(private readonly clock: Clock) {}

  /**
   * The POS pages by number; a cursor keeps the period's end, so that what happens meanwhile shifts no page.
   *
   * @throws {InvalidInput} `first` out of range, or a cursor that is none of ours
   */
  async execute(statement: LoyaltyStatement, first: number, after: string | null): Promise<PointsPage> {
    if (first < 0 || first > MAX_FIRST) throw new InvalidInput(`first must be between 0 and ${MAX_FIRST}`);
    const { endMs, skip } = after === null ? { endMs: this.clock.now().getTime() + 1, skip: 0 } : placeOf(after);
    const rows = await read(statement, endMs, skip, first + 1);
    const transactions = rows.slice(0, first);
    const cursors = transactions.map((_, index) => `${endMs}.${skip + index + 1}`);
    return { transactions, cursors, isFirst: skip === 0, hasNext: rows.length > first };
  }
}

/** @param wanted at most one more than a page of the POS: two of its pages hold them wherever they begin */
async function read({ customerId, connection }: LoyaltyStatement, endMs: number, skip: number, wanted: number) {
  if (customerId === null) return [];
  const { pos, branch } = connection;
  const period = { customerId, from: new Date(endMs - PERIOD_MS), to: new Date(endMs), size: PAGE };
  const ask = (page: number) => pos.loyaltyTransactions(branch.credential, branch.organizationId, { ...period, page });
  const page = Math.floor(skip / PAGE);
  const rows = await ask(page);
  const offset = skip % PAGE;
  if (rows.length === PAGE && offset + wanted > PAGE) rows.push(...(await ask(page + 1)));
  return rows.slice(offset, offset + wanted);
}

function placeOf(cursor: string) {
  const [, endMs, skip] = CURSOR.exec(cursor) ?? [];
  if (!endMs || !skip) throw new InvalidInput("The cursor is none of this list");
  return { endMs: Number(endMs), skip: Number(skip) };
}
