import { crc32, deflateSync, inflateSync } from "node:zlib";

import { type Colour, paletteOf } from "./palette";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPES: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** A screenshot in 256 colours: a third of the bytes, without a visible difference. */
export function inFewColours(png: Buffer): Buffer {
  const { width, height, pixels } = decode(png);
  const { colours, indexOf } = paletteOf(pixels);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = indexOf(pixels[y * width + x] ?? 0);
  return encode(width, height, colours, rows);
}

interface Decoded {
  readonly width: number;
  readonly height: number;
  /** Row by row, each as 0xRRGGBB. */
  readonly pixels: Uint32Array;
}

/** Decodes what Chromium writes: eight bits per colour channel, not interlaced. */
function decode(png: Buffer): Decoded {
  const chunks = chunksOf(png);
  const head = chunks.find(({ type }) => type === "IHDR")!.data;
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const bytes = COLOUR_TYPES[head[9] ?? 0];
  if (head[8] !== 8 || bytes === undefined) throw new Error("Not a picture of Chromium's");
  const packed = chunks.filter(({ type }) => type === "IDAT").map(({ data }) => data);
  const raw = inflateSync(Buffer.concat(packed));
  const rows = unfiltered(raw, height, width * bytes, bytes);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at++) pixels[at] = rows.readUIntBE(at * bytes, 3);
  return { width, height, pixels };
}

function chunksOf(png: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** PNG stores each row as differences from the pixels to the left and above. */
function unfiltered(raw: Buffer, height: number, rowBytes: number, step: number): Buffer {
  const rows = Buffer.alloc(height * rowBytes);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    for (let x = 0; x < rowBytes; x++) {
      const at = y * rowBytes + x;
      const left = x < step ? 0 : (rows[at - step] ?? 0);
      const above = y === 0 ? 0 : (rows[at - rowBytes] ?? 0);
      const corner = x < step || y === 0 ? 0 : (rows[at - rowBytes - step] ?? 0);
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter] ?? 0;
      rows[at] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return rows;
}

function paeth(left: number, above: number, corner: number): number {
  const sum = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(sum - one));
  if (toLeft! <= toAbove! && toLeft! <= toCorner!) return left;
  return toAbove! <= toCorner! ? above : corner;
}

function encode(width: number, height: number, colours: readonly Colour[], rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.alloc(colours.length * 3);
  colours.forEach((colour, index) => palette.writeUIntBE(colour, index * 3, 3));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("PLTE", palette),
    chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const whole = Buffer.alloc(data.length + 12);
  whole.writeUInt32BE(data.length, 0);
  whole.write(type, 4, "latin1");
  data.copy(whole, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, data.length + 8)), data.length + 8);
  return whole;
}
