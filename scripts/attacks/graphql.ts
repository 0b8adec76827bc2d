import { type Target } from "./target";

export interface Told<Data> {
  readonly data: Data | null;
  /** Of errors, not of `userErrors`. */
  readonly codes: readonly string[];
}

/** Asks and reads the answer; `credential` left out: as nobody. */
export async function askAs<Data>(
  target: Target,
  credential: string | undefined,
  query: string,
  variables: object = {},
): Promise<Told<Data>> {
  const headers: Record<string, string> =
    credential === undefined ? {} : { authorization: `Bearer ${credential}` };
  const { text } = await target.ask(query, variables, headers);
  const { data = null, errors = [] } = JSON.parse(text) as {
    data?: Data | null;
    errors?: { extensions?: { code?: string } }[];
  };
  return { data, codes: errors.map(({ extensions }) => extensions?.code ?? "") };
}

/** What is expected of these attacks, and said of them. */
export const HELD = "held";

/** @param seen what shows a miss */
export function heldIf(held: boolean, seen: unknown): string {
  return held ? HELD : `missed: ${JSON.stringify(seen)}`;
}
