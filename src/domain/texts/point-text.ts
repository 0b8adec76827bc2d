import { keyOf } from "./typed-text";

interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const POINT = /^([+-]?\d{1,3}(?:\.\d{1,12})?)°?[,; ] ?([+-]?\d{1,3}(?:\.\d{1,12})?)°?$/;
/** A millionth of a degree is about the width of a hand, and is written without an exponent. */
const DIGITS = 6;

/**
 * Reads a point as copied from maps, "57.6261, 39.8845": degrees north, then degrees east. null: it
 * is not a point.
 */
export function pointOf(written: string): Point | null {
  const [, north, east] = POINT.exec(keyOf(written)) ?? [];
  if (north === undefined || east === undefined) return null;
  const [latitude, longitude] = [Number(north), Number(east)];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}

/** Returns the canonical spelling of a point. */
export function pointText({ latitude, longitude }: Point): string {
  return [latitude, longitude].map((degrees) => Number(degrees.toFixed(DIGITS))).join(", ");
}
