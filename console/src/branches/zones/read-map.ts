/** A map ready to be sent. */
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
 * Returns GeoJSON or KML without the whitespace that editors add, because the size of a request is
 * limited. Unreadable text is sent as it is, and the gateway says what is wrong with it. @param
 * ofKml converts KML to GeoJSON
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

/**
 * @returns the number, from 1, of the shape that an error is about; null when it is about none in
 *   particular
 */
export function shapeOf(field: readonly string[] | null): number | null {
  const at = field?.indexOf("features") ?? -1;
  const index = Number(field?.[at + 1]);
  return at < 0 || !Number.isInteger(index) ? null : index + 1;
}
