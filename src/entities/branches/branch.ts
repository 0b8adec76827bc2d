import { Field, ID, Int, ObjectType } from "type-graphql";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";

import { DEFAULT_COMPANY_ID } from "../../domain/access/default-company";
import { isGuest, type Viewer } from "../../domain/access/viewer";
import { Fulfilment } from "../../domain/ticket/order-ticket";
import { Company } from "../companies/company";
import { Node } from "../node";

/** A restaurant as Result.Rest knows it. */
@Entity("branches")
@Index("branches_company", ["companyId"])
@Index("branches_created", ["createdAt", "id"])
@Index("branches_of_company", ["companyId", "createdAt", "id"])
@Check("branches_name_length", `char_length(name) between 1 and 100`)
@Check("branches_currency_code_iso", `currency_code ~ '^[A-Z]{3}$'`)
@Check("branches_country_iso", `country ~ '^[A-Z]{2}$'`)
@Check("branches_delivery_pause", `delivery_paused_until is null or not accepting_delivery`)
@Check("branches_pickup_pause", `pickup_paused_until is null or not accepting_pickup`)
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: "A restaurant as Result.Rest knows it («филиал»).",
})
export class Branch extends Node {
  @Field(() => ID, { description: "The id that arguments named branchId take." })
  @PrimaryColumn("uuid")
  override id!: string;

  @Field(() => ID, { description: "The company of the branch: Company.id. It never changes." })
  @Column("uuid", { name: "company_id", default: DEFAULT_COMPANY_ID })
  @ForeignKey(() => Company, { name: "branches_company_fk" })
  companyId!: string;

  @Field(() => String, { description: "Name of the branch, as guests and operators see it." })
  @Column("text")
  name!: string;

  @Field(() => String, {
    description:
      "IANA time zone, for example Europe/Moscow. The POS uses the local time of this zone.",
  })
  @Column("text", { name: "time_zone" })
  timeZone!: string;

  @Field(() => Boolean, {
    description:
      "Whether guests may see the branch and order there. A hidden one exists for API keys only.",
  })
  @Column("boolean", { default: true })
  published!: boolean;

  /** ISO 4217. */
  @Column("text", { name: "currency_code", default: "RUB" })
  currencyCode!: string;

  @Field(() => String, {
    description:
      "Country as an ISO 3166-1 alpha-2 code, for example RU. Phone numbers without a country code are read as numbers of that country.",
  })
  @Column("text", { default: "RU" })
  country!: string;

  /** The value as last set: once the pause has ended, false counts as true again, see `accepts`. */
  @Column("boolean", { name: "accepting_delivery", default: true })
  acceptingDelivery!: boolean;

  @Column("boolean", { name: "accepting_pickup", default: true })
  acceptingPickup!: boolean;

  /** null: not paused, or paused until someone reopens it. */
  @Column("timestamptz", { name: "delivery_paused_until", nullable: true })
  deliveryPausedUntil!: Date | null;

  @Column("timestamptz", { name: "pickup_paused_until", nullable: true })
  pickupPausedUntil!: Date | null;

  /**
   * Since when its till has not answered, see `domain/tills`; null: it answers, or it is not known.
   */
  @Column("timestamptz", { name: "till_silent_since", nullable: true })
  tillSilentSince!: Date | null;

  /** How many minutes longer than usual orders take, as the staff reported; see `busyMinutesAt`. */
  @Column("integer", { name: "busy_minutes", default: 0 })
  busyMinutes!: number;

  /** Until when that applies; null: the staff reported nothing. */
  @Column("timestamptz", { name: "busy_until", nullable: true })
  busyUntil!: Date | null;

  @Field(() => Int, {
    description:
      "Increases with every saved change of the settings. saveBranchSettings takes it as expectedVersion.",
  })
  @Column("integer", { default: 1 })
  version!: number;

  /**
   * Increases with every change of sections, products, sizes or options; plans and menu snapshots
   * carry it.
   */
  @Column("integer", { name: "catalogue_version", default: 0 })
  catalogueVersion!: number;

  /**
   * Increases with every change of the zones; 0: the branch has never had any and delivers
   * anywhere.
   */
  @Column("integer", { name: "delivery_zones_revision", default: 0 })
  deliveryZonesRevision!: number;

  @Column("timestamptz", { name: "created_at", default: () => "now()" })
  createdAt!: Date;

  /**
   * Returns until when such orders are paused at `now`; null: the branch takes them. A pause ends
   * on its own, without a write.
   */
  pausedUntil(
    fulfilment: Fulfilment.DELIVERY | Fulfilment.PICKUP,
    now: Date,
  ): Date | "open-ended" | null {
    const [open, until] =
      fulfilment === Fulfilment.DELIVERY
        ? [this.acceptingDelivery, this.deliveryPausedUntil]
        : [this.acceptingPickup, this.pickupPausedUntil];
    return open || (until !== null && until <= now) ? null : (until ?? "open-ended");
  }

  /** Returns whether the branch exists for the viewer, as far as the branch itself decides that. */
  isShownTo(viewer: Viewer): boolean {
    return this.published || !isGuest(viewer);
  }

  /** Returns how many minutes longer than usual orders take at `now`, as the staff reported. */
  busyMinutesAt(now: Date): number {
    return this.busyUntil !== null && this.busyUntil > now ? this.busyMinutes : 0;
  }

  /** Returns whether the branch takes such orders at `now`. */
  accepts(fulfilment: Fulfilment.DELIVERY | Fulfilment.PICKUP, now: Date): boolean {
    return this.pausedUntil(fulfilment, now) === null;
  }
}
