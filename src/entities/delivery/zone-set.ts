import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { type DeliveryZone } from "../../domain/delivery/delivery-zone";
import { type ZoneSource } from "../../domain/delivery/zone-source";
import { Branch } from "../branches/branch";

/**
 * All zones that a branch has of one source. `Branch.deliveryZonesRevision` grows with every change
 * of them: what is kept in memory is known by it.
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

  /** When they were imported, or last read; null: the POS was asked, and has never told. */
  @Column("timestamptz", { name: "read_at", nullable: true, default: () => "now()" })
  readAt!: Date | null;

  /** Whose they are, of those of a POS: another organization's say nothing of the branch. */
  @Column("text", { name: "organization_id_in_pos", nullable: true })
  organizationId!: string | null;

  /** When the POS is asked again; null: they are the restaurant's own. */
  @Column("timestamptz", { name: "due_at", nullable: true })
  dueAt!: Date | null;

  /** The POS has somebody else decide: its zones are no more than a guess. */
  @Column("boolean", { name: "decided_elsewhere", default: false })
  decidedElsewhere!: boolean;
}
