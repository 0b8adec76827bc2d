import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import { Branch } from "./branch";
import { type PosKind } from "./branch-settings";

/**
 * Where a branch was connected before, and with which key; kept while orders that were sent there
 * are still open.
 */
@Entity("former_connections")
export class FormerConnection {
  @PrimaryColumn("uuid", { name: "branch_id" })
  @ForeignKey(() => Branch, { name: "former_connections_branch_fk", onDelete: "CASCADE" })
  branchId!: string;

  @PrimaryColumn("text", { name: "organization_id_in_pos" })
  organizationId!: string;

  /** As in PosOrder. */
  @PrimaryColumn("text", { name: "key_id" })
  keyId!: string;

  @Column("text")
  pos!: PosKind;

  /** As in BranchSettings. */
  @Column("text", { name: "credential_sealed" })
  credentialSealed!: string;

  @Column("timestamptz", { name: "left_at" })
  leftAt!: Date;
}
