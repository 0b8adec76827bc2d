import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";

import {
  type TicketHalf,
  type TicketOption,
  type TicketPart,
} from "../../domain/ticket/order-ticket";
import { bigintAsNumber } from "../bigint-as-number";
import { Order } from "./order";

/**
 * One dish of an order as it was sold: names and prices are copies, because the catalogue may
 * change.
 */
@Entity("order_lines")
@Check("order_lines_quantity", "quantity > 0")
@Check("order_lines_amounts", "unit_price >= 0 and total >= 0")
export class OrderLine {
  @PrimaryColumn("uuid", { name: "order_id" })
  @ForeignKey(() => Order, { name: "order_lines_order_fk", onDelete: "CASCADE" })
  orderId!: string;

  @PrimaryColumn("integer")
  position!: number;

  @Column("text")
  article!: string;

  @Column("text")
  name!: string;

  @Column("text", { name: "size_name", nullable: true })
  sizeName!: string | null;

  /** In thousandths of a portion. */
  @Column("integer")
  quantity!: number;

  @Column("bigint", { name: "unit_price", transformer: bigintAsNumber })
  unitPrice!: number;

  @Column("bigint", { transformer: bigintAsNumber })
  total!: number;

  @Column("text", { nullable: true })
  comment!: string | null;

  @Column("jsonb", { default: [] })
  options!: TicketOption[];

  @Column("text", { name: "pos_product_id" })
  posProductId!: string;

  @Column("text", { name: "pos_size_id", nullable: true })
  posSizeId!: string | null;

  @Column("boolean", { default: false })
  compound!: boolean;

  /** Two halves of one dish; null for every other line. */
  @Column("jsonb", { nullable: true })
  halves!: [TicketHalf, TicketHalf] | null;

  /** The parts of a combo; null for every other line. */
  @Column("jsonb", { nullable: true })
  parts!: TicketPart[] | null;
}
