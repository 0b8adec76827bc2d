import { createHash } from "node:crypto";

import { hsl, pngOf, type Rgb } from "./png";

const [WIDTH, HEIGHT] = [240, 180];
const [MIDDLE_X, MIDDLE_Y] = [WIDTH / 2, HEIGHT / 2];
const PLATE: Rgb = [255, 253, 248];

/** Tomato, carrot, cheese and basil: only appetising colours. */
const GARNISH_HUES = [6, 28, 46, 110];

interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly colour: Rgb;
}

/**
 * Draws the picture for `/_sandbox/images/<article>.png`: a plate whose colour depends on the
 * product's name. Every call returns the same picture.
 */
export function productImagePng(name: string, article: string): Buffer {
  const hash = createHash("sha1").update(`${article}/${name}`).digest();
  const hue = hash.readUInt16BE(0) % 100;
  const ground = hsl(hue, 45, 88);
  const middle = { x: MIDDLE_X, y: MIDDLE_Y };
  // The last disc is drawn on top.
  const discs: readonly Disc[] = [
    { x: MIDDLE_X, y: MIDDLE_Y + 8, radius: 82, colour: hsl(hue, 30, 76) },
    Object.assign({ radius: 80, colour: PLATE }, middle),
    Object.assign({ radius: 67, colour: hsl(hue + 12, 68, 74) }, middle),
    ...garnish(hash),
    Object.assign({ radius: 36, colour: hsl(hue + 12, 68, 82) }, middle),
  ];
  return pngOf(WIDTH, HEIGHT, (x, y) => {
    const isIn = (disc: Disc) => (x - disc.x) ** 2 + (y - disc.y) ** 2 <= disc.radius ** 2;
    return discs.findLast(isIn)?.colour ?? ground;
  });
}

/** The garnish: dots around the middle of the plate, placed by the hash. */
function garnish(hash: Buffer): Disc[] {
  return Array.from({ length: 9 }, (_, index) => {
    const angle = ((hash.readUInt8(index + 4) / 255 + index) / 9) * 2 * Math.PI;
    const distance = 48 + (hash.readUInt8(index + 1) % 18);
    return {
      x: MIDDLE_X + Math.cos(angle) * distance,
      y: MIDDLE_Y + Math.sin(angle) * distance,
      radius: 4 + (hash.readUInt8(index + 7) % 6),
      colour: hsl(GARNISH_HUES[hash.readUInt8(index) % 4] ?? 0, 66, 50),
    };
  });
}
