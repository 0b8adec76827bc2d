/** A body that records which of its fields are read, as paths: `itemGroups[].items[].name`. */
export function tracedBody<T extends object>(body: T, seen: Set<string>): T {
  const copies = new Map<object, object>();
  const wrap = (value: unknown, path: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = copies.get(value);
    if (known) return known;
    const get = (target: object, name: string | symbol) => {
      const inner: unknown = Reflect.get(target, name);
      if (Array.isArray(target)) return wrap(inner, `${path}[]`);
      // What every object inherits is not a field.
      if (typeof name === "symbol" || name in Object.prototype) return inner;
      const place = path === "" ? name : `${path}.${name}`;
      seen.add(place);
      return wrap(inner, place);
    };
    const copy = new Proxy(value, { get });
    copies.set(value, copy);
    return copy;
  };
  return wrap(body, "") as T;
}
