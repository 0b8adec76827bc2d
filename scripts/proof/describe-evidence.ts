import { type Evidence, type Told } from "./judge";
import { type TimelineStep } from "./timeline";

/** Everything known about an order that ended badly, to help find the cause. */
export function describeEvidence(evidence: Evidence, timeline: readonly TimelineStep[]): string {
  const { number, injectionState, told, ...facts } = evidence;
  return [
    `order ${number} ${injectionState} ${JSON.stringify(facts)}`,
    ...told.map((each) => `  ${describeTold(each)}`),
    ...timeline.map(({ at, source, summary }) => `  ${at.toISOString()} ${source} ${summary}`),
  ].join("\n");
}

function describeTold({ kind, purpose, sent, inDoubt, repeated, messages }: Told): string {
  const marks = [sent && "sent", inDoubt && "in doubt", repeated && "repeated"].filter(Boolean);
  return `${kind} ${purpose} ${marks.join(", ") || "not sent"}, ${messages.length} messages`;
}
