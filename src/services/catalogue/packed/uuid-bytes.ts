const BYTES = 16;
const LETTERS = 36;
const HEX = Buffer.from("0123456789abcdef", "latin1");
/** A hyphen precedes these bytes of a UUID. */
const AFTER_HYPHEN: ReadonlySet<number> = new Set([4, 6, 8, 10]);
const UUIDS = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})*$/;

/**
 * Encodes UUIDs in less than half of their length.
 *
 * @throws {Error} one of them is not in the format that PostgreSQL writes
 */
export function toUuidBytes(ids: readonly string[]): Buffer {
  const joined = ids.join("");
  if (!UUIDS.test(joined)) throw new Error("An id of the catalogue is no UUID");
  // Not from the pool that small buffers share, because each would retain all of it.
  const bytes = Buffer.allocUnsafeSlow(ids.length * BYTES);
  bytes.write(joined.replaceAll("-", ""), "hex");
  return bytes;
}

/** Returns the UUIDs one after the other, in the order in which `toUuidBytes` got them. */
export function uuidsIn(bytes: Buffer): () => string {
  const text = Buffer.allocUnsafe((bytes.length / BYTES) * LETTERS);
  let end = 0;
  bytes.forEach((byte, place) => {
    if (AFTER_HYPHEN.has(place % BYTES)) end = text.writeUInt8(0x2d, end);
    end = text.writeUInt8(HEX[byte >> 4] as number, end);
    end = text.writeUInt8(HEX[byte & 15] as number, end);
  });
  let read = 0;
  // Each is a separate string: a slice of a longer one would retain all of it.
  return () => text.toString("latin1", read, (read += LETTERS));
}
