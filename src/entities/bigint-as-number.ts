import { type ValueTransformer } from "typeorm";

/** Postgres's bigint arrives as a string; our amounts and counters fit a JavaScript integer. */
export const bigintAsNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null) => (value === null ? null : Number(value)),
};
