/** The first two answers come from graphql-js, the later ones from compiled code. */
export const TIMES = 5;

export interface Asked {
  readonly query: string;
  readonly variables?: object;
  readonly operationName?: string;
}

export type Post = (body: unknown, headers?: Record<string, string>) => Promise<Response>;

/** What differs between requests: their ids, and the age of the stop list data. */
const PASSING = /"(requestId|asOf|revision)":"[^"]+"/g;

/** What the client receives, except for what differs between requests. */
export async function answersTo(post: Post, asked: Asked, headers: Record<string, string> = {}) {
  const answers = [];
  for (let time = 0; time < TIMES; time++) {
    const response = await post(asked, headers);
    const body = (await response.text()).replace(PASSING, '"$1":"…"');
    answers.push({ status: response.status, type: response.headers.get("content-type"), body });
  }
  return answers;
}

export async function expectSameAnswers(
  post: Post,
  asked: Asked,
  said: RegExp,
  headers: Record<string, string> = {},
) {
  const [first, ...others] = await answersTo(post, asked, headers);
  expect(first!.body).toMatch(said);
  for (const other of others) expect(other).toEqual(first);
}
