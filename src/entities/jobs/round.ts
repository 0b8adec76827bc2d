import { Column, Entity, PrimaryColumn } from "typeorm";

/** Work that is done now and then by one process at a time, whichever comes first. */
@Entity("rounds")
export class Round {
  @PrimaryColumn("text")
  name!: string;

  /** According to the database's clock. */
  @Column("timestamptz", { name: "began_at" })
  beganAt!: Date;
}
