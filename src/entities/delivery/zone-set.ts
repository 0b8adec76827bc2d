import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import { type ZoneSource } from "../../domain/delivery/zone-source";
import { Branch } from "../branches/branch";

/**
 * All zones of a branch from one source. `Branch.deliveryZonesRevision` increases with every change
 * of them and identifies what is cached in memory.
 */
@Entity("delivery_zones")
@Check("delivery_zones_source", `source in ('OWN', 'POS')`)
export class ZoneSet {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "delivery_zones_branch_fk", onDelete: "CASCADE" })
  branchId!: string;

  @PrimaryColumn("text")
  source!: ZoneSource;

  @Column("jsonb")
  zones!: DeliveryZone[];

  /** When they were imported or last read; null: the POS was asked but has never answered. */
  @Column("timestamptz", { name: "read_at", nullable: true, default: () => "now()" })
  readAt!: Date | null;

  /**
   * The organization that zones from a POS belong to: those of another organization say nothing
   * about the branch.
   */
  @Column("text", { name: "organization_id_in_pos", nullable: true })
  organizationId!: string | null;

  /** When the POS is next asked; null: they are the restaurant's own. */
  @Column("timestamptz", { name: "due_at", nullable: true })
  dueAt!: Date | null;

  /** The POS leaves the decision to another system, so its zones are no more than a guess. */
  @Column("boolean", { name: "decided_elsewhere", default: false })
  decidedElsewhere!: boolean;
}
