/** The final and only fragment of a text message: RFC 6455, 5.2. */
const WHOLE_TEXT = 0x81;
const SHORT = 125;
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;

/**
 * A message as a WebSocket server sends it, without compression: one piece of memory whose middle
 * part is the same bytes for all recipients.
 *
 * Hand-written because graphql-ws serialises an event for each subscriber, and ws encodes its text
 * for each; here the bytes of an event are made once and copied (`npm run bench -- subscriptions`).
 *
 * @param before and `after` are ASCII only
 */
export function textFrame(before: string, bytes: Uint8Array, after: string): Buffer {
  const length = before.length + bytes.length + after.length;
  const header = headerBytes(length);
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = WHOLE_TEXT;
  if (header === 2) frame[1] = length;
  else if (header === 4) frame.writeUInt16BE(length, writeLengthKind(frame, LENGTH_IN_2_BYTES));
  else frame.writeBigUInt64BE(BigInt(length), writeLengthKind(frame, LENGTH_IN_8_BYTES));
  const middle = header + frame.write(before, header, "latin1");
  frame.set(bytes, middle);
  frame.write(after, middle + bytes.length, "latin1");
  return frame;
}

function headerBytes(length: number): number {
  if (length <= SHORT) return 2;
  return length < 2 ** 16 ? 4 : 10;
}

/** Writes the byte that says where the length is. */
function writeLengthKind(frame: Buffer, kind: number): number {
  return frame.writeUInt8(kind, 1);
}
