import { Column, Entity, PrimaryColumn } from "typeorm";

/** Work that one process at a time does now and then, whoever comes first. */
@Entity("rounds")
export class Round {
  @PrimaryColumn("text")
  name!: string;

  /** By the database's clock. */
  @Column("timestamptz", { name: "began_at" })
  beganAt!: Date;
}
