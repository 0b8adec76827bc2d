/** A setting as it is after a change: what is left out stays. */
export function kept<T, S>(given: T | undefined, stored: S): T | S {
  return given === undefined ? stored : given;
}
