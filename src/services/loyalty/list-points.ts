import { NOT_OF_POINTS, notBetween } from "../../domain/errors/thrown-texts";
import { InvalidInput } from "../../errors";
import { type Clock } from "../../ports/clock";
import { able } from "../../ports/pos/pos";
import { type PosLoyaltyTransaction } from "../../ports/pos/pos-loyalty";
import { type GuestQuestions } from "./guest-questions";
import { type LoyaltyStatement } from "./read-loyalty";

const MAX_FIRST = 100;
/** Page size of the POS, whatever the caller's page size is. */
const PAGE = 100;
const PERIOD_MS = 365 * 24 * 3_600_000;
const CURSOR = /^(\d{1,13})\.(\d{1,6})$/;

export interface PointsPage {
  readonly transactions: readonly PosLoyaltyTransaction[];
  /** One per transaction, for requesting what follows it. */
  readonly cursors: readonly string[];
  readonly isFirst: boolean;
  readonly hasNext: boolean;
}

/** A page of a period, as the POS divides it. */
interface PosPage {
  readonly customerId: string;
  readonly from: Date;
  readonly to: Date;
  readonly size: number;
  /** Counted from 0. */
  readonly page: number;
}

export type AskForPoints = (
  statement: LoyaltyStatement,
  asked: PosPage,
) => Promise<PosLoyaltyTransaction[]>;

/** Lists how a guest's points were earned and spent. */
export class ListPoints {
  constructor(
    private readonly clock: Clock,
    private readonly questions: GuestQuestions,
  ) {}

  /** @throws {RateLimited} the POS was asked about the guest too often */
  readonly askPos: AskForPoints = async ({ connection: { pos, branch }, phone }, asked) => {
    this.questions.take("LOOK", phone);
    return able(pos, "loyalty").loyaltyTransactions(
      branch.credential,
      branch.organizationId,
      asked,
    );
  };

  /**
   * The POS numbers its pages; a cursor includes the end of the period, so that new transactions do
   * not shift any page.
   *
   * @param options callers that request several pages simultaneously can spare the POS identical
   *   questions
   * @throws {InvalidInput} `first` is out of range, or the cursor is not one of ours
   * @throws {RateLimited} the POS was asked too often
   */
  async execute(
    statement: LoyaltyStatement,
    first: number,
    after: string | null,
    {
      ask = this.askPos,
      now = this.clock.now(),
    }: { readonly ask?: AskForPoints; readonly now?: Date } = {},
  ): Promise<PointsPage> {
    if (first < 0 || first > MAX_FIRST) throw new InvalidInput(notBetween("first", 0, MAX_FIRST));
    const { endMs, skip } =
      after === null ? { endMs: now.getTime() + 1, skip: 0 } : positionOf(after);
    const rows = await read((page) => pageOf(ask, statement, endMs, page), skip, first + 1);
    const transactions = rows.slice(0, first);
    const cursors = transactions.map((_, index) => `${endMs}.${skip + index + 1}`);
    return { transactions, cursors, isFirst: skip === 0, hasNext: rows.length > first };
  }
}

async function pageOf(ask: AskForPoints, statement: LoyaltyStatement, endMs: number, page: number) {
  const { customerId } = statement;
  if (customerId === null) return [];
  return ask(statement, {
    customerId,
    from: new Date(endMs - PERIOD_MS),
    to: new Date(endMs),
    size: PAGE,
    page,
  });
}

/**
 * @param wanted at most one more than a POS page holds: two POS pages contain them wherever they
 *   begin
 */
async function read(
  ask: (page: number) => Promise<readonly PosLoyaltyTransaction[]>,
  skip: number,
  wanted: number,
) {
  const page = Math.floor(skip / PAGE);
  const rows = await ask(page);
  const offset = skip % PAGE;
  const goesOn = rows.length === PAGE && offset + wanted > PAGE;
  return [...rows, ...(goesOn ? await ask(page + 1) : [])].slice(offset, offset + wanted);
}

function positionOf(cursor: string) {
  const [, endMs, skip] = CURSOR.exec(cursor) ?? [];
  if (!endMs || !skip) throw new InvalidInput(NOT_OF_POINTS);
  return { endMs: Number(endMs), skip: Number(skip) };
}
