import { Brackets, type DataSource, type SelectQueryBuilder } from "typeorm";

import { isUuid } from "../../../domain/ids";
import { type InjectionState } from "../../../domain/orders/injection-state";
import { type OrderStatus } from "../../../domain/orders/order-status";
import { SETTLED_STATES } from "../../../domain/orders/settled-states";
import { storedPhonesOf } from "../../../domain/guests/former-phone";
import { phonesWritten } from "../../../domain/guests/phone";
import { isStorable } from "../../../domain/texts/storable-text";
import { keyOf, proseOf } from "../../../domain/texts/typed-text";
import { reachOf, type Viewer } from "../../../domain/access/viewer";
import { Order } from "../../../entities/orders/order";
import { type AttentionReason } from "../../../domain/orders/order-attention";
import { type Fulfilment } from "../../../domain/ticket/order-ticket";
import { type Clock } from "../../../ports/clock";
import { attentionsAt } from "./attention-sql";

/**
 * DEAD: no message has reached anybody. WITH_PEOPLE: given to people, and nobody has answered for
 * it yet.
 */
export type OrderUrgency = "DEAD" | "WITH_PEOPLE" | "NONE";

const NEEDS_PEOPLE = `o.handedOverAt is not null and o.injectionState not in ${SETTLED_STATES}`;
const URGENCIES: Record<OrderUrgency, string> = {
  DEAD: `${NEEDS_PEOPLE} and o.injectionState = 'DEAD_LETTERED'`,
  WITH_PEOPLE: `${NEEDS_PEOPLE} and o.injectionState <> 'DEAD_LETTERED'`,
  NONE: `not (${NEEDS_PEOPLE})`,
};

/** Left out or null: any. */
export interface OrderFilter {
  readonly branchIds?: readonly string[] | null | undefined;
  readonly statuses?: readonly OrderStatus[] | null | undefined;
  readonly injectionStates?: readonly InjectionState[] | null | undefined;
  readonly fulfilments?: readonly Fulfilment[] | null | undefined;
  /** true: for any of the reasons there are; false: for none. */
  readonly needsPerson?: boolean | null | undefined;
  readonly attention?: readonly AttentionReason[] | null | undefined;
  /**
   * What a person types who looks for an order: its number, a phone or its end, a name's beginning.
   */
  readonly search?: string | null | undefined;
  readonly urgency?: OrderUrgency | null | undefined;
  readonly createdFrom?: Date | null | undefined;
  readonly createdTo?: Date | null | undefined;
  /** A whole phone in any usual spelling, or its last digits. */
  readonly phone?: string | null | undefined;
  readonly number?: string | null | undefined;
  /** How the guest's name begins; upper and lower case are one. */
  readonly name?: string | null | undefined;
}

/** The last order of the page before. */
export interface OrderPlace {
  readonly createdAt: Date;
  readonly id: string;
}

/** The same in a list that is sorted by urgency first. */
export interface UrgentPlace {
  /** In the list of urgencies that is asked for. */
  readonly rank: number;
  readonly place: OrderPlace;
}

/** Orders of the branches an operator works for, or a guest's own, newest first. */
export class FindOrders {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async execute(
    viewer: Viewer,
    filter: OrderFilter,
    limit: number,
    after: OrderPlace | null,
  ): Promise<Order[]> {
    const query = this.fitting(viewer, filter)
      ?.orderBy("o.createdAt", "DESC")
      .addOrderBy("o.id", "DESC");
    if (after) query?.andWhere("(o.createdAt, o.id) < (:createdAt, :id)", after);
    return (await query?.limit(limit).getMany()) ?? [];
  }

  /**
   * The most urgent first, however many newer ones there are, and of each urgency the newest. By an
   * index each.
   */
  async byUrgency(
    viewer: Viewer,
    filter: OrderFilter,
    urgencies: readonly OrderUrgency[],
    limit: number,
    after: UrgentPlace | null,
  ): Promise<{ readonly rank: number; readonly order: Order }[]> {
    const found: { rank: number; order: Order }[] = [];
    for (let rank = after?.rank ?? 0; rank < urgencies.length && found.length < limit; rank++) {
      const place = rank === after?.rank ? after.place : null;
      const asked = { ...filter, urgency: urgencies[rank] };
      const orders = await this.execute(viewer, asked, limit - found.length, place);
      found.push(...orders.map((order) => ({ rank, order })));
    }
    return found;
  }

  /** How many there are on all pages together. */
  async count(
    viewer: Viewer,
    filter: OrderFilter,
    urgencies: readonly OrderUrgency[] = [],
  ): Promise<number> {
    const all =
      urgencies.length === 0 ? [filter] : urgencies.map((urgency) => ({ ...filter, urgency }));
    const counts = await Promise.all(
      all.map(async (each) => (await this.fitting(viewer, each)?.getCount()) ?? 0),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  }

  /** undefined: there are none. */
  private fitting(viewer: Viewer, filter: OrderFilter): OrderQuery | undefined {
    if (viewer.kind === "anonymous" || cannotMatch(filter)) return undefined;
    const query = this.db.createQueryBuilder(Order, "o");
    if (viewer.kind === "customer")
      query.andWhere("o.customerPhone = any(:own)", { own: storedPhonesOf(viewer.phone) });
    within(query, "branchId", "reach", reachOf(viewer));
    within(query, "branchId", "branches", filter.branchIds?.filter(isUuid));
    within(query, "status", "statuses", filter.statuses);
    within(query, "injectionState", "states", filter.injectionStates);
    within(query, "fulfilment", "fulfilments", filter.fulfilments);
    this.needingPeople(query, filter);
    if (filter.urgency) query.andWhere(URGENCIES[filter.urgency]);
    between(query, filter);
    ofGuest(query, filter);
    if (filter.search) found(query, filter.search);
    return query;
  }

  private needingPeople(query: OrderQuery, { needsPerson, attention }: OrderFilter): void {
    if (typeof needsPerson !== "boolean" && !attention) return;
    query.setParameters({ now: this.clock.now(), reasons: attention ?? [] });
    const those = `select order_id from (${attentionsAt(":now::timestamptz")}) waiting`;
    if (typeof needsPerson === "boolean")
      query.andWhere(`o.id ${needsPerson ? "" : "not "}in (${those})`);
    if (attention) query.andWhere(`o.id in (${those} where reason = any(:reasons))`);
  }
}

const FEWEST_DIGITS = 4;

/** Texts that no order has, and the database cannot even be asked for. */
function cannotMatch({ phone, number, name, search }: OrderFilter): boolean {
  const texts = [phone, number, name, search].filter((text) => text !== null && text !== undefined);
  const digits = phone ? digitsOf(phone).length : FEWEST_DIGITS;
  return digits < FEWEST_DIGITS || !texts.every(isStorable);
}

type OrderQuery = SelectQueryBuilder<Order>;

function within(
  query: OrderQuery,
  column: keyof Order,
  name: string,
  wanted: readonly string[] | null | undefined,
) {
  if (wanted) query.andWhere(`o.${column} = any(:${name})`, { [name]: wanted });
}

function between(query: OrderQuery, { createdFrom, createdTo }: OrderFilter): void {
  if (createdFrom) query.andWhere("o.createdAt >= :createdFrom", { createdFrom });
  if (createdTo) query.andWhere("o.createdAt < :createdTo", { createdTo });
}

function ofGuest(query: OrderQuery, { phone, number, name }: OrderFilter): void {
  if (number) query.andWhere("o.number = :number", { number: keyOf(number) });
  if (name)
    query.andWhere("lower(o.customerName) like lower(:name)", {
      name: `${literal(proseOf(name))}%`,
    });
  if (!phone) return;
  const whole = phonesWritten(phone).flatMap(storedPhonesOf);
  const lastDigits = digitsOf(phone);
  const isWhole = "o.customerPhone = any(:whole)";
  const endsSo = "reverse(o.customerPhone) like reverse(:lastDigits) || '%'";
  if (whole.length === 0) query.andWhere(endsSo, { lastDigits });
  // In some countries so few digits are a number, and in others its end.
  else if (lastDigits.length < 10)
    query.andWhere(`(${isWhole} or ${endsSo})`, { whole, lastDigits });
  else query.andWhere(isWhole, { whole });
}

/** Each part by an index of its own: number, phone, name. */
function found(query: OrderQuery, search: string): void {
  const digits = digitsOf(search);
  query.andWhere(
    new Brackets((any) => {
      any.where("o.number = :searched", { searched: keyOf(search) });
      const start = `${literal(proseOf(search))}%`;
      any.orWhere("lower(o.customerName) like lower(:start)", { start });
      const whole = phonesWritten(search).flatMap(storedPhonesOf);
      if (whole.length > 0)
        any.orWhere("o.customerPhone = any(:searchedPhones)", { searchedPhones: whole });
      if (digits.length >= FEWEST_DIGITS && digits.length < 10)
        any.orWhere("reverse(o.customerPhone) like reverse(:ending) || '%'", { ending: digits });
    }),
  );
}

function digitsOf(phone: string): string {
  return keyOf(phone).replace(/\D/g, "");
}

/** A text that stands for itself in `like`. */
function literal(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
