/** VK's answer when it has not sent a message; null: it has sent it. */
export interface VkRefusal {
  /**
   * As in "Not sent: …"; VK's own texts are not passed on, because they may repeat what they were
   * sent.
   */
  readonly reason: string;
  /** Pause that VK asks for, in milliseconds; undefined: none; null: VK does not say how long. */
  readonly pauseMs?: number | null;
  /** Another attempt is useless until somebody has acted. */
  readonly needsPerson?: boolean;
  /** VK itself does not know what happened to the message. */
  readonly mayHaveArrived?: boolean;
}

const NEW_TOKEN = "the community's token is not valid; give the gateway a new VK_TOKEN";

/** What somebody has to do before VK accepts a message, by VK's error code. */
const FOR_PEOPLE: Readonly<Record<number, string>> = {
  5: NEW_TOKEN,
  7: "the token has no right to messages; give the gateway one that has",
  15: "access is denied; let the community write to this conversation",
  27: NEW_TOKEN,
  28: "the application's token is not valid; give the gateway a community's VK_TOKEN",
  900: "the community is on the person's blacklist",
  901: "the person does not allow messages of the community; let them write to it first",
  902: "the person's privacy settings forbid messages of the community",
  912: "the bot capabilities of the community are off; switch them on in its settings",
  917: "the community is no member of the conversation; invite it",
  925: "the community is no administrator of the conversation; make it one",
  945: "the conversation is closed",
};

/**
 * 6: more than 20 calls per second with one token. 9: too many of one kind. 29: the quota is used
 * up.
 */
const PAUSES_MS: ReadonlyMap<number, number | null> = new Map([
  [6, 1_000],
  [9, null],
  [29, null],
]);

/** 1: unknown. 10: VK's own failure. 950: the conversation did not answer in time. */
const DOUBTFUL = new Set([1, 10, 950]);

/** @param answer the body of an answer with HTTP 200, which VK also uses for refusals */
export function refusalIn(answer: unknown): VkRefusal | null {
  const { response, error } = fieldsOf(answer);
  if (isMessageId(response)) return null;
  const code = fieldsOf(error)["error_code"];
  if (typeof code !== "number") return { reason: "no answer of VK's API", mayHaveArrived: true };
  const advice = FOR_PEOPLE[code];
  const reason = advice === undefined ? `error ${code}` : `error ${code}: ${advice}`;
  const pauseMs = PAUSES_MS.get(code);
  if (pauseMs !== undefined) return { reason, pauseMs };
  return { reason, needsPerson: advice !== undefined, mayHaveArrived: DOUBTFUL.has(code) };
}

function isMessageId(response: unknown): boolean {
  return Number.isSafeInteger(response) && Number(response) > 0;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
