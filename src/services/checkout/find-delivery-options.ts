import { type DataSource } from "typeorm";

import { seesBranch, type Viewer } from "../../domain/access/viewer";
import { deliveryFeeOf, termsOfZone } from "../../domain/delivery/delivery-fee";
import { judgePlace, type PlaceVerdict } from "../../domain/delivery/judge-place";
import { type WantedPlace } from "../../domain/delivery/pos-address";
import { UnlocatedAddresses } from "../../domain/delivery/unlocated-addresses";
import { type UserError } from "../../domain/errors/user-error";
import { isUuid } from "../../domain/ids";
import { currencyStep, toStep } from "../../domain/money/currency";
import { type Kopecks } from "../../domain/money/money";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { Branch } from "../../entities/branches/branch";
import { BranchSettings, PosKind } from "../../entities/branches/branch-settings";
import { type AddressQuestions } from "../../ports/address-questions";
import { type Clock } from "../../ports/clock";
import { type FindPlace } from "../delivery/find-place";
import { type KeptZones } from "../delivery/kept-zones";
import { placeError } from "../delivery/place-errors";
import { RowReader } from "../orders/rows/order-rows";
import { closedAt, errorsOfWantedTime } from "./check-wanted-time";
import { type ChooseTime } from "./choose-time";
import { type Estimate, type Estimates } from "./estimates";
import { branchNotAccepting, branchNotConnected } from "./order-errors";

/** Maximum number of branches per question. */
export const MOST_BRANCHES = 50;
const MINUTE_MS = 60_000;

export interface DeliveryQuestion {
  readonly branchIds: readonly string[];
  readonly place: WantedPlace;
  /** Total of the dishes before discounts; null: not known yet. */
  readonly sum: Kopecks | null;
  /** null means as soon as possible. */
  readonly wantedAt: Date | null;
}

interface Asker {
  readonly viewer: Viewer;
  readonly addresses: AddressQuestions | null;
}

/** Whether the branch would deliver an order there, and on what terms. */
export interface DeliveryOption extends Omit<Estimate, "extraMinutes"> {
  readonly branch: Branch;
  /** Why it would not; null: it would. */
  readonly reason: UserError | null;
  /** null: the branch has no zones, or the place is not in a known one. */
  readonly zone: string | null;
  readonly fee: Kopecks;
  readonly freeFrom: Kopecks | null;
  readonly minimumSum: Kopecks | null;
  /** The earliest time of arrival; null: unknown. */
  readonly earliestAt: Date | null;
}

/**
 * Finds which of several branches deliver to a place. The POS is asked for the location of a
 * textual address once for all branches of an organization.
 */
export class FindDeliveryOptions {
  private readonly branches: RowReader<Branch>;
  private readonly settings: RowReader<BranchSettings>;

  constructor(
    private readonly parts: {
      readonly db: DataSource;
      readonly zones: KeptZones;
      readonly findPlace: FindPlace;
      readonly times: Pick<ChooseTime, "wouldBe">;
      readonly estimates: Estimates;
      readonly clock: Clock;
    },
  ) {
    const { manager } = parts.db;
    this.branches = new RowReader(manager, Branch, "id");
    this.settings = new RowReader(manager, BranchSettings, "branch_id");
  }

  /**
   * @param addresses null: no POS is asked, and only what is already known about the address counts
   * @returns one for each branch that exists and that the viewer may see, in the requested order
   */
  async execute(
    viewer: Viewer,
    question: DeliveryQuestion,
    addresses: AddressQuestions | null = null,
  ): Promise<DeliveryOption[]> {
    const ids = [...new Set(question.branchIds)].filter(
      (id) => isUuid(id) && seesBranch(viewer, id),
    );
    const by = { viewer, addresses };
    const options = await Promise.all(ids.map((id) => this.optionOf(id, question, by)));
    return options.filter((option) => option !== null);
  }

  private async optionOf(
    id: string,
    asked: DeliveryQuestion,
    { viewer, addresses }: Asker,
  ): Promise<DeliveryOption | null> {
    const [branch, settings] = await Promise.all([this.branches.find(id), this.settings.find(id)]);
    if (!branch?.isShownTo(viewer) || !settings) return null;
    const { times, clock } = this.parts;
    const now = clock.now();
    const { sum } = asked;
    const wish = { fulfilment: Fulfilment.DELIVERY, wantedAt: asked.wantedAt };
    const wantedAt = await times.wouldBe(wish, { branch, settings });
    const wanted = { sum, wantedAt, now, timeZone: branch.timeZone };
    const by = { settings, ...(await this.parts.zones.of(branch, settings)) };
    const place = await this.parts.findPlace.execute(asked.place, by, addresses);
    const verdict = judgePlace(by.zones, place, wanted);
    const zone = "zone" in verdict ? verdict.zone : null;
    const estimate = await this.parts.estimates.of(branch, settings, Fulfilment.DELIVERY, zone);
    const { extraMinutes, ...takes } = estimate;
    const { deliveryFee, freeDeliveryFrom } = termsOfZone(zone, settings);
    const fee = deliveryFeeOf(sum ?? 0, { deliveryFee, freeDeliveryFrom });
    return {
      branch,
      reason: reasonOf(verdict, asked, { branch, settings, now, extraMinutes }),
      zone: zone?.name ?? null,
      fee: toStep(fee, currencyStep(branch.currencyCode)),
      freeFrom: freeDeliveryFrom,
      minimumSum: zone?.minimumSum ?? null,
      ...takes,
      earliestAt: earliest({ branch, settings, now, extraMinutes }, takes.minutes),
    };
  }
}

interface Standing {
  readonly branch: Branch;
  readonly settings: BranchSettings;
  readonly now: Date;
  readonly extraMinutes: number;
}

function reasonOf(
  verdict: PlaceVerdict,
  { wantedAt }: DeliveryQuestion,
  { branch, settings, now, extraMinutes }: Standing,
): UserError | null {
  if (settings.pos === PosKind.NONE) return branchNotConnected();
  const isTaken =
    verdict.kind === "NOT_LOCATED" && settings.unlocatedAddresses === UnlocatedAddresses.ACCEPT;
  const fields = { sum: "sum", time: wantedAt === null ? "address" : "wantedAt" };
  const { currencyCode } = branch;
  const ofPlace = isTaken ? null : placeError(verdict, { fields, currencyCode });
  if (ofPlace) return ofPlace;
  if (!branch.accepts(Fulfilment.DELIVERY, now)) return branchNotAccepting();
  const wanted = { wantedAt, fulfilment: Fulfilment.DELIVERY };
  return errorsOfWantedTime(wanted, branch, settings, now, extraMinutes)[0] ?? null;
}

/** @param minutes until it arrives; null: unknown, and so is the time of arrival */
function earliest({ branch, settings, now }: Standing, minutes: number | null): Date | null {
  const pausedUntil = branch.pausedUntil(Fulfilment.DELIVERY, now);
  if (minutes === null || pausedUntil === "open-ended") return null;
  const from = pausedUntil ?? now;
  const closed = closedAt(from, Fulfilment.DELIVERY, branch.timeZone, settings);
  const begins = closed ? closed.opensAt : from;
  return begins && new Date(begins.getTime() + minutes * MINUTE_MS);
}
