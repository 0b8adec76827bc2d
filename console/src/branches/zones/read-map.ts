/** A map as it is sent. */
export interface ReadMap {
  readonly geoJson: string;
  /** How many of its shapes become zones. */
  readonly shapes: number;
}

export const NO_ZONES: ReadMap = {
  geoJson: JSON.stringify({ type: "FeatureCollection", features: [] }),
  shapes: 0,
};

/**
 * GeoJSON or KML, without the blanks that editors put in: what is sent has a limit. What cannot be
 * read goes as it is; the gateway says what is wrong with it. @param ofKml the same as GeoJSON
 */
export function compactMap(text: string, ofKml: (text: string) => unknown): ReadMap {
  try {
    const map: unknown = /^\s*</.test(text) ? ofKml(text) : JSON.parse(text);
    const { features } = (map ?? {}) as { readonly features?: unknown };
    const shapes = Array.isArray(features) ? features.length : 1;
    return { geoJson: JSON.stringify(map), shapes };
  } catch {
    return { geoJson: text, shapes: 1 };
  }
}

/** @returns the number of the shape that an error is about, from 1; null: none in particular */
export function shapeOf(field: readonly string[] | null): number | null {
  const at = field?.indexOf("features") ?? -1;
  const index = Number(field?.[at + 1]);
  return at < 0 || !Number.isInteger(index) ? null : index + 1;
}
