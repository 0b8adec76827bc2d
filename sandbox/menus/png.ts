import { crc32, deflateSync } from "node:zlib";

export type Rgb = readonly [red: number, green: number, blue: number];

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** 8 bits per channel, RGB, not interlaced. */
const FORMAT = [8, 2, 0, 0, 0];

/** Encodes pixels of the given size as a PNG (https://www.w3.org/TR/png-3/). */
export function pngOf(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Rgb,
): Buffer {
  // Each row begins with its filter type, which is none.
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows.set(colourAt(x, y), y * (1 + 3 * width) + 1 + 3 * x);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set(FORMAT, 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}

/** @param hue in degrees @param saturation in percent @param lightness in percent */
export function hsl(hue: number, saturation: number, lightness: number): Rgb {
  const light = lightness / 100;
  const spread = (saturation / 100) * Math.min(light, 1 - light);
  const part = (offset: number) => {
    const place = (offset + hue / 30) % 12;
    const value = light - spread * Math.max(-1, Math.min(place - 3, 9 - place, 1));
    return Math.round(255 * value);
  };
  return [part(0), part(8), part(4)];
}
