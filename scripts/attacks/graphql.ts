import { type Target } from "./target";

export interface Told<Data> {
  readonly data: Data | null;
  /** Codes from `errors`, not from `userErrors`. */
  readonly codes: readonly string[];
}

/** Sends the query and reads the answer; without `credential`, anonymously. */
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

/** The outcome that these attacks expect and report. */
export const HELD = "held";

/** @param seen the evidence of a miss */
export function heldIf(held: boolean, seen: unknown): string {
  return held ? HELD : `missed: ${JSON.stringify(seen)}`;
}
